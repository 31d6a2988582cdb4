// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.maven;

import io.lakecheck.Sentences;
import io.lakecheck.spec.Origin;
import io.lakecheck.spec.XmlElement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.codehaus.plexus.configuration.DefaultPlexusConfiguration;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pins the messages about parameters that only the Maven goals have. */
class MavenSentencesTest {

    private static final Path BASE = Path.of("/build");

    @TempDir
    private Path temporary;

    @Test
    void sentences_are_as_agreed() throws IOException {
        Optional<XmlElement> inline = Optional.of(new XmlElement("suite", "", List.of(), Origin.of("pom.xml")));
        Optional<PlexusConfiguration> calendars = Optional.of(new DefaultPlexusConfiguration("calendars"));
        Optional<Path> file = Optional.of(BASE.resolve("lakecheck.yml"));
        new Sentences()
                .add("empty suite", reading(Optional.of(BASE), Optional.empty(), Optional.empty()))
                .add("calendars without datasets", reading(file, Optional.empty(), calendars))
                .add("suite and datasets", reading(file, inline, Optional.empty()))
                .add("empty report directory", problem(() -> build().reportDirectory(" ")))
                .add("invalid report directory", problem(() -> build().reportDirectory("a\0b")))
                .add("holiday file outside the folder", outside())
                .check("maven");
    }

    private String outside() throws IOException {
        Path folder = Files.createDirectories(temporary.resolve("suites"));
        Files.writeString(temporary.resolve("bank.txt"), "2026-12-25\n");
        Path suite = Files.writeString(folder.resolve("lakecheck.yml"), """
                holidays: ../bank.txt
                datasets: { kpi: { location: "s3://refined/kpi/{date}/", checks: [ size: { min: 1 } ] } }
                """);
        return problem(() ->
                        new FunctionPackage(suite, suite).write(temporary.resolve("zip"), name -> Optional.empty()))
                .replace(temporary.toString(), "/build");
    }

    private static String reading(
            Optional<Path> file, Optional<XmlElement> inline, Optional<PlexusConfiguration> calendars) {
        SuiteSource source = new SuiteSource(file, inline, calendars, Optional.empty(), BASE);
        return problem(() -> source.read(name -> Optional.empty()));
    }

    @SuppressWarnings("deprecation")
    private static MavenBuild build() {
        MavenProject project = new MavenProject();
        project.setFile(BASE.resolve("pom.xml").toFile());
        return new MavenBuild(new MavenSession(null, null, new DefaultMavenExecutionRequest(), null), project);
    }

    private static String problem(ThrowingCallable call) {
        return Sentences.message(call);
    }
}
