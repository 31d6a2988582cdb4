// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The times of seeded objects and the order of all writes. Listings alone are not enough: their times have a resolution
 * of one second, and tests write several objects per second. Thread-safe.
 */
final class WriteTimes {

    /** The most recent write to an address: its position in the order of writes and, for a seeded object, its time. */
    private record Write(long order, Optional<Seed> seed) {}

    private record Seed(String etag, Instant time) {}

    private final AtomicLong writes = new AtomicLong();
    private final Map<String, Write> last = new ConcurrentHashMap<>();

    /** Records a seeded object with the time to report for it. */
    void recordSeed(String address, String etag, Instant time) {
        last.put(address, new Write(writes.incrementAndGet(), Optional.of(new Seed(etag, time))));
    }

    /** Records that a test wrote an object. */
    void recordWrite(String address) {
        last.put(address, new Write(writes.incrementAndGet(), Optional.empty()));
    }

    /** Returns the time of a seeded object; empty if it was not seeded or has been overwritten since. */
    Optional<Instant> seedTime(String address, String etag) {
        return Optional.ofNullable(last.get(address))
                .flatMap(Write::seed)
                .filter(seed -> seed.etag().equals(etag))
                .map(Seed::time);
    }

    /** Returns the position in the order of writes; empty if no recorded client wrote the object. */
    Optional<Long> order(String address) {
        return Optional.ofNullable(last.get(address)).map(Write::order);
    }

    /** Forgets all recorded writes to a bucket, because the bucket was emptied. */
    void clear(String bucket) {
        last.keySet().removeIf(address -> address.startsWith("s3://" + bucket + "/"));
    }
}
