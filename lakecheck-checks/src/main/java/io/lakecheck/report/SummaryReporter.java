// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report;

import io.lakecheck.Notice;
import io.lakecheck.Report;
import io.lakecheck.Reporter;
import io.lakecheck.report.page.MarkdownReport;
import java.util.List;

/** Writes what the page says as Markdown. */
final class SummaryReporter implements Reporter {

    static final String FILE = "summary.md";

    private final ReportFolder folder;
    private final String suite;

    SummaryReporter(ReportFolder folder, String suite) {
        this.folder = folder;
        this.suite = suite;
    }

    @Override
    public List<Notice> tell(Report report) {
        return List.of(folder.write(FILE, out -> MarkdownReport.write(report, suite, out)));
    }
}
