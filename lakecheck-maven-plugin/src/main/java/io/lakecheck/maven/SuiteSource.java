// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.maven;

import io.lakecheck.Suite;
import io.lakecheck.spec.Origin;
import io.lakecheck.spec.Problem;
import io.lakecheck.spec.SuiteFile;
import io.lakecheck.spec.SuiteProblemsException;
import io.lakecheck.spec.SuiteReader;
import io.lakecheck.spec.Variables;
import io.lakecheck.spec.XmlElement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/**
 * The source of a goal's suite, either a suite file or a POM.
 *
 * @param file the suite file, or empty if the POM defines the datasets
 * @param inline the suite that the POM defines
 * @param calendars the calendars in the POM; only datasets in a POM may use them
 * @param globs the names or globs of the datasets to check; if empty, all datasets
 * @param base the directory against which relative locations in the POM are resolved: the directory of the POM that
 *     defines the datasets, which may be a parent POM
 */
record SuiteSource(
        Optional<Path> file,
        Optional<XmlElement> inline,
        Optional<PlexusConfiguration> calendars,
        Optional<String> globs,
        Path base) {

    private static final String DEFAULT = "lakecheck.yml";

    private static final String SUITE = "lakecheck.suite";

    /** The property that selects datasets on the command line, even if the POM defines them in {@code <datasets>}. */
    private static final String DATASETS = "lakecheck.datasets";

    static SuiteSource of(
            Optional<Path> file,
            Optional<PlexusConfiguration> datasets,
            Optional<PlexusConfiguration> calendars,
            MavenBuild build) {
        Optional<PomFiles> poms = datasets.filter(element -> element.getChildCount() > 0)
                .map(element -> PomFiles.read(build.poms(), build.profiles()));
        Optional<XmlElement> inline =
                poms.map(files -> InlineSuite.of(Stream.concat(calendars.stream(), datasets.stream()), files));
        Optional<String> configuredGlobs = datasets.filter(element -> inline.isEmpty())
                .flatMap(element -> Optional.ofNullable(element.getValue()))
                .filter(text -> !text.isBlank() && !text.equals("${" + DATASETS + "}"));
        Optional<Path> suite = inline.isPresent()
                ? file
                : Optional.of(file.map(path -> resolve(path, build)).orElseGet(() -> nearest(build)));
        Path base = poms.flatMap(PomFiles::datasetsFile).map(Path::getParent).orElseGet(build::folder);
        return new SuiteSource(
                suite, inline, calendars, build.property(DATASETS).or(() -> configuredGlobs), base);
    }

    /**
     * Returns the file that a path on the command line refers to. Maven has resolved the path against the directory of
     * the current module. If that file doesn't exist, the path is resolved against the directory in which the build was
     * started, as users expect.
     */
    private static Path resolve(Path file, MavenBuild build) {
        return build.userProperty(SUITE)
                .map(build.root()::resolve)
                .filter(other -> !Files.exists(file) && Files.exists(other))
                .orElse(file);
    }

    private static Path nearest(MavenBuild build) {
        Path own = build.folder().resolve(DEFAULT);
        Path root = build.root().resolve(DEFAULT);
        return Files.exists(own) || !Files.exists(root) ? own : root;
    }

    /** Returns the suite's name in reports: the name of its file, or {@code pom.xml}. */
    String name() {
        return file.map(Path::getFileName).map(Path::toString).orElse("pom.xml");
    }

    /**
     * Reads the suite.
     *
     * @throws SuiteProblemsException with all problems, if the suite is invalid
     */
    Suite read(Variables variables) {
        // Maven resolves an empty path to the directory of the module.
        if (file.filter(base::equals).isPresent()) {
            throw invalid(SUITE, "the value is empty", "Set it to a file, for example " + DEFAULT + ".");
        }
        if (inline.isEmpty()) {
            if (calendars.isPresent()) {
                throw invalid(
                        "pom.xml", "<calendars> is set without <datasets>", "Move the calendars to the suite file.");
            }
            return SuiteFile.read(file.orElseThrow(), variables);
        }
        if (file.isPresent()) {
            throw invalid("pom.xml", "both <suite> and <datasets> are set", "Remove one of them.");
        }
        return new SuiteReader(base, variables).read(inline.get());
    }

    private static SuiteProblemsException invalid(String origin, String what, String remedy) {
        return new SuiteProblemsException(List.of(new Problem(Origin.of(origin), what, remedy)));
    }
}
