// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.Suite;
import io.lakecheck.partition.Location;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A reader that turns {@link Node}s from any source into a {@link Suite}. The keys, their syntax and their defaults are
 * the same for all sources, so a suite has the same meaning in YAML, in a POM and in annotations. A reader is
 * thread-safe if {@code variables} is.
 */
public final class SuiteReader {

    private final Path base;
    private final Variables variables;

    /**
     * Creates a reader.
     *
     * @param base the folder that relative locations are resolved against, usually the suite file's folder
     * @param variables returns the value of a variable, or empty if it is not set
     */
    public SuiteReader(Path base, Variables variables) {
        this.base = base;
        this.variables = variables;
    }

    /**
     * Parses a single location, with the same syntax as the location of a dataset.
     *
     * @throws SuiteProblemsException if the location is invalid
     */
    public Location location(String text) {
        Problems problems = new Problems();
        Optional<Location> location =
                problems.guard(Origin.of("location"), () -> LocationType.read(text, base.toAbsolutePath()));
        problems.throwIfAny();
        return location.orElseThrow(() -> new IllegalStateException("no location, but no problem either"));
    }

    /**
     * Reads a suite from an element whose children are the suite's keys, such as {@code <datasets>}.
     *
     * @throws SuiteProblemsException with all problems, if there are any
     */
    public Suite read(XmlElement suite) {
        Problems problems = new Problems();
        return read(XmlTree.read(suite, SuiteWords.WORDS, problems), problems);
    }

    /**
     * Reads a suite from YAML.
     *
     * @param origin the origin of the text as a whole
     * @throws SuiteProblemsException with all problems, if there are any
     */
    Suite read(String yaml, Origin origin) {
        Problems problems = new Problems();
        return read(YamlTree.read(yaml, origin, problems), problems);
    }

    /**
     * Reads a suite from nodes.
     *
     * @throws SuiteProblemsException with all problems, if there are any
     */
    public Suite read(Node suite) {
        return read(suite, new Problems());
    }

    private Suite read(Node nodes, Problems problems) {
        ReadContext context = new ReadContext(problems, new Substitution(variables));
        Optional<Suite> suite = SuiteWords.WORDS
                .read(Vocabulary.ROOT, nodes, context)
                .flatMap(values -> SuiteWords.make(values, base, problems));
        problems.throwIfAny();
        return suite.orElseThrow(() -> new IllegalStateException("no suite, but no problem either"));
    }
}
