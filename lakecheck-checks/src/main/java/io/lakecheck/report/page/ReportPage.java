// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report.page;

import io.lakecheck.Finding;
import io.lakecheck.Notice;
import io.lakecheck.Report;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

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

    /** The approximate size of the longest page with details, in characters. */
    private static final int MAX_SIZE = 900_000;

    /** @param cards the cards of the report */
    static ReportPage of(Report report, String suite, List<DatasetCard> cards) {
        return new ReportPage(
                PageHeader.of(
                        report, suite, cards.stream().map(DatasetCard::badge).toList()),
                report.notices().stream()
                        .filter(notice -> notice.level() != Notice.Level.INFO)
                        .toList(),
                cards);
    }

    /** Returns one card for each dataset, starting with the most severe outcome. */
    static List<DatasetCard> cards(Report report) {
        Map<DatasetCard, List<Finding>> cards = new LinkedHashMap<>();
        report.byDataset()
                .forEach((dataset, findings) ->
                        cards.put(DatasetCard.of("d" + (cards.size() + 1), dataset, findings), findings));
        List<DatasetCard> sorted = cards.keySet().stream()
                .sorted(Comparator.comparing(DatasetCard::badge))
                .toList();
        return withDetails(sorted, cards);
    }

    /** Returns the cards, of which as many have details as fit on the page. The first ones are preferred. */
    private static List<DatasetCard> withDetails(List<DatasetCard> cards, Map<DatasetCard, List<Finding>> findings) {
        int room = MAX_SIZE
                - cards.stream()
                        .map(DatasetCard::brief)
                        .mapToInt(DatasetCard::size)
                        .sum();
        List<DatasetCard> all = new ArrayList<>();
        for (DatasetCard card : cards) {
            // Details take long to build, so they are not built for the rest of a long page.
            Optional<CardDetails> details = room <= 0
                    ? Optional.empty()
                    : Optional.of(CardDetails.of(Objects.requireNonNull(findings.get(card))));
            room -= details.map(CardDetails::size).orElse(0);
            all.add(room < 0 ? card.brief() : details.map(card::with).orElseGet(card::brief));
        }
        return all;
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
