// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report.page;

import io.lakecheck.Dataset;
import io.lakecheck.lake.Snapshot;
import io.lakecheck.value.Display;
import java.util.Optional;

/**
 * One partition in the evidence table.
 *
 * @param partition the label of the partition
 * @param size the size of the partition's data
 * @param objects the number of objects in the partition
 * @param arrived the time when the partition was complete, or empty if that is unknown
 * @param use the role of the partition in the verdicts, such as {@code checked} or {@code baseline}
 */
record EvidenceRow(String partition, String size, String objects, String arrived, String use) {

    static EvidenceRow of(Dataset dataset, PartitionColumn column) {
        Optional<Snapshot> found = column.snapshot();
        String label = Display.visible(column.partition().label());
        return new EvidenceRow(
                label.isEmpty() ? "entire location" : label,
                found.map(snapshot -> snapshot.bytes().toString()).orElse("not listed"),
                found.map(snapshot -> Long.toString(snapshot.objects())).orElse(""),
                found.flatMap(Snapshot::arrival)
                        .map(at -> Display.moment(at, dataset.zone()))
                        .orElse(""),
                switch (column.kind()) {
                    case JUDGED -> "checked";
                    case BASELINE -> "baseline";
                    case COMPLETE -> "complete, not compared";
                    case EXCLUDED -> "excluded: " + Display.visible(column.exclusion());
                });
    }
}
