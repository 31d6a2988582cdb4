// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.Dataset;
import io.lakecheck.partition.Partition;
import io.lakecheck.partition.Span;
import io.lakecheck.spec.ValueParser;
import java.time.Instant;
import java.util.List;

/**
 * Partitions that are being seeded. Each has its dataset's marker, if that has one, and counts as written when its
 * period ended: on time.
 */
public final class SeededPartitions {

    private final Dataset dataset;
    private final List<SeededPartition> partitions;

    SeededPartitions(SeedWriter sower, Dataset dataset, List<Partition> partitions) {
        this.dataset = dataset;
        this.partitions = partitions.stream()
                .map(partition -> new SeededPartition(sower, dataset.marker(), partition))
                .toList();
    }

    /** In one file. */
    public SeededPartitions sized(String size) {
        return sized(size, 1);
    }

    /** In this many files of about the same size. */
    public SeededPartitions sized(String size, int files) {
        long bytes = ValueParser.size(size);
        partitions.forEach(partition -> partition.fill(bytes, files));
        return this;
    }

    /** Each of another size between these, the same one in each run: a history as lakes have it. */
    public SeededPartitions sizedBetween(String least, String most) {
        long from = ValueParser.size(least);
        long to = ValueParser.size(most);
        partitions.forEach(partition -> partition.fill(partition.between(from, to), 1));
        return this;
    }

    /** With one more file, below the partition. */
    public SeededPartitions file(String name, String size) {
        long bytes = ValueParser.size(size);
        partitions.forEach(partition -> partition.add(name, bytes));
        return this;
    }

    /**
     * Files and marker count as written at this moment: {@code 2026-01-02T03:00} in the dataset's zone, or with an
     * offset.
     */
    public SeededPartitions sealedAt(String moment) {
        if (dataset.marker().isEmpty()) {
            throw new IllegalStateException("dataset " + dataset.name()
                    + " has no marker to seal with; write recency = @Recency(marker = \"_SUCCESS\"), or writtenAt");
        }
        return writtenAt(moment);
    }

    /**
     * Everything seeded here counts as written at this moment: {@code 2026-01-02T03:00} in the dataset's zone, or with
     * an offset.
     */
    public SeededPartitions writtenAt(String moment) {
        Instant time = ValueParser.timestamp(moment).in(dataset.zone());
        partitions.forEach(partition -> partition.stamp(time));
        return this;
    }

    /** Without a marker: as a job leaves it that died before its last step. */
    public SeededPartitions unsealed() {
        partitions.forEach(SeededPartition::unseal);
        return this;
    }

    /** When a partition is written unless a seed says otherwise. */
    static Instant onTime(Partition partition) {
        return partition.span().map(Span::end).orElse(Instant.EPOCH);
    }
}
