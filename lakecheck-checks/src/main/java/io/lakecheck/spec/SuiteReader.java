// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.Suite;
import io.lakecheck.partition.Location;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes a {@link Suite} of words, wherever they come from. The only one who knows the words, their grammar and their
 * defaults, so that the same words mean the same from every source. May be used by many threads if the variables may.
 */
public final class SuiteReader {

    private final Path base;
    private final Function<String, Optional<String>> variables;

    /**
     * @param base the folder from which relative locations are found: the suite file's own
     * @param variables the value of a variable; empty where it is not set
     */
    public SuiteReader(Path base, Function<String, Optional<String>> variables) {
        this.base = base;
        this.variables = variables;
    }

    /**
     * The location that a text names by itself, in the grammar of a dataset's.
     *
     * @throws SuiteProblemsException where it names none
     */
    public Location location(String text) {
        Problems problems = new Problems();
        Optional<Location> location =
                problems.guard(Origin.of("location"), () -> LocationType.read(text, base.toAbsolutePath()));
        problems.throwIfAny();
        return location.orElseThrow(() -> new IllegalStateException("no location, and no problem with it"));
    }

    /**
     * The suite that an element states whose children are the suite's words, {@code <datasets>} first of all.
     *
     * @throws SuiteProblemsException with everything that is wrong, where anything is
     */
    public Suite read(XmlElement words) {
        Problems problems = new Problems();
        return read(XmlTree.read(words, SuiteWords.WORDS, problems), problems);
    }

    /**
     * The suite that a YAML text states.
     *
     * @param origin what problems call the text
     * @throws SuiteProblemsException with everything that is wrong, where anything is
     */
    Suite read(String yaml, Origin origin) {
        Problems problems = new Problems();
        return read(YamlTree.read(yaml, origin, problems), problems);
    }

    /**
     * The suite that the words state.
     *
     * @throws SuiteProblemsException with everything that is wrong, where anything is
     */
    public Suite read(Node words) {
        return read(words, new Problems());
    }

    private Suite read(Node words, Problems problems) {
        ReadContext reading = new ReadContext(problems, new Substitution(variables));
        Optional<Suite> suite = SuiteWords.WORDS
                .read("the suite", words, reading)
                .flatMap(values -> SuiteWords.make(values, base, problems));
        problems.throwIfAny();
        return suite.orElseThrow(() -> new IllegalStateException("no suite, and no problem with it"));
    }
}
