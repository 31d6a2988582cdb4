// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Report;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HtmlReportTest {

    @Test
    void shows_what_failed_first() throws IOException {
        assertThat(page(Samples.mixed()))
                .containsSubsequence(
                        "<h1>",
                        "7 datasets: 1\u00a0failed, 1\u00a0unknown, 3\u00a0warned, 2\u00a0passed",
                        "Needs attention",
                        "<bdi>payments</bdi>",
                        "<bdi>leads</bdi>",
                        "<bdi>kpi-daily</bdi>",
                        "<bdi>orders</bdi>",
                        "<bdi>late</bdi>",
                        "In order",
                        "<bdi>sessions</bdi>",
                        "<bdi>returns</bdi>");
    }

    @Test
    void says_the_whole_case_with_its_evidence_and_a_picture_in_words() throws IOException {
        String page = page(Samples.mixed());

        assertThat(page)
                .contains("judged for <time datetime=\"2026-01-16T07:00:00Z\">2026-01-16 07:00:00 GMT</time>")
                .contains("<bdi>lakecheck.yml</bdi>")
                .contains("<dt>Deadline</dt><dd>2026-01-16 06:00:00 GMT</dd>")
                .contains("<b>recency</b> not there<span class=\"allowed\">, due 2026-01-16 06:00:00 GMT</span>")
                .contains("s3:ListBucket on arn:aws:s3:::refined is denied")
                .contains("left out: no marker")
                .contains("left out: absent")
                .contains("metrics NOT published");
        assertThat(page)
                .containsPattern(
                        "aria-label=\"Size by partition: dt=2026-01-15: [0-9.]+ MB, limit at least 195 kB, expected"
                                + " [0-9.]+ MB to [0-9.]+ MB; baseline of 14 partitions with [0-9.]+ MB to [0-9.]+ MB,"
                                + " 2 left out\"");
    }

    @Test
    void holds_no_script_no_inline_style_and_nothing_from_elsewhere() throws IOException {
        for (Report report : new Report[] {Samples.passed(), Samples.mixed(), Samples.hostile()}) {
            String tags = tags(page(report));
            assertThat(tags)
                    .doesNotContainIgnoringCase("<script")
                    .doesNotContainIgnoringCase("<style")
                    .doesNotContainPattern("(?i)\\sstyle\\s*=")
                    .doesNotContainPattern("(?i)\\son[a-z]+\\s*=")
                    .doesNotContainPattern("(?i)\\b(src|href)=\"(?!#|lakecheck\\.css)");
        }
    }

    @Test
    void makes_hostile_names_harmless_and_visible() throws IOException {
        String page = page(Samples.hostile());

        assertThat(page)
                .contains("&lt;script&gt;document.title=")
                .contains("\\u{1b}[31m")
                .contains("\\u{202e}gnp.exe\\u{2066}\\u{0}\\u{fffe}")
                .doesNotContain("<img", "\u001b", "\u202e", "\u2066", "\u0000", "x".repeat(400))
                .doesNotContainPattern("(?m)^::error");
    }

    @Test
    void five_hundred_datasets_are_written_fast_and_small() throws IOException {
        Report report = Samples.many();
        page(Samples.mixed());

        long started = System.nanoTime();
        String page = page(report);
        Duration took = Duration.ofNanos(System.nanoTime() - started);

        assertThat(took).isLessThan(Duration.ofSeconds(5));
        assertThat(page.length()).isLessThan(4_000_000);
        assertThat(Pattern.compile("<details class=\"card\"").matcher(page).results())
                .hasSize(500);
        assertThat(Pattern.compile("<details class=\"card\" open").matcher(page).results())
                .as("what passed is folded")
                .hasSize(6);
    }

    @Test
    void the_same_report_gives_the_same_bytes() throws IOException {
        assertThat(page(Samples.mixed())).isEqualTo(page(Samples.mixed()));
    }

    static String page(Report report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        HtmlReport.write(report, "lakecheck.yml", out);
        return out.toString(StandardCharsets.UTF_8);
    }

    static byte[] styles() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        HtmlReport.writeStyles(out);
        return out.toByteArray();
    }

    /** The page without its text: what stands between tags may look like anything. */
    private static String tags(String page) {
        return Pattern.compile("<[^>]*>")
                .matcher(page)
                .results()
                .map(tag -> tag.group())
                .reduce("", String::concat);
    }
}
