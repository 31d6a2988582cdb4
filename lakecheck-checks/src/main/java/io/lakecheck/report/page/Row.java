// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report.page;

import io.lakecheck.Dataset;
import io.lakecheck.lake.Snapshot;
import io.lakecheck.value.Display;
import java.util.Optional;

/**
 * One partition of the evidence.
 *
 * @param partition what it is called
 * @param size of its data
 * @param objects how many
 * @param arrived when it was complete
 * @param use what it is to the judged one
 */
record Row(String partition, String size, String objects, String arrived, String use) {

    static Row of(Dataset dataset, Column column) {
        Optional<Snapshot> found = column.snapshot();
        String label = Display.visible(column.partition().label());
        return new Row(
                label.isEmpty() ? "all of it" : label,
                found.map(snapshot -> snapshot.bytes().toString()).orElse("not looked"),
                found.map(snapshot -> Long.toString(snapshot.objects())).orElse(""),
                found.flatMap(Snapshot::arrival)
                        .map(at -> Display.moment(at, dataset.zone()))
                        .orElse(""),
                switch (column.kind()) {
                    case JUDGED -> "judged";
                    case BASELINE -> "baseline";
                    case LEFT_OUT -> "left out: " + Display.visible(column.note());
                });
    }
}
