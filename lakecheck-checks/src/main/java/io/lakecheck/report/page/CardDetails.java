// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report.page;

import io.lakecheck.Finding;
import java.util.List;

/**
 * The part of a dataset's card that may be left out of a long page.
 *
 * @param charts the charts of the dataset's partitions, or empty if there is nothing to draw
 * @param evidence the checked partition and the earlier ones that were listed
 */
record CardDetails(List<Chart> charts, EvidenceTable evidence) {

    /** The approximate size of the elements around a row, a shape or an entry of a legend, in characters. */
    private static final int ELEMENT = 150;

    /** @param findings the findings on the dataset's checked partition, at least one */
    static CardDetails of(List<Finding> findings) {
        PartitionWindow window = PartitionWindow.of(findings);
        return new CardDetails(
                ChartBuilder.charts(findings, window),
                EvidenceTable.of(findings.get(0).dataset(), window));
    }

    /** Returns the approximate size of the details on the page, in characters. */
    int size() {
        return charts.stream().mapToInt(CardDetails::size).sum()
                + evidence.rows().stream().mapToInt(CardDetails::size).sum();
    }

    private static int size(Chart chart) {
        return 5 * ELEMENT
                + chart.alternative().length()
                + chart.shapes().stream()
                        .mapToInt(shape -> ELEMENT / 3 + shape.path().length())
                        .sum()
                + chart.legend().stream()
                        .mapToInt(entry -> ELEMENT + entry.text().length())
                        .sum();
    }

    private static int size(EvidenceRow row) {
        return ELEMENT
                + row.partition().length()
                + row.arrived().length()
                + row.verdict().length()
                + row.use().length();
    }
}
