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

    private static final int MEGABYTE = 1_000_000;

    @Test
    void shows_failures_first() throws IOException {
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
                        "Passed or skipped",
                        "<bdi>sessions</bdi>",
                        "<bdi>returns</bdi>");
    }

    @Test
    void shows_verdicts_with_evidence_and_describes_charts_in_words() throws IOException {
        String page = page(Samples.mixed());

        assertThat(page)
                .contains("<time datetime=\"2026-01-16T07:00:00Z\">2026-01-16 07:00:00 GMT</time>")
                .contains("<bdi>lakecheck.yml</bdi>")
                .contains("<dt>Deadline</dt><dd>2026-01-16 06:00:00 GMT</dd>")
                .containsPattern("<b>recency</b> [^<]*<span class=\"expected\">; expected [^<]*2026-01-16 06:00:00 GMT")
                .contains("s3:ListBucket on arn:aws:s3:::refined is denied")
                .contains("excluded: no marker")
                .contains("excluded: absent")
                .contains("metrics NOT published");
        assertThat(page)
                .containsPattern(
                        "aria-label=\"Size by partition: dt=2026-01-15: [0-9.]+ MB, [^\"]*195 kB, [^\"]*[0-9.]+ MB to"
                                + " [0-9.]+ MB; baseline: [0-9.]+ MB to [0-9.]+ MB [(]14 partitions[)]; 2 partitions excluded;"
                                + " failed: dt=2026-01-11; absent or empty: dt=2026-01-06\"");
    }

    @Test
    void has_no_script_no_inline_style_and_no_external_resource() throws IOException {
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
    void escapes_hostile_names_and_makes_them_visible() throws IOException {
        String page = page(Samples.hostile());

        assertThat(page)
                .contains("&lt;script&gt;document.title=")
                .contains("\\u{1b}[31m")
                .contains("\\u{202e}gnp.exe\\u{2066}\\u{0}\\u{fffe}")
                .doesNotContain("<img", "\u001b", "\u202e", "\u2066", "\u0000", "x".repeat(400))
                .doesNotContainPattern("(?m)^::error");
    }

    @Test
    void five_hundred_datasets_are_fast_and_small() throws IOException {
        Report report = Samples.many();
        page(Samples.mixed());

        long started = System.nanoTime();
        String page = page(report);
        Duration took = Duration.ofNanos(System.nanoTime() - started);

        assertThat(took).isLessThan(Duration.ofSeconds(5));
        assertThat(page.length()).isLessThan(MEGABYTE);
        assertThat(Pattern.compile("<details class=\"card\"").matcher(page).results())
                .hasSize(500);
        assertThat(Pattern.compile("<details class=\"card\" open").matcher(page).results())
                .as("what passed is folded")
                .hasSize(6);
        assertThat(Pattern.compile(
                                "<details class=\"card\" open>(?:(?!</section>|<details class=\"card\").)*<figure>",
                                Pattern.DOTALL)
                        .matcher(page)
                        .results())
                .as("what needs attention has a chart")
                .hasSize(6);
    }

    @Test
    void five_hundred_failures_leave_out_details_instead_of_verdicts() throws IOException {
        String page = page(Samples.manyFailing());

        assertThat(page.length()).isLessThan(MEGABYTE);
        assertThat(page).contains("<figure>", "The page is too long for this chart and its evidence.");
        assertThat(Pattern.compile("<b>delta</b>").matcher(page).results()).hasSize(500);
    }

    @Test
    void is_reproducible() throws IOException {
        assertThat(page(Samples.mixed())).isEqualTo(page(Samples.mixed()));
    }

    static String page(Report report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        HtmlReport.write(report, new ReportPages("lakecheck.yml"), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    static byte[] styles() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        HtmlReport.writeStyles(out);
        return out.toByteArray();
    }

    /** Returns only the tags of a page, because its text may contain anything. */
    private static String tags(String page) {
        return Pattern.compile("<[^>]*>")
                .matcher(page)
                .results()
                .map(tag -> tag.group())
                .reduce("", String::concat);
    }
}
