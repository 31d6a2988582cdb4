// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report.page;

import io.lakecheck.Dataset;
import io.lakecheck.Evidence;
import io.lakecheck.Finding;
import io.lakecheck.FindingGroup;
import io.lakecheck.value.Display;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The part of the report page that shows one dataset. The strings contain no control characters, but are not escaped
 * for HTML; the template does that.
 *
 * @param id the card's HTML ID, for links
 * @param title the dataset, its outcome and the checked partition
 * @param facts the facts about the checked partition
 * @param verdicts one line for each cause, most severe first
 * @param details the charts and the evidence, or empty if the page is too long for them
 */
record DatasetCard(
        String id, Title title, List<Fact> facts, List<VerdictLine> verdicts, Optional<CardDetails> details) {

    /** The approximate size of the elements around a verdict, in characters. */
    private static final int VERDICT = 125;

    /** The approximate size of the elements around a fact, in characters. */
    private static final int FACT = 45;

    /** The approximate size of the elements around a card and the link to it, in characters. */
    private static final int FRAME = 520;

    /**
     * The heading of a card.
     *
     * @param dataset the dataset's name
     * @param badge the dataset's outcome, based on its most severe finding
     * @param partition the label of the checked partition, or an empty string if the dataset is undated
     * @param folder the folder of the checked partition
     */
    record Title(String dataset, OutcomeBadge badge, String partition, String folder) {}

    /** A fact about the checked partition, such as its deadline or size. */
    record Fact(String label, String value) {}

    /** Returns a card without details. */
    static DatasetCard of(String id, Dataset dataset, List<Finding> findings) {
        Evidence evidence = findings.get(0).evidence();
        Title title = new Title(
                Display.visible(dataset.name()),
                OutcomeBadge.of(findings),
                Display.visible(evidence.partition().label()),
                Display.visible(evidence.partition().folder()));
        return new DatasetCard(
                id,
                title,
                PartitionFacts.of(findings),
                FindingGroup.of(findings).stream()
                        .map(VerdictLine::of)
                        .sorted(Comparator.comparing(VerdictLine::badge))
                        .toList(),
                Optional.empty());
    }

    DatasetCard with(CardDetails more) {
        return new DatasetCard(id, title, facts, verdicts, Optional.of(more));
    }

    /** Returns a card without details, and without facts unless the dataset needs attention. */
    DatasetCard brief() {
        return new DatasetCard(id, title, badge().needsAttention() ? facts : List.of(), verdicts, Optional.empty());
    }

    OutcomeBadge badge() {
        return title.badge();
    }

    /** Returns the approximate size of the card without details on the page, in characters. */
    int size() {
        return FRAME
                + 2 * title.dataset().length()
                + title.partition().length()
                + title.folder().length()
                + facts.stream().mapToInt(fact -> FACT + fact.value().length()).sum()
                + verdicts.stream()
                        .mapToInt(line -> VERDICT + line.verdict().text().length())
                        .sum();
    }
}
