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

/** Files that no honest author writes, or only by accident: refused in under a second, with a place and a remedy. */
@Survives(Hazard.HOSTILE_SUITE)
class HostileYamlTest {

    private static final Duration LONGEST = Duration.ofSeconds(1);

    @TempDir
    Path folder;

    /** So that no test's second goes to loading and compiling classes. */
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

        refused(bomb.toString())
                .contains("lakecheck.yml:1:5: anchors are not taken; leave &a0 out\n")
                .contains("lakecheck.yml:2:10: *a0 is an alias, and aliases are not taken; write the value out;");
    }

    @Test
    void three_thousand_blocks_in_each_other() throws IOException {
        StringBuilder deep = new StringBuilder();
        for (int i = 0; i < 3000 && deep.length() < 250_000; i++) {
            deep.append("{a: ");
        }

        refused(deep + "}".repeat(3000)).isEqualTo("lakecheck.yml:1:126: this is nested deeper than 32; indent less");
    }

    @Test
    void three_thousand_lists_in_each_other() throws IOException {
        refused("[".repeat(3000) + "]".repeat(3000))
                .isEqualTo("lakecheck.yml:1:33: this is nested deeper than 32; indent less");
    }

    @Test
    void three_thousand_dashes_on_a_line() throws IOException {
        refused("- ".repeat(3000) + "x").isEqualTo("lakecheck.yml:1:65: this is nested deeper than 32; indent less");
    }

    @Test
    void a_value_of_four_megabytes() throws IOException {
        refused("zone: " + "x".repeat(4_000_000))
                .isEqualTo("lakecheck.yml:1:262146: the file is larger than 256 KiB; write less, or split the suite");
    }

    @Test
    void a_value_as_long_as_the_file_may_be() throws IOException {
        refused("zone: " + "x".repeat(262_000))
                .contains("lakecheck.yml:1:7: zone: 'xxx")
                .hasSizeLessThan(1000);
    }

    @Test
    void a_word_as_long_as_the_file_may_be() throws IOException {
        refused("? " + "x".repeat(262_000)).startsWith("2 problems").hasSizeLessThan(2000);
    }

    @Test
    void a_hundred_thousand_words() throws IOException {
        refused("{" + "a,".repeat(100_000) + "}")
                .isEqualTo("lakecheck.yml:1:40001: there are more than 40000 words up to here; write less, or split the"
                        + " suite");
    }

    @Test
    void ten_thousand_problems() throws IOException {
        refused("{" + "a,".repeat(10_000) + "}").startsWith("1000 problems").hasSizeLessThan(100_000);
    }

    @Test
    void variables_that_never_end() throws IOException {
        refused("zone: " + "${A:-".repeat(50_000)).contains("lakecheck.yml:1:7: ${ is not closed;");
        refused("zone: " + "${A:-".repeat(25_000) + "}".repeat(25_000))
                .contains(
                        "lakecheck.yml:1:7: variables stand in each other's defaults too deep; write the default out");
    }

    @Test
    void words_that_stand_twice() throws IOException {
        refused("zone: UTC\n" + Yaml.daily("recency: {}") + "zone: UTC\n")
                .isEqualTo(
                        "lakecheck.yml:7:1: zone stands here for the second time; the first is at lakecheck.yml:1:1; leave"
                                + " one of them out");
    }

    @Test
    void tags() throws IOException {
        refused("zone: !!java.net.URL [\"http://localhost\"]")
                .contains("lakecheck.yml:1:7: tags are not taken; leave tag:yaml.org,2002:java.net.URL out;");
        refused("!suite { zone: !!str UTC }")
                .contains("1:1: tags are not taken")
                .contains("1:16: tags are not taken");
    }

    @Test
    void tabs() throws IOException {
        refused("datasets:\n\tkpi:\n")
                .startsWith("lakecheck.yml:2:1: this is no YAML: ")
                .endsWith("; indent with spaces, never with tabs");
        refused("zone:\n  \t- x\n").startsWith("lakecheck.yml:2:3: ").endsWith("; indent with spaces, never with tabs");
    }

    @Test
    void byte_order_marks() throws IOException {
        refused("\uFEFFzone: UTC")
                .isEqualTo("lakecheck.yml:1:1: the file begins with a byte order mark; save it as UTF-8 without one");
        refused("zone: UTC\n\uFEFF")
                .isEqualTo("lakecheck.yml:2:1: there is a character that no text has: \\u{feff}; remove it");
        refused("\uFEFFzone: UTC".getBytes(UTF_16LE))
                .isEqualTo("lakecheck.yml:1:1: this is no UTF-8; save the file as UTF-8");
    }

    @Test
    void bytes_that_are_no_text() throws IOException {
        refused(new byte[] {'z', 'o', 'n', 'e', ':', '\n', ' ', (byte) 0xE4})
                .isEqualTo("lakecheck.yml:2:2: this is no UTF-8; save the file as UTF-8");
        refused("zone: UTC\0")
                .isEqualTo("lakecheck.yml:1:10: there is a character that no text has: \\u{0}; remove it");
        refused("zone: \u001B[31m").startsWith("lakecheck.yml:1:7: there is a character that no text has: \\u{1b};");
        refused("# \u0080").startsWith("lakecheck.yml:1:3: there is a character that no text has: \\u{80};");
    }

    @Test
    void nothing_at_all() throws IOException {
        String empty = "lakecheck.yml:1:1: the file is empty; write datasets: and at least one dataset";

        refused("").isEqualTo(empty);
        refused("# a comment\n\n").isEqualTo(empty);
        refused("---\n").contains("the suite has no datasets");
    }

    @Test
    void two_documents() throws IOException {
        refused(Yaml.daily("recency: {}") + "---\nzone: UTC\n")
                .isEqualTo(
                        "lakecheck.yml:6:1: a second document begins here; write one suite in one file, without ---");
    }

    @Test
    void nothing_in_the_place_of_a_value() throws IOException {
        refused("zone: ~\ndue: null\n")
                .contains(
                        "lakecheck.yml:1:7: '~' says nothing; leave the word out, or give it a value; quote it if it is a name")
                .contains("lakecheck.yml:2:6: 'null' says nothing;");
    }

    @Test
    void lists_and_blocks_as_names() throws IOException {
        refused("? [a, b]\n: c\n").contains("lakecheck.yml:1:3: a list can't be a name; write a word before the colon");
        refused("{{a: b}: c}").contains("lakecheck.yml:1:2: a block of names can't be a name;");
    }

    @Test
    void wrong_types_everywhere() throws IOException {
        refused("zone: [UTC]\ndue: {}\ndays: {}\ns3: [x]\ncloudwatch: yes\ndatasets: no\n")
                .startsWith("6 problems")
                .contains("1:7: zone is a list;", "2:6: due is a block", "3:7: days is a block", "4:5: s3 is a list;")
                .contains("5:13: cloudwatch is a single value;", "6:11: datasets is a single value;");
    }

    @Test
    void brackets_and_quotes_that_stay_open() throws IOException {
        refused("datasets: { kpi: [").startsWith("lakecheck.yml:1:19: this is no YAML: ");
        refused("zone: \"UTC").startsWith("lakecheck.yml:1:11: this is no YAML: ");
    }

    @Test
    void a_colon_in_a_text_that_is_not_quoted() throws IOException {
        refused("zone: UTC\nlocation: a: b\n")
                .startsWith("lakecheck.yml:2:12: this is no YAML: mapping values are not allowed here;")
                .endsWith("quote a text with a colon and a space in it");
    }

    @Test
    void a_file_of_another_kind() throws IOException {
        refused("{\"zone\": \"UTC\", \"datasets\": {\"kpi\": 3}}")
                .isEqualTo(
                        "lakecheck.yml:1:37: kpi is a single value; write a block with location, zone, due, calendar, days, except,"
                                + " only, holidays, validThrough, include, exclude, checks, dimensions");
        refused("<suite/>").startsWith("lakecheck.yml:1:1: the suite is a single value;");
    }

    @Test
    void hundreds_of_calendars_and_as_many_that_are_unknown() throws IOException {
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

        refused(yaml.toString()).contains("there is no calendar 'mmm");
    }

    private AbstractStringAssert<?> refused(String yaml) throws IOException {
        return refused(yaml.getBytes(UTF_8));
    }

    private AbstractStringAssert<?> refused(byte[] bytes) throws IOException {
        Path file = folder.resolve("lakecheck.yml");
        Files.write(file, bytes);
        long start = cpuTime();
        SuiteProblemsException refused = Assertions.catchThrowableOfType(
                SuiteProblemsException.class, () -> SuiteFile.read(file, name -> Optional.empty()));
        Duration took = Duration.ofNanos(cpuTime() - start);

        assertThat(refused).isNotNull().hasNoCause();
        assertThat(refused.getStackTrace()).isEmpty();
        assertThat(took).isLessThan(LONGEST);
        return assertThat(String.valueOf(refused.getMessage()).replace(folder + "/", ""));
    }

    /** This thread's own: other work on a busy machine does not count. */
    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
