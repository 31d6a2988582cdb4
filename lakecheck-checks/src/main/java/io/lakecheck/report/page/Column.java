// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report.page;

import io.lakecheck.Evidence;
import io.lakecheck.baseline.Exclusion;
import io.lakecheck.baseline.HistoryEntry;
import io.lakecheck.baseline.Volume;
import io.lakecheck.lake.Snapshot;
import io.lakecheck.partition.Partition;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One partition of a window.
 *
 * @param partition which
 * @param snapshot what was found in it; empty where nobody looked or could
 * @param kind what it is to the judged one
 * @param note why it is left out; may be empty
 */
record Column(Partition partition, Optional<Snapshot> snapshot, Kind kind, String note) {

    /** What a partition is to the judged one, the most telling first. */
    enum Kind {
        JUDGED,
        BASELINE,
        LEFT_OUT
    }

    static Column judged(Evidence evidence) {
        return new Column(evidence.partition(), Card.current(evidence), Kind.JUDGED, "");
    }

    static Column of(HistoryEntry precedent) {
        return new Column(
                precedent.partition(),
                precedent.snapshot(),
                precedent.isUsable() ? Kind.BASELINE : Kind.LEFT_OUT,
                precedent.exclusion().map(Exclusion::toString).orElse(""));
    }

    /** What one check leaves out may be another's baseline. */
    Column better(Column other) {
        return kind.compareTo(other.kind) <= 0 ? this : other;
    }

    boolean isAbsent() {
        return snapshot.map(Snapshot::isEmpty).orElse(false);
    }

    OptionalLong amount(Volume of) {
        return snapshot.stream()
                .mapToLong(found -> of == Volume.BYTES ? found.bytes().bytes() : found.objects())
                .findFirst();
    }
}
