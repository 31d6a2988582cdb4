// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report;

import io.lakecheck.Notice;
import io.lakecheck.Report;
import io.lakecheck.Reporter;
import io.lakecheck.report.page.HtmlReport;
import io.lakecheck.report.page.ReportPages;
import java.util.List;

/** A reporter that writes the HTML report {@code index.html} and its style sheet. */
final class HtmlReporter implements Reporter {

    static final String FILE = "index.html";
    static final String MARK = HtmlReport.MARK;
    static final String STYLES = HtmlReport.STYLES;
    static final String STYLES_MARK = HtmlReport.STYLES_MARK;

    private final ReportFolder folder;
    private final ReportPages pages;

    HtmlReporter(ReportFolder folder, ReportPages pages) {
        this.folder = folder;
        this.pages = pages;
    }

    /** Returns a notice about the page, and one about the style sheet only if it could not be written. */
    @Override
    public List<Notice> report(Report report) {
        Notice styles = folder.write(STYLES, HtmlReport::writeStyles);
        Notice page = folder.write(FILE, out -> HtmlReport.write(report, pages, out));
        return styles.level() == Notice.Level.INFO ? List.of(page) : List.of(styles, page);
    }
}
