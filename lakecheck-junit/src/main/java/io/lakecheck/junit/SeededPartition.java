// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.partition.Partition;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One partition that is being seeded. For one thread. */
final class SeededPartition {

    private final SeedWriter sower;
    private final Optional<String> marker;
    private final Partition partition;
    private final Map<String, String> etags = new HashMap<>();
    private Instant time;

    SeededPartition(SeedWriter sower, Optional<String> marker, Partition partition) {
        this.sower = sower;
        this.marker = marker;
        this.partition = partition;
        this.time = SeededPartitions.onTime(partition);
    }

    void fill(long bytes, int files) {
        if (files < 1) {
            throw new IllegalArgumentException("a partition of " + files + " files can't be seeded; write at least 1");
        }
        for (int file = 0; file < files; file++) {
            long share = bytes / files + (file < bytes % files ? 1 : 0);
            put("part-" + file, share);
        }
        seal();
    }

    void add(String name, long bytes) {
        put(name, bytes);
        seal();
    }

    /** A size that depends on the partition alone. */
    long between(long from, long to) {
        return from + Math.floorMod(31L * partition.path().hashCode(), Math.max(1, to - from + 1));
    }

    void stamp(Instant moment) {
        time = moment;
        etags.forEach((address, etag) -> sower.ledger().seeded(address, etag, moment));
    }

    void unseal() {
        marker.map(this::address).ifPresent(address -> {
            sower.remove(address);
            etags.remove(address);
        });
    }

    private void seal() {
        marker.ifPresent(name -> put(name, 0));
    }

    private void put(String name, long bytes) {
        String address = address(name);
        etags.put(address, sower.put(address, SeedWriter.bytes(address, bytes), Optional.of(time)));
    }

    private String address(String name) {
        return partition.folder() + name;
    }
}
