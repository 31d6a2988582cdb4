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

/** Each runs on a class path that really lacks the library. */
class OptionalLibraryTest {

    @Test
    void a_missing_embedded_server_is_named_with_the_lines_to_paste() throws Exception {
        assertThat(without("local-s3", "embedded"))
                .contains(
                        "ExtensionConfigurationException: the embedded lake needs a library that is not on the test class"
                                + " path; paste into your POM:\n" + EmbeddedServer.LIBRARY.lines());
    }

    @Test
    void a_missing_testcontainers_is_named_with_the_lines_to_paste() throws Exception {
        assertThat(without("testcontainers", "localstack"))
                .contains(
                        "ExtensionConfigurationException: a lake on LocalStack needs a library that is not on the test class"
                                + " path; paste into your POM:\n" + LocalStackServer.LIBRARY.lines());
    }

    @Test
    void without_testcontainers_the_embedded_server_is_taken_and_said_why() throws Exception {
        assertThat(without("testcontainers", "auto"))
                .contains("lakecheck: tests use an S3 embedded in this JVM (Testcontainers is not on the class path)")
                .contains("1 passed");
    }

    @Test
    void a_missing_assertj_is_named_where_it_is_asked_for_and_missed_nowhere_else() throws Exception {
        assertThat(without("assertj", "embedded"))
                .contains("1 passed")
                .contains("LakeAssertions need a library that is not on the test class path; paste into your POM:\n"
                        + LakeAssertions.LIBRARY.lines());
    }

    @Test
    void the_lines_to_paste_have_the_versions_that_are_tested() throws Exception {
        String parent = Files.readString(Path.of("..", "pom.xml"));
        String lines =
                EmbeddedServer.LIBRARY.lines() + LocalStackServer.LIBRARY.lines() + LakeAssertions.LIBRARY.lines();

        assertThat(Pattern.compile("(?<=<version>).+(?=</version>)")
                        .matcher(lines)
                        .results()
                        .map(MatchResult::group))
                .hasSize(4)
                .allSatisfy(version -> assertThat(parent).contains(">" + version + "<"));
    }

    @Test
    void the_lines_to_paste_stand_in_the_papers() throws Exception {
        assertThat(Files.readString(Path.of("..", "docs", "junit.md"))).contains(EmbeddedServer.LIBRARY.lines());
        assertThat(Files.readString(Path.of("..", "docs", "junit.md"))).contains(LocalStackServer.LIBRARY.lines());
    }

    private static String without(String library, String backend) throws Exception {
        return Jvm.run(entry -> !entry.contains(library), OptionalLibraryTest.class, "lakecheck.backend", backend);
    }

    /** @param arguments name and value of a parameter */
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
            throw new IllegalStateException("AssertJ is there");
        }
    }
}
