// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.Dataset;
import io.lakecheck.partition.Partition;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A partition that is being seeded. Not thread-safe. */
final class SeededPartition {

    private final SeedWriter writer;
    private final Optional<String> marker;
    private final Partition partition;
    private final Map<String, String> etags = new HashMap<>();
    private Instant time;

    SeededPartition(SeedWriter writer, Dataset dataset, Partition partition) {
        this.writer = writer;
        this.partition = partition;
        this.marker = dataset.markers()
                .map(markers -> markers.like(partition).folder())
                .or(() -> dataset.marker().map(this::address))
                .map(address -> address.replace("*", "1"));
        this.time = SeededPartitions.endOfPeriod(partition);
    }

    void fill(long bytes, int files) {
        if (files < 1) {
            throw new IllegalArgumentException("number of files out of range: " + files + ". Use at least 1.");
        }
        for (int file = 0; file < files; file++) {
            long share = bytes / files + (file < bytes % files ? 1 : 0);
            put("part-" + file, share);
        }
        putMarker();
    }

    void add(String name, long bytes) {
        put(name, bytes);
        putMarker();
    }

    void add(String name, byte[] content) {
        put(name, content);
        putMarker();
    }

    /** Returns a size between these limits. It differs between partitions, but is the same in every run. */
    long sizeBetween(long min, long max) {
        return min + Math.floorMod(31L * partition.path().hashCode(), Math.max(1, max - min + 1));
    }

    void setTime(Instant instant) {
        time = instant;
        etags.forEach((address, etag) -> writer.writeTimes().recordSeed(address, etag, Optional.of(instant)));
    }

    void deleteMarker() {
        marker.ifPresent(address -> {
            writer.delete(address);
            etags.remove(address);
        });
    }

    private void putMarker() {
        marker.ifPresent(address -> putAt(address, SeedWriter.content(address, 0)));
    }

    private void put(String name, long bytes) {
        put(name, SeedWriter.content(address(name), bytes));
    }

    private void put(String name, byte[] content) {
        putAt(address(name), content);
    }

    private void putAt(String address, byte[] content) {
        etags.put(address, writer.put(address, content, Optional.of(time)));
    }

    /** Returns the address of a file in the partition. If files are named by date, the address matches the location. */
    private String address(String name) {
        String folder = partition.folder();
        if (folder.endsWith("/")) {
            return folder.replace("*", "1") + name;
        }
        return folder.indexOf('*') < 0 ? folder + "/" + name : folder.replace("*", name);
    }
}
