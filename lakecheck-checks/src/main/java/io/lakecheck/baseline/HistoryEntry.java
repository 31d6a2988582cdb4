// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import io.lakecheck.lake.Snapshot;
import io.lakecheck.partition.Partition;
import io.lakecheck.value.Display;
import java.util.Optional;

/**
 * An earlier partition that was considered for a baseline.
 *
 * @param partition the partition
 * @param snapshot the snapshot of the partition; empty if the partition was not listed because it is outside the
 *     calendar
 * @param exclusion the reason why the partition is excluded; empty if it is part of the baseline
 */
public record HistoryEntry(Partition partition, Optional<Snapshot> snapshot, Optional<Exclusion> exclusion) {

    /** Returns whether the partition is excluded because all its objects have 0 bytes. */
    boolean holdsNothing() {
        return exclusion.filter(Exclusion.NO_BYTES::equals).isPresent();
    }

    /** Returns a copy of this entry that is excluded from the baseline for the given reason. */
    HistoryEntry excluded(Exclusion reason) {
        return new HistoryEntry(partition, snapshot, Optional.of(reason));
    }

    /** Returns whether the partition is part of the baseline. */
    public boolean isUsable() {
        return exclusion.isEmpty();
    }

    /** Describes the entry, for example {@code dt=2025-12-31 (absent)}. The result is safe to print. */
    public String text() {
        return Display.visible(partition.label())
                + exclusion.map(reason -> " (" + reason + ")").orElse("");
    }
}
