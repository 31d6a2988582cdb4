// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Report;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;
import org.junit.jupiter.api.Test;

class MarkdownReportTest {

    private static final List<org.commonmark.Extension> GITHUB =
            List.of(TablesExtension.create(), AutolinkExtension.create());

    @Test
    void has_the_same_content_as_the_page() throws IOException {
        assertThat(shown(summary(Samples.mixed())))
                .containsSubsequence(
                        "✕ 7 datasets: 1\u00a0failed, 1\u00a0unknown, 3\u00a0warned, 2\u00a0passed",
                        "lakecheck.yml",
                        "2026-01-16 07:00:00 GMT",
                        "Checks: 2 failed, 3 unknown, 4 warned, 10 passed, 0 skipped",
                        "metrics NOT published: cloudwatch:PutMetricData is denied",
                        "✕ payments dt=2026-01-15",
                        "recency, size failed: ",
                        "2026-01-16 06:00:00 GMT",
                        "Size by partition: dt=2026-01-15: ",
                        "100 kB",
                        "Deadline: 2026-01-16 06:00:00 GMT",
                        "Arrival: ",
                        "Folder: s3://refined/payments/dt=2026-01-15/",
                        "Evidence: 15 partitions",
                        "? leads dt=2026-01-15",
                        "s3:ListBucket on arn:aws:s3:::refined is denied",
                        "excluded: no marker");
    }

    @Test
    void lists_all_datasets_failures_first() throws IOException {
        assertThat(table(summary(Samples.mixed())))
                .containsExactly("payments", "leads", "kpi-daily", "orders", "late", "sessions", "returns");
        assertThat(table(summary(Samples.many()))).hasSize(500).startsWith("team-13-dataset-13");
    }

    @Test
    void details_only_the_datasets_that_need_attention_if_there_are_many() throws IOException {
        assertThat(Pattern.compile("(?m)^## ").matcher(summary(Samples.many())).results())
                .hasSize(6);
    }

    @Test
    void shows_hostile_names_as_text() throws IOException {
        String html = html(summary(Samples.hostile()));

        assertThat(Pattern.compile("<[^>]*>").matcher(html).results().map(MatchResult::group))
                .as("tags, all of them written by the report")
                .allMatch(
                        tag -> tag.matches(
                                "</?(h1|h2|p|ul|li|strong|table|thead|tbody|tr|th|td|details|summary|br /)( align=\"right\")?>|<!-- -->"));
        assertThat(html).contains("&lt;script&gt;document.title='owned'&lt;/script&gt;&lt;img src=x");
        assertThat(shown(summary(Samples.hostile()))).contains(Samples.HOSTILE.substring(0, 60));
    }

    @Test
    void escapes_everything_that_markdown_interprets() {
        for (String sign : List.of(
                "*a* _b_ ~~c~~ `d`",
                "[a](https://example.com) ![b](x) <https://example.com>",
                "https://example.com www.example.com WWW.example.com",
                "a | b \\| c || d",
                "&lt;b&gt; &amp; <b>",
                "@team a@example.com #1 :boom: :100: $x$ \\* ^a^",
                "at 07:00:00: mailto:a@example.com s3://b/k")) {
            Parser parser = Parser.builder().extensions(GITHUB).build();
            String row = MarkdownText.row(List.of("x", MarkdownText.escape(sign)));
            String html = HtmlRenderer.builder()
                    .extensions(GITHUB)
                    .build()
                    .render(parser.parse("| a | b |\n|---|---|\n" + row))
                    .replace("<!-- -->", "");
            String escaped = sign.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
            assertThat(html).contains("<td>" + escaped + "</td>").doesNotContain("<a ", "<em", "<code", "<img");
        }
    }

    @Test
    void stays_within_github_s_limit() throws IOException {
        String summary = summary(Samples.endless());

        assertThat(summary.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(400_000, 530_000);
        assertThat(summary).containsPattern("index.html .*[1-9][0-9]* parts.\n$");
    }

    private static String summary(Report report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MarkdownReport.write(report, new ReportPages("lakecheck.yml"), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String html(String markdown) {
        return HtmlRenderer.builder()
                .extensions(GITHUB)
                .build()
                .render(Parser.builder().extensions(GITHUB).build().parse(markdown));
    }

    /** Returns the text that a reader of the rendered Markdown sees. */
    private static String shown(String markdown) {
        return TextContentRenderer.builder()
                .extensions(GITHUB)
                .build()
                .render(Parser.builder().extensions(GITHUB).build().parse(markdown))
                .replace("<!-- -->", "");
    }

    private static Stream<String> table(String markdown) {
        return Pattern.compile("<tr>\n<td>. [a-z]+</td>\n<td>([^<]*)</td>")
                .matcher(html(markdown))
                .results()
                .map(row -> row.group(1));
    }
}
