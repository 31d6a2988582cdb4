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
 * A summary in GitHub's Markdown, with the same content as the HTML report. Datasets that need attention come first. If
 * the summary exceeds the size limit, it is cut off and refers to the HTML report.
 */
public final class MarkdownReport {

    /**
     * The maximum size of a summary, in bytes. It is half of what GitHub accepts, because other commands in the same
     * step may also write to the job summary.
     */
    private static final int MAX_BYTES = 512 * 1024;

    private MarkdownReport() {}

    /** Writes the summary. */
    public static void write(Report report, ReportPages pages, OutputStream out) throws IOException {
        ReportPage page = pages.page(report);
        List<String> parts = new ArrayList<>();
        parts.add(header(page));
        page.cards().stream().map(MarkdownReport::indexRow).forEach(parts::add);
        page.cards().stream()
                .filter(page::isUnfolded)
                .map(MarkdownReport::section)
                .forEach(parts::add);
        int remaining = parts.size();
        int room = MAX_BYTES;
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            room -= bytes.length;
            if (room < 0) {
                out.write(("\nShortened: see index.html for the remaining " + remaining + " parts.\n")
                        .getBytes(StandardCharsets.UTF_8));
                return;
            }
            out.write(bytes);
            remaining--;
        }
    }

    private static String header(ReportPage page) {
        PageHeader header = page.header();
        StringBuilder out = new StringBuilder("# ")
                .append(header.badge().glyph())
                .append(' ')
                .append(MarkdownText.escape(header.headline()))
                .append("\n\n")
                .append(MarkdownText.escape("Suite " + header.suite() + " as of " + header.at()))
                .append("\\\n")
                .append(MarkdownText.escape(header.effort()))
                .append("\\\nChecks: ")
                .append(header.counts().stream()
                        .map(count -> count.checks() + " " + count.badge().word())
                        .collect(Collectors.joining(", ")))
                .append("\n\n");
        page.notices().forEach(notice -> out.append("> ")
                .append(MarkdownText.escape(notice.text()))
                .append("\n\n"));
        return out.append("| | Dataset | Partition | Checks |\n|---|---|---|---|\n")
                .toString();
    }

    private static String indexRow(DatasetCard card) {
        String checks = card.verdicts().stream()
                .map(line -> line.checks() + " " + line.badge().word())
                .collect(Collectors.joining("; "));
        return MarkdownText.row(List.of(
                card.badge().glyph() + " " + card.badge().word(),
                MarkdownText.escape(card.title().dataset()),
                MarkdownText.escape(card.title().partition()),
                MarkdownText.escape(checks)));
    }

    private static String section(DatasetCard card) {
        DatasetCard.Title title = card.title();
        StringBuilder out = new StringBuilder("\n## ")
                .append(title.badge().glyph())
                .append(' ')
                .append(MarkdownText.escape((title.dataset() + " " + title.partition()).strip()))
                .append("\n\n");
        card.verdicts()
                .forEach(line -> out.append("- **%s** %s: %s\n"
                        .formatted(
                                line.checks(),
                                line.badge().word(),
                                MarkdownText.escape(line.verdict().text()))));
        out.append('\n');
        card.details().stream().flatMap(details -> details.charts().stream()).forEach(chart -> out.append(
                        MarkdownText.escape(chart.title() + ": " + chart.alternative()))
                .append("\n\n"));
        card.facts().forEach(fact -> out.append(MarkdownText.escape(fact.label() + ": " + fact.value()))
                .append("\\\n"));
        out.append(MarkdownText.escape("Folder: " + title.folder())).append("\n");
        return out.append(card.details()
                        .map(details -> evidence(details.evidence()))
                        .orElse(""))
                .toString();
    }

    private static String evidence(EvidenceTable table) {
        if (!table.hasHistory()) {
            return "";
        }
        StringBuilder out = new StringBuilder("\n<details><summary>Evidence: ")
                .append(table.rows().size())
                .append(" partitions</summary>\n\n")
                .append("| Partition | Size | Objects | Arrived | Verdict | Role |\n|---|--:|--:|---|---|---|\n");
        for (EvidenceRow row : table.rows()) {
            out.append(MarkdownText.row(
                    Stream.of(row.partition(), row.size(), row.objects(), row.arrived(), row.verdict(), row.use())
                            .map(MarkdownText::escape)
                            .toList()));
        }
        if (table.omitted() > 0) {
            out.append("\nEarlier partitions considered but not shown: ")
                    .append(table.omitted())
                    .append(".\n");
        }
        return out.append("\n</details>\n").toString();
    }
}
