// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report.page;

import io.lakecheck.Dataset;
import io.lakecheck.lake.Snapshot;
import io.lakecheck.value.Display;
import java.util.Optional;

/**
 * One partition in the table of evidence.
 *
 * @param partition its label
 * @param size the size of its data
 * @param objects the number of its objects
 * @param arrived when it was complete
 * @param use its part in the verdicts: judged, baseline or excluded
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
                    case JUDGED -> "judged";
                    case BASELINE -> "baseline";
                    case EXCLUDED -> "excluded: " + Display.visible(column.exclusion());
                });
    }
}
