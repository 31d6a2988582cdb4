// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.util.function.UnaryOperator;

/**
 * Assertions on the dataset at a location. Set the time zone, deadline and time before you select a partition: they
 * have no effect on partitions that are already selected.
 */
public final class LocationAssert {

    private final AssertedLake lake;
    private final String location;
    private UnaryOperator<DatasetSpec> settings = UnaryOperator.identity();
    private String asOf = "";

    LocationAssert(AssertedLake lake, String location) {
        this.lake = lake;
        this.location = location;
    }

    /** Sets the time zone of dates and deadlines, for example {@code Europe/London}. Default: UTC. */
    public LocationAssert zone(String zone) {
        return add(dataset -> dataset.zone(zone));
    }

    /** Sets the time from the end of a period to its deadline, for example {@code 6h}. Default: zero. */
    public LocationAssert due(String due) {
        return add(dataset -> dataset.due(due));
    }

    /**
     * Sets the time as of which partitions are checked; see {@link LakeCheck#asOf}. Default: the partition's deadline.
     */
    public LocationAssert asOf(String time) {
        asOf = time;
        return this;
    }

    /** Selects a partition by its date ({@code 2026-01-02}) or its path ({@code dt=2026-01-02}). */
    public PartitionAssert partition(String partition) {
        return new PartitionAssert(lake, AssertedDataset.at(location, settings), partition, asOf);
    }

    private LocationAssert add(UnaryOperator<DatasetSpec> setting) {
        UnaryOperator<DatasetSpec> previous = settings;
        settings = dataset -> setting.apply(previous.apply(dataset));
        return this;
    }
}
