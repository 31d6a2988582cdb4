// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import io.lakecheck.lake.LakeException;
import io.lakecheck.lake.Snapshot;
import io.lakecheck.partition.Calendar;
import io.lakecheck.partition.Location;
import io.lakecheck.partition.Partition;

/**
 * The part of a dataset's history that baselines use: the checked partition and the earlier partitions that have been
 * listed so far.
 */
public interface History {

    /** Returns the checked partition. */
    Partition partition();

    /** Returns the location of the dataset. */
    Location location();

    /** Returns the days on which data is expected. */
    Calendar calendar();

    /**
     * Returns the snapshot of the checked partition.
     *
     * @throws LakeException if the partition could not be listed
     */
    Snapshot current();

    /** Returns whether a partition has already been listed, even if listing it failed. */
    boolean has(Partition other);

    /**
     * Returns the history entry of a listed partition, including the reason if the partition can't be part of a
     * baseline.
     *
     * @param of the measure that must be greater than 0 for the partition to be usable
     * @throws LakeException if the partition could not be listed
     * @throws IllegalStateException if the partition has not been listed
     */
    HistoryEntry entry(Partition other, Volume of);
}
