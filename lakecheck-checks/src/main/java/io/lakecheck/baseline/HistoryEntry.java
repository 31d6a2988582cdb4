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
 * @param snapshot what was found in it; empty if it was not listed because it is outside the calendar
 * @param exclusion the reason why it is left out; empty if it is part of the baseline
 */
public record HistoryEntry(Partition partition, Optional<Snapshot> snapshot, Optional<Exclusion> exclusion) {

    /** Returns whether the only reason to leave it out is that its objects are empty. */
    boolean holdsNothing() {
        return exclusion.filter(Exclusion.NO_BYTES::equals).isPresent();
    }

    /** Returns this entry as one that is not part of the baseline. */
    HistoryEntry excluded(Exclusion reason) {
        return new HistoryEntry(partition, snapshot, Optional.of(reason));
    }

    /** Returns whether it is part of the baseline. */
    public boolean isUsable() {
        return exclusion.isEmpty();
    }

    /** Describes the entry: {@code dt=2025-12-31 (absent)}. Safe to print. */
    public String text() {
        return Display.visible(partition.label())
                + exclusion.map(reason -> " (" + reason + ")").orElse("");
    }
}
