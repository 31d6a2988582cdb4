// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report.page;

import io.lakecheck.Dataset;
import java.util.List;

/**
 * The partitions that a dataset's verdicts are based on.
 *
 * @param rows the checked partition, followed by the earlier ones, most recent first
 * @param omitted the number of earlier partitions that were considered but are not in the table
 */
record EvidenceTable(List<EvidenceRow> rows, int omitted) {

    static EvidenceTable of(Dataset dataset, PartitionWindow window) {
        return new EvidenceTable(
                window.columns().stream()
                        .map(column -> EvidenceRow.of(dataset, column))
                        .toList(),
                window.omitted());
    }

    /** Returns whether the table contains earlier partitions. */
    boolean hasHistory() {
        return rows.size() > 1;
    }
}
