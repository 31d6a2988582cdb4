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
 * One partition in a {@link PartitionWindow}, shown as a bar in charts and as a row in the evidence table.
 *
 * @param partition the partition
 * @param snapshot what was found in the partition, or empty if it was not listed or listing it failed
 * @param kind how the verdicts used the partition
 * @param exclusion the reason why the partition was excluded from the baseline, or an empty string if it was not
 */
record PartitionColumn(Partition partition, Optional<Snapshot> snapshot, Kind kind, String exclusion) {

    /** How verdicts used a partition. The most important use comes first. */
    enum Kind {
        JUDGED,
        BASELINE,
        EXCLUDED,
        /** The partition is complete, but no check compared it with the checked partition. */
        COMPLETE
    }

    static PartitionColumn judged(Evidence evidence) {
        return new PartitionColumn(
                evidence.partition(),
                Optional.ofNullable(evidence.observations().get(evidence.partition()))
                        .filter(Snapshot.class::isInstance)
                        .map(Snapshot.class::cast),
                Kind.JUDGED,
                "");
    }

    /** @param usable the column's kind if the check did not exclude the partition */
    static PartitionColumn of(HistoryEntry entry, Kind usable) {
        return new PartitionColumn(
                entry.partition(),
                entry.snapshot(),
                entry.isUsable() ? usable : Kind.EXCLUDED,
                entry.exclusion().map(Exclusion::toString).orElse(""));
    }

    /**
     * Returns the column with the more important kind. Two checks may use the same partition differently: for example,
     * one may exclude it while it is in the other's baseline.
     */
    PartitionColumn orMoreImportant(PartitionColumn other) {
        return kind.compareTo(other.kind) <= 0 ? this : other;
    }

    /** Returns whether the partition was listed and found to contain no data. */
    boolean isEmpty() {
        return snapshot.map(Snapshot::isEmpty).orElse(false);
    }

    OptionalLong amount(Volume volume) {
        return snapshot.stream()
                .mapToLong(found -> volume == Volume.BYTES ? found.bytes().bytes() : found.objects())
                .findFirst();
    }
}
