// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.maven;

import io.lakecheck.Suite;
import io.lakecheck.spec.Origin;
import io.lakecheck.spec.Problem;
import io.lakecheck.spec.SuiteFile;
import io.lakecheck.spec.SuiteProblemsException;
import io.lakecheck.spec.SuiteReader;
import io.lakecheck.spec.XmlElement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/**
 * Where a goal's suite comes from: a file, or the datasets in its POM.
 *
 * @param file the suite file; empty where the POM holds the datasets
 * @param inline the suite that the POM's calendars and datasets make
 * @param calendars what datasets in the POM may share
 * @param globs which datasets are wanted; empty for all
 * @param base from where relative locations in the POM are found: the folder of the POM that holds them, be it a
 *     parent'
 */
record SuiteSource(
        Optional<Path> file,
        Optional<XmlElement> inline,
        Optional<PlexusConfiguration> calendars,
        Optional<String> globs,
        Path base) {

    private static final String DEFAULT = "lakecheck.yml";

    private static final String SUITE = "lakecheck.suite";

    /** The property names datasets also where the POM's element holds them. */
    private static final String DATASETS = "lakecheck.datasets";

    static SuiteSource of(
            Optional<Path> file,
            Optional<PlexusConfiguration> datasets,
            Optional<PlexusConfiguration> calendars,
            Build build) {
        Optional<PomText> pom = datasets.filter(words -> words.getChildCount() > 0)
                .map(words -> PomText.in(build.poms(), build.profiles()));
        Optional<XmlElement> inline =
                pom.map(loose -> PomWords.of(Stream.concat(calendars.stream(), datasets.stream()), loose));
        Optional<String> written = datasets.filter(words -> inline.isEmpty())
                .flatMap(words -> Optional.ofNullable(words.getValue()))
                .filter(text -> !text.isBlank() && !text.equals("${" + DATASETS + "}"));
        Optional<String> globs = build.property(DATASETS).or(() -> written);
        Optional<Path> suite = inline.isPresent()
                ? file
                : Optional.of(file.map(path -> asked(path, build)).orElseGet(() -> nearest(build)));
        Path base = pom.flatMap(PomText::home).map(Path::getParent).orElseGet(build::folder);
        return new SuiteSource(suite, inline, calendars, globs, base);
    }

    /** Maven finds a relative path from each module's folder; on the command line it is meant from where one stands. */
    private static Path asked(Path file, Build build) {
        return build.said(SUITE)
                .map(build.root()::resolve)
                .filter(other -> !Files.exists(file) && Files.exists(other))
                .orElse(file);
    }

    private static Path nearest(Build build) {
        Path own = build.folder().resolve(DEFAULT);
        Path root = build.root().resolve(DEFAULT);
        return Files.exists(own) || !Files.exists(root) ? own : root;
    }

    /** What people call it: its file's name, not the way there. */
    String called() {
        return file.map(Path::getFileName).map(Path::toString).orElse("pom.xml");
    }

    /**
     * The suite, read once; whoever asks for one that is wrong is told all its problems, as a
     * {@link SuiteProblemsException}.
     */
    Supplier<Suite> read(Function<String, Optional<String>> variables) {
        try {
            Suite suite = suite(variables);
            return () -> suite;
        } catch (SuiteProblemsException wrong) {
            return () -> {
                throw wrong;
            };
        }
    }

    private Suite suite(Function<String, Optional<String>> variables) {
        // What Maven makes of no text at all.
        if (file.filter(base::equals).isPresent()) {
            throw new SuiteProblemsException(List.of(new Problem(
                    Origin.of("the configuration"), "suite is nothing", "write a file such as " + DEFAULT)));
        }
        if (inline.isEmpty()) {
            if (calendars.isPresent()) {
                throw refused("<calendars> are there without <datasets>", "write them into the suite file");
            }
            return SuiteFile.read(file.orElseThrow(), variables);
        }
        if (file.isPresent()) {
            throw refused("both <suite> and <datasets> are there", "leave one of them out");
        }
        return new SuiteReader(base, variables).read(inline.get());
    }

    private static SuiteProblemsException refused(String what, String remedy) {
        return new SuiteProblemsException(List.of(new Problem(Origin.of("pom.xml"), what, remedy)));
    }
}
