// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;

/** Each test runs another JVM, whose class path lacks the library. */
class OptionalLibraryTest {

    @Test
    void a_missing_testcontainers_error_shows_its_dependency() throws Exception {
        assertThat(without("testcontainers", "localstack"))
                .contains("ExtensionConfigurationException: ", LocalStackServer.LIBRARY.lines())
                // The line is printed before a container is started, because that takes a while.
                .startsWith("lakecheck: starting " + LocalStackServer.DEFAULT_IMAGE
                        + " in Docker (lakecheck.backend=localstack is set");
    }

    @Test
    void auto_prints_why_it_selects_the_embedded_server() throws Exception {
        assertThat(without("testcontainers", "auto"))
                .contains("the embedded S3 server at http", "(Testcontainers is not on the class path)")
                .contains("1 passed");
    }

    @Test
    void assertj_is_only_needed_for_assertions() throws Exception {
        assertThat(without("assertj", "embedded"))
                .contains("1 passed")
                .contains("LakeAssertions", LakeAssertions.LIBRARY.lines());
    }

    @Test
    void the_shown_dependencies_have_the_tested_versions() throws Exception {
        String parent = Files.readString(Path.of("..", "pom.xml"));
        String lines = LocalStackServer.LIBRARY.lines() + LakeAssertions.LIBRARY.lines();

        assertThat(Pattern.compile("(?<=<version>).+(?=</version>)")
                        .matcher(lines)
                        .results()
                        .map(MatchResult::group))
                .hasSize(2)
                .allSatisfy(version -> assertThat(parent).contains(">" + version + "<"));
    }

    @Test
    void the_shown_dependencies_are_documented() throws Exception {
        assertThat(Files.readString(Path.of("..", "docs", "junit.md"))).contains(LocalStackServer.LIBRARY.lines());
    }

    private static String without(String library, String backend) throws Exception {
        return Jvm.run(entry -> !entry.contains(library), OptionalLibraryTest.class, "lakecheck.backend", backend);
    }

    /** @param arguments the name and the value of a configuration parameter */
    public static void main(String... arguments) {
        Run run = Run.with(Map.of(arguments[0], arguments[1]), Jobs.class);
        System.out.println(run.succeeded() + " passed");
        run.failures().forEach(System.out::println);
        System.exit(0);
    }

    @LocalLake
    static class Jobs {

        @Test
        @LakeCheck(location = "s3://${bucket}/kpi/dt={date}/", partition = "2026-01-02", size = @Size(min = "1 B"))
        void writes(S3Client s3, LakeSeed lake) {
            Job.write(s3, lake.bucket(), "kpi/dt=2026-01-02/", 600, "part-0");
        }

        @Test
        void asserts(LakeSeed lake) {
            LakeAssertions.assertThat(lake);
            throw new IllegalStateException("AssertJ is on the class path");
        }
    }
}
