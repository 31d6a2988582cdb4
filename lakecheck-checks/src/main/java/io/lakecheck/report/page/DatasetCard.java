// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report.page;

import io.lakecheck.Dataset;
import io.lakecheck.Evidence;
import io.lakecheck.Finding;
import io.lakecheck.FindingGroup;
import io.lakecheck.value.Display;
import java.util.List;

/**
 * The part of the report page that shows one dataset. The strings contain no control characters, but are not escaped
 * for HTML; the template does that.
 *
 * @param id the card's HTML ID, for links
 * @param title the dataset, its outcome and the checked partition
 * @param facts the facts about the checked partition
 * @param verdicts one line for each cause
 * @param charts the charts of the dataset's partitions, or empty if there is nothing to draw
 * @param evidence the checked partition and the earlier ones that the checks considered
 */
record DatasetCard(
        String id,
        Title title,
        List<Fact> facts,
        List<VerdictLine> verdicts,
        List<Chart> charts,
        EvidenceTable evidence) {

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

    static DatasetCard of(String id, Dataset dataset, List<Finding> findings) {
        Evidence evidence = findings.get(0).evidence();
        PartitionWindow window = PartitionWindow.of(findings);
        Title title = new Title(
                Display.visible(dataset.name()),
                OutcomeBadge.of(findings),
                Display.visible(evidence.partition().label()),
                Display.visible(evidence.partition().folder()));
        return new DatasetCard(
                id,
                title,
                PartitionFacts.of(evidence),
                FindingGroup.of(findings).stream().map(VerdictLine::of).toList(),
                ChartBuilder.charts(findings, window),
                EvidenceTable.of(dataset, window));
    }

    OutcomeBadge badge() {
        return title.badge();
    }
}
