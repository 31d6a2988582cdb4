// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report.page;

import io.lakecheck.Dataset;
import io.lakecheck.Finding;
import io.lakecheck.Notice;
import io.lakecheck.Report;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The content of the report page, ready to be rendered.
 *
 * @param header the top of the page
 * @param notices the run's warnings and errors other than verdicts, such as metrics that could not be published
 * @param cards one card for each dataset, starting with the most severe outcome
 */
record ReportPage(PageHeader header, List<Notice> notices, List<DatasetCard> cards) {

    /** The maximum number of datasets on a page that shows the details of every dataset. */
    private static final int SHORT = 12;

    static ReportPage of(Report report, String suite) {
        List<DatasetCard> cards = new ArrayList<>();
        for (Map.Entry<Dataset, List<Finding>> entry : report.byDataset().entrySet()) {
            cards.add(DatasetCard.of("d" + (cards.size() + 1), entry.getKey(), entry.getValue()));
        }
        cards.sort(Comparator.comparing(DatasetCard::badge));
        return new ReportPage(
                PageHeader.of(
                        report, suite, cards.stream().map(DatasetCard::badge).toList()),
                report.notices().stream()
                        .filter(notice -> notice.level() != Notice.Level.INFO)
                        .toList(),
                cards);
    }

    /** Returns the datasets that failed, warned or could not be checked. */
    List<DatasetCard> attention() {
        return cards.stream().filter(card -> card.badge().needsAttention()).toList();
    }

    /** Returns the datasets that passed or were skipped. */
    List<DatasetCard> rest() {
        return cards.stream().filter(card -> !card.badge().needsAttention()).toList();
    }

    /** Returns whether the page is short enough to show the details of all datasets. */
    boolean isShort() {
        return cards.size() <= SHORT;
    }

    boolean isUnfolded(DatasetCard card) {
        return card.badge().needsAttention() || isShort();
    }
}
