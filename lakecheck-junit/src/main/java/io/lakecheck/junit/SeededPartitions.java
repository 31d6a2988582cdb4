// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.Dataset;
import io.lakecheck.partition.Partition;
import io.lakecheck.partition.Span;
import io.lakecheck.spec.ValueParser;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * Partitions that are being seeded. If the dataset has a marker, each partition gets one. A partition counts as written
 * at the end of its period unless another time is set. Sizes and times have the same syntax as in {@link LakeSeed}. Not
 * thread-safe.
 */
public final class SeededPartitions {

    private final Dataset dataset;
    private final List<SeededPartition> partitions;

    SeededPartitions(SeedWriter writer, Dataset dataset, List<Partition> partitions) {
        this.dataset = dataset;
        this.partitions = partitions.stream()
                .map(partition -> new SeededPartition(writer, dataset, partition))
                .toList();
    }

    /** Writes one file of this size to each partition. */
    public SeededPartitions sized(String size) {
        return sized(size, 1);
    }

    /**
     * Writes several files of about the same size to each partition.
     *
     * @param size the total size of the files in a partition
     */
    public SeededPartitions sized(String size, int files) {
        long bytes = ValueParser.size(size);
        partitions.forEach(partition -> partition.fill(bytes, files));
        return this;
    }

    /**
     * Writes one file to each partition. Its size is between the limits and differs between partitions, but is the same
     * in every run.
     */
    public SeededPartitions sizedBetween(String min, String max) {
        long from = ValueParser.size(min);
        long to = ValueParser.size(max);
        partitions.forEach(partition -> partition.fill(partition.sizeBetween(from, to), 1));
        return this;
    }

    /**
     * Writes an additional file to each partition.
     *
     * @param name the file's path, relative to the partition
     */
    public SeededPartitions file(String name, String size) {
        long bytes = ValueParser.size(size);
        partitions.forEach(partition -> partition.add(name, bytes));
        return this;
    }

    /**
     * Writes an additional text file, in UTF-8, to each partition.
     *
     * @param name the file's path, relative to the partition
     */
    public SeededPartitions text(String name, String content) {
        return bytes(name, content.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes an additional file with the given content to each partition.
     *
     * @param name the file's path, relative to the partition
     */
    public SeededPartitions bytes(String name, byte[] content) {
        partitions.forEach(partition -> partition.add(name, content));
        return this;
    }

    /**
     * Sets the time at which the files and the marker count as written.
     *
     * @throws IllegalStateException if the dataset has no marker
     */
    public SeededPartitions sealedAt(String time) {
        if (dataset.marker().isEmpty()) {
            throw new IllegalStateException("sealedAt needs a marker, but dataset '" + dataset.name()
                    + "' has none. Set recency = @Recency(marker = \"_SUCCESS\"), or use writtenAt.");
        }
        return writtenAt(time);
    }

    /** Sets the time at which everything in these partitions counts as written. */
    public SeededPartitions writtenAt(String time) {
        Instant instant = ValueParser.timestamp(time).in(dataset.zone());
        partitions.forEach(partition -> partition.setTime(instant));
        return this;
    }

    /** Deletes the markers, as if the job had failed before writing them. */
    public SeededPartitions unsealed() {
        partitions.forEach(SeededPartition::deleteMarker);
        return this;
    }

    /** Returns the time at which a seeded partition counts as written unless another time is set. */
    static Instant endOfPeriod(Partition partition) {
        return partition.span().map(Span::end).orElse(Instant.EPOCH);
    }
}
