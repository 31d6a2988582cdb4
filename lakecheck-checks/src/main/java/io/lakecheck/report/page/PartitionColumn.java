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
 * One partition in a {@link PartitionWindow}.
 *
 * @param partition the partition
 * @param snapshot what was found in the partition, or empty if it was not listed or listing it failed
 * @param kind the role of the partition in the verdicts
 * @param exclusion the reason why the partition is excluded from the baseline, or empty if it is not
 */
record PartitionColumn(Partition partition, Optional<Snapshot> snapshot, Kind kind, String exclusion) {

    /** The roles of a partition in the verdicts, in descending order of importance. */
    enum Kind {
        JUDGED,
        BASELINE,
        EXCLUDED,
        /** Complete, but not compared with the checked partition. */
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

    /** @param usable the role of the partition unless the check excluded it */
    static PartitionColumn of(HistoryEntry entry, Kind usable) {
        return new PartitionColumn(
                entry.partition(),
                entry.snapshot(),
                entry.isUsable() ? usable : Kind.EXCLUDED,
                entry.exclusion().map(Exclusion::toString).orElse(""));
    }

    /**
     * Returns the column with the more important role, because a partition that one check excludes may be part of
     * another check's baseline.
     */
    PartitionColumn orMoreImportant(PartitionColumn other) {
        return kind.compareTo(other.kind) <= 0 ? this : other;
    }

    /** Returns whether the partition was listed and contains no data. */
    boolean isEmpty() {
        return snapshot.map(Snapshot::isEmpty).orElse(false);
    }

    OptionalLong amount(Volume volume) {
        return snapshot.stream()
                .mapToLong(found -> volume == Volume.BYTES ? found.bytes().bytes() : found.objects())
                .findFirst();
    }
}
