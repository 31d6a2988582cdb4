// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

/**
 * Assertions on a dataset. Set the time before you select a partition: it has no effect on partitions that are already
 * selected.
 */
public final class DatasetAssert {

    private final AssertedLake lake;
    private final AssertedDataset dataset;
    private String asOf = "";

    DatasetAssert(AssertedLake lake, AssertedDataset dataset) {
        this.lake = lake;
        this.dataset = dataset;
    }

    /**
     * Sets the time as of which partitions are checked; see {@link LakeCheck#asOf}. Default: the partition's deadline.
     */
    public DatasetAssert asOf(String time) {
        asOf = time;
        return this;
    }

    /** Selects a partition by its date ({@code 2026-01-02}) or its path ({@code dt=2026-01-02}). */
    public PartitionAssert partition(String partition) {
        return new PartitionAssert(lake, dataset, partition, asOf);
    }
}
