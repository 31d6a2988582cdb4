// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report.page;

import io.lakecheck.Dataset;
import java.util.List;

/**
 * The partitions that a dataset's verdicts are based on.
 *
 * @param rows one row for the checked partition, followed by one for each earlier partition, most recent first
 * @param omitted the number of earlier partitions that were considered but are left out because there are too many
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
