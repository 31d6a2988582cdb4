// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Hazard;
import io.lakecheck.Survives;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that malicious and broken files are rejected in less than a second, with a place and a remedy. */
@Survives(Hazard.HOSTILE_SUITE)
class HostileYamlTest {

    private static final Duration LONGEST = Duration.ofSeconds(1);

    @TempDir
    Path folder;

    /** Loads and compiles classes before a test starts to measure time. */
    @BeforeAll
    static void warm() {
        for (int i = 0; i < 10; i++) {
            Yaml.problems("{" + "a,".repeat(1000) + "}");
        }
    }

    @Test
    void an_alias_bomb() throws IOException {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 30; i++) {
            String before = "*a" + (i - 1) + ", ";
            bomb.append('a')
                    .append(i)
                    .append(": &a")
                    .append(i)
                    .append(" [")
                    .append(before.repeat(10))
                    .append("x]\n");
        }

        rejected(bomb.toString()).contains("lakecheck.yml:1:5: ", "anchor &a0", "lakecheck.yml:2:10: ", "alias *a0");
    }

    @Test
    void three_thousand_nested_blocks() throws IOException {
        StringBuilder deep = new StringBuilder();
        for (int i = 0; i < 3000 && deep.length() < 250_000; i++) {
            deep.append("{a: ");
        }

        rejected(deep + "}".repeat(3000)).startsWith("lakecheck.yml:1:126: ").contains("32 levels");
    }

    @Test
    void three_thousand_nested_lists() throws IOException {
        rejected("[".repeat(3000) + "]".repeat(3000))
                .startsWith("lakecheck.yml:1:33: ")
                .contains("32 levels");
    }

    @Test
    void three_thousand_dashes_on_a_line() throws IOException {
        rejected("- ".repeat(3000) + "x").startsWith("lakecheck.yml:1:65: ").contains("32 levels");
    }

    @Test
    void a_value_of_four_megabytes() throws IOException {
        rejected("zone: " + "x".repeat(4_000_000))
                .startsWith("lakecheck.yml:1:262146: ")
                .contains("256 KiB");
    }

    @Test
    void a_value_as_long_as_the_file_may_be() throws IOException {
        rejected("zone: " + "x".repeat(262_000))
                .contains("lakecheck.yml:1:7: ", "'xxx")
                .hasSizeLessThan(1000);
    }

    @Test
    void a_key_as_long_as_the_file_may_be() throws IOException {
        rejected("? " + "x".repeat(262_000)).startsWith("2 problems").hasSizeLessThan(2000);
    }

    @Test
    void a_hundred_thousand_keys() throws IOException {
        rejected("{" + "a,".repeat(100_000) + "}")
                .startsWith("lakecheck.yml:1:40001: ")
                .contains("40000");
    }

    @Test
    void ten_thousand_problems() throws IOException {
        rejected("{" + "a,".repeat(10_000) + "}").startsWith("1000 problems").hasSizeLessThan(100_000);
    }

    @Test
    void variables_that_never_end() throws IOException {
        rejected("zone: " + "${A:-".repeat(50_000)).contains("lakecheck.yml:1:7: ", "'${' is not closed");
        rejected("zone: " + "${A:-".repeat(25_000) + "}".repeat(25_000)).contains("lakecheck.yml:1:7: ", "8 levels");
    }

    @Test
    void duplicate_keys() throws IOException {
        rejected("zone: UTC\n" + Yaml.daily("recency: {}") + "zone: UTC\n")
                .startsWith("lakecheck.yml:7:1: ")
                .contains("'zone'", "lakecheck.yml:1:1");
    }

    @Test
    void tags() throws IOException {
        rejected("zone: !!java.net.URL [\"http://localhost\"]").contains("lakecheck.yml:1:7: ", "tag !!java.net.URL");
        rejected("!suite { zone: !!str UTC }").contains("1:1: unsupported tag", "1:16: unsupported tag");
    }

    @Test
    void tabs() throws IOException {
        rejected("datasets:\n\tkpi:\n").startsWith("lakecheck.yml:2:1: ").contains("spaces instead of tabs");
        rejected("zone:\n  \t- x\n").startsWith("lakecheck.yml:2:3: ").contains("spaces instead of tabs");
    }

    @Test
    void byte_order_marks() throws IOException {
        rejected("\uFEFFzone: UTC").startsWith("lakecheck.yml:1:1: ").contains("byte order mark");
        rejected("zone: UTC\n\uFEFF").startsWith("lakecheck.yml:2:1: ").contains("\\u{feff}");
        rejected("\uFEFFzone: UTC".getBytes(UTF_16LE))
                .startsWith("lakecheck.yml:1:1: ")
                .contains("UTF-8");
    }

    @Test
    void bytes_that_are_not_text() throws IOException {
        rejected(new byte[] {'z', 'o', 'n', 'e', ':', '\n', ' ', (byte) 0xE4})
                .startsWith("lakecheck.yml:2:2: ")
                .contains("UTF-8");
        rejected("zone: UTC\0").startsWith("lakecheck.yml:1:10: ").contains("\\u{0}");
        rejected("zone: \u001B[31m").startsWith("lakecheck.yml:1:7: ").contains("\\u{1b}");
        rejected("# \u0080").startsWith("lakecheck.yml:1:3: ").contains("\\u{80}");
    }

    @Test
    void an_empty_file() throws IOException {
        rejected("").startsWith("lakecheck.yml:1:1: ").contains("empty", "'datasets'");
        rejected("# a comment\n\n").startsWith("lakecheck.yml:1:1: ").contains("empty", "'datasets'");
        rejected("---\n").contains("datasets");
    }

    @Test
    void two_documents() throws IOException {
        rejected(Yaml.daily("recency: {}") + "---\nzone: UTC\n")
                .startsWith("lakecheck.yml:6:1: ")
                .contains("second document");
    }

    @Test
    void null_values() throws IOException {
        rejected("zone: ~\ndue: null\n")
                .contains("lakecheck.yml:1:7: ", "null value '~'", "lakecheck.yml:2:6: ", "null value 'null'");
    }

    @Test
    void lists_and_blocks_as_keys() throws IOException {
        rejected("? [a, b]\n: c\n").contains("lakecheck.yml:1:3: the key is a list");
        rejected("{{a: b}: c}").contains("lakecheck.yml:1:2: the key is a mapping");
    }

    @Test
    void wrong_types_everywhere() throws IOException {
        rejected("zone: [UTC]\ndue: {}\ndays: {}\ns3: [x]\ncloudwatch: yes\ndatasets: no\n")
                .startsWith("6 problems")
                .contains("1:7: zone is a list", "2:6: due is a mapping", "3:7: days is a mapping", "4:5: s3 is a list")
                .contains("5:13: cloudwatch is text", "6:11: datasets is text");
    }

    @Test
    void brackets_and_quotes_that_are_not_closed() throws IOException {
        rejected("datasets: { kpi: [").startsWith("lakecheck.yml:1:19: invalid YAML: ");
        rejected("zone: \"UTC").startsWith("lakecheck.yml:1:11: invalid YAML: ");
    }

    @Test
    void a_colon_in_text_without_quotes() throws IOException {
        rejected("zone: UTC\nlocation: a: b\n")
                .startsWith("lakecheck.yml:2:12: invalid YAML: mapping values are not allowed here")
                .contains("quote");
    }

    @Test
    void a_file_of_another_kind() throws IOException {
        rejected("{\"zone\": \"UTC\", \"datasets\": {\"kpi\": 3}}")
                .startsWith("lakecheck.yml:1:37: dataset 'kpi' is text")
                .contains("location", "checks");
        rejected("<suite/>").startsWith("lakecheck.yml:1:1: the suite is text");
    }

    @Test
    void hundreds_of_calendars_and_of_unknown_names() throws IOException {
        String longest = "n".repeat(58);
        StringBuilder yaml = new StringBuilder("calendars:\n");
        for (int i = 0; i < 400; i++) {
            yaml.append("  ").append(longest).append(i).append(":\n");
        }
        yaml.append("datasets:\n");
        for (int i = 0; i < 400; i++) {
            yaml.append("  d")
                    .append(i)
                    .append(": {calendar: ")
                    .append("m".repeat(58))
                    .append(i);
            yaml.append(", location: \"x/{date}\", checks: [size: {min: 1}]}\n");
        }

        rejected(yaml.toString()).contains("unknown calendar 'mmm");
    }

    private AbstractStringAssert<?> rejected(String yaml) throws IOException {
        return rejected(yaml.getBytes(UTF_8));
    }

    private AbstractStringAssert<?> rejected(byte[] bytes) throws IOException {
        Path file = folder.resolve("lakecheck.yml");
        Files.write(file, bytes);
        long start = cpuTime();
        SuiteProblemsException thrown = Assertions.catchThrowableOfType(
                SuiteProblemsException.class, () -> SuiteFile.read(file, name -> Optional.empty()));
        Duration took = Duration.ofNanos(cpuTime() - start);

        assertThat(thrown).isNotNull().hasNoCause();
        assertThat(thrown.getStackTrace()).isEmpty();
        assertThat(took).isLessThan(LONGEST);
        return assertThat(String.valueOf(thrown.getMessage()).replace(folder + "/", ""));
    }

    /** Returns this thread's CPU time, which is not affected by other work on a busy machine. */
    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
