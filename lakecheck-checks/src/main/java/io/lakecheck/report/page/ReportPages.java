// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report.page;

import io.lakecheck.Finding;
import io.lakecheck.Report;
import java.util.List;

/**
 * The pages of a run's report. A run writes the same page in several formats, so its cards are built only once. Not
 * thread-safe.
 */
public final class ReportPages {

    private final String suite;
    private List<Finding> findings = List.of();
    private List<DatasetCard> cards = List.of();

    /** @param suite the suite's name on the pages, such as {@code lakecheck.yml} */
    public ReportPages(String suite) {
        this.suite = suite;
    }

    /** Returns the page of a report. A report that differs only in its notices has the same cards. */
    ReportPage page(Report report) {
        if (!report.findings().equals(findings)) {
            cards = ReportPage.cards(report);
            findings = report.findings();
        }
        return ReportPage.of(report, suite, cards);
    }
}
