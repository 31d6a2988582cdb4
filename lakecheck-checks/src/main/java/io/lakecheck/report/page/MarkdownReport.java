// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report.page;

import io.lakecheck.Report;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The page's facts as GitHub's Markdown, for where a page can't be shown. What needs attention comes first; what is too
 * much for one summary is counted, and told whole by the page.
 */
public final class MarkdownReport {

    /** Half of what GitHub takes, for a job may have more to say. */
    private static final int MOST_BYTES = 512 * 1024;

    private MarkdownReport() {}

    /**
     * Writes the summary.
     *
     * @param suite what people call the suite: {@code lakecheck.yml}
     */
    public static void write(Report report, String suite, OutputStream out) throws IOException {
        ReportPage page = ReportPage.of(report, suite);
        List<String> parts = new ArrayList<>();
        parts.add(top(page));
        page.cards().stream().map(MarkdownReport::index).forEach(parts::add);
        page.cards().stream().filter(page::unfolds).map(MarkdownReport::section).forEach(parts::add);
        int left = parts.size();
        int room = MOST_BYTES;
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            room -= bytes.length;
            if (room < 0) {
                out.write(("\nAnd more: index.html has the other " + left + " parts of this.\n")
                        .getBytes(StandardCharsets.UTF_8));
                return;
            }
            out.write(bytes);
            left--;
        }
    }

    private static String top(ReportPage page) {
        StringBuilder out = new StringBuilder("# ")
                .append(page.state().glyph())
                .append(' ')
                .append(Markdown.text(page.headline()))
                .append("\n\n")
                .append(Markdown.text("Suite " + page.suite() + ", judged for " + page.at()))
                .append("\\\n")
                .append(Markdown.text(page.effort()))
                .append("\\\nChecks: ")
                .append(page.counts().stream()
                        .map(count -> count.checks() + " " + count.state().word())
                        .collect(Collectors.joining(", ")))
                .append("\n\n");
        page.notices()
                .forEach(notice ->
                        out.append("> ").append(Markdown.text(notice.text())).append("\n\n"));
        return out.append("| | Dataset | Partition | Checks |\n|---|---|---|---|\n")
                .toString();
    }

    private static String index(Card card) {
        String checks = card.lines().stream()
                .map(line -> line.check() + " " + line.state().word())
                .collect(Collectors.joining(", "));
        return Markdown.row(List.of(
                sign(card), Markdown.text(card.name()), Markdown.text(card.partition()), Markdown.text(checks)));
    }

    private static String section(Card card) {
        StringBuilder out = new StringBuilder("\n## ")
                .append(card.state().glyph())
                .append(' ')
                .append(Markdown.text((card.name() + " " + card.partition()).strip()))
                .append("\n\n");
        for (Line line : card.lines()) {
            String text = Stream.of(line.measured(), line.expected())
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(", "));
            out.append("- **")
                    .append(line.check())
                    .append("** ")
                    .append(line.state().word())
                    .append(": ");
            out.append(Markdown.text(line.reason().isEmpty() ? text : text + "; " + line.reason()))
                    .append('\n');
        }
        out.append('\n');
        card.charts().forEach(chart -> out.append(Markdown.text(chart.title() + ": " + chart.alternative()))
                .append("\n\n"));
        card.facts().forEach(fact -> out.append(Markdown.text(fact.name() + ": " + fact.value()))
                .append("\\\n"));
        out.append(Markdown.text("Folder: " + card.folder())).append("\n");
        return out.append(evidence(card)).toString();
    }

    private static String evidence(Card card) {
        if (card.rows().size() < 2) {
            return "";
        }
        StringBuilder out = new StringBuilder("\n<details><summary>Evidence: ")
                .append(card.rows().size())
                .append(" partitions</summary>\n\n")
                .append("| Partition | Size | Objects | Arrived | Use |\n|---|--:|--:|---|---|\n");
        for (Row row : card.rows()) {
            out.append(Markdown.row(Stream.of(row.partition(), row.size(), row.objects(), row.arrived(), row.use())
                    .map(Markdown::text)
                    .toList()));
        }
        if (card.leftRows() > 0) {
            out.append('\n').append(card.leftRows()).append(" earlier partitions more were considered.\n");
        }
        return out.append("\n</details>\n").toString();
    }

    private static String sign(Card card) {
        return card.state().glyph() + " " + card.state().word();
    }
}
