// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report.page;

import io.lakecheck.Dataset;
import java.util.List;

/**
 * The partitions that a dataset's verdicts are based on.
 *
 * @param rows the judged partition first, then earlier ones, newest first
 * @param omitted how many more earlier partitions were considered
 */
record EvidenceTable(List<EvidenceRow> rows, int omitted) {

    static EvidenceTable of(Dataset dataset, PartitionWindow window) {
        return new EvidenceTable(
                window.columns().stream()
                        .map(column -> EvidenceRow.of(dataset, column))
                        .toList(),
                window.omitted());
    }

    /** Returns whether there is more to show than the judged partition. */
    boolean hasHistory() {
        return rows.size() > 1;
    }
}
