// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report.page;

import io.lakecheck.Dataset;
import io.lakecheck.Evidence;
import io.lakecheck.Finding;
import io.lakecheck.value.Display;
import java.util.List;

/**
 * One dataset on the report page. All strings are free of control characters; the template escapes them for HTML.
 *
 * @param id the target of links to this card
 * @param title the dataset, its outcome and the checked partition
 * @param facts the facts about the checked partition
 * @param verdicts one line for each check
 * @param charts the charts of the dataset's history, or empty if there is nothing to draw
 * @param evidence the checked partition and the earlier ones that it was compared with
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
     * @param dataset the name of the dataset
     * @param badge the most severe outcome of its checks
     * @param partition the label of the checked partition; empty for an undated dataset
     * @param folder the folder of the checked partition
     */
    record Title(String dataset, OutcomeBadge badge, String partition, String folder) {}

    /** A label and its value. */
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
                findings.stream().map(VerdictLine::of).toList(),
                ChartBuilder.charts(findings, window),
                EvidenceTable.of(dataset, window));
    }

    OutcomeBadge badge() {
        return title.badge();
    }
}
