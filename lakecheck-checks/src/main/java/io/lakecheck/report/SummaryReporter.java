// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report;

import io.lakecheck.Notice;
import io.lakecheck.Report;
import io.lakecheck.Reporter;
import io.lakecheck.report.page.MarkdownReport;
import io.lakecheck.report.page.ReportPages;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes {@code summary.md}, which has the same content as the HTML report, as Markdown. */
final class SummaryReporter implements Reporter {

    static final String FILE = "summary.md";
    static final String MARK = "<!-- Written by lakecheck. -->\n";

    private final ReportFolder folder;
    private final ReportPages pages;

    SummaryReporter(ReportFolder folder, ReportPages pages) {
        this.folder = folder;
        this.pages = pages;
    }

    @Override
    public List<Notice> report(Report report) {
        return List.of(folder.write(FILE, out -> {
            out.write(MARK.getBytes(StandardCharsets.UTF_8));
            MarkdownReport.write(report, pages, out);
        }));
    }
}
