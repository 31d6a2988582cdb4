// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import io.lakecheck.lake.Snapshot;
import io.lakecheck.partition.Partition;
import io.lakecheck.value.Display;
import java.util.Optional;

/**
 * An earlier partition that was considered for a baseline.
 *
 * @param partition which one
 * @param snapshot what was found in it; empty where the calendar expects nothing, so that nobody looked
 * @param exclusion why it is no part of the baseline: {@code absent}, {@code empty}, {@code no marker}; empty where it
 *     is one
 */
public record HistoryEntry(Partition partition, Optional<Snapshot> snapshot, Optional<Exclusion> exclusion) {

    /** Whether it is left out for nothing but that its objects hold nothing. */
    boolean holdsNothing() {
        return exclusion.filter(Exclusion.NO_BYTES::equals).isPresent();
    }

    public boolean isUsable() {
        return exclusion.isEmpty();
    }

    /** {@code dt=2025-12-31 (absent)}; safe to print. */
    public String text() {
        return Display.visible(partition.label())
                + exclusion.map(reason -> " (" + reason + ")").orElse("");
    }
}
