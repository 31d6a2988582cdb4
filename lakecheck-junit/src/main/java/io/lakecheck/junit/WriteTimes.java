// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What is known of writes beyond what a listing tells: when a seeded object counts as written, and in which order the
 * injected client wrote. A whole second, the finest that listings tell, is a long time in a test. Safe for many
 * threads.
 */
final class WriteTimes {

    /** The last write to an address: its place in the order, and for seeds the ETag and the time they stand for. */
    private record Write(long order, Optional<Seed> seed) {}

    private record Seed(String etag, Instant time) {}

    private final AtomicLong writes = new AtomicLong();
    private final Map<String, Write> last = new ConcurrentHashMap<>();

    /** An object was seeded, to count as written then. */
    void seeded(String address, String etag, Instant time) {
        last.put(address, new Write(writes.incrementAndGet(), Optional.of(new Seed(etag, time))));
    }

    /** A test wrote an object. */
    void written(String address) {
        last.put(address, new Write(writes.incrementAndGet(), Optional.empty()));
    }

    /** When a seeded object counts as written; empty where it is none, or somebody wrote over it. */
    Optional<Instant> seedTime(String address, String etag) {
        return Optional.ofNullable(last.get(address))
                .flatMap(Write::seed)
                .filter(seed -> seed.etag().equals(etag))
                .map(Seed::time);
    }

    /** The order of a write that went through the injected client. */
    Optional<Long> order(String address) {
        return Optional.ofNullable(last.get(address)).map(Write::order);
    }

    /** Forgets a bucket that was emptied. */
    void forget(String bucket) {
        last.keySet().removeIf(address -> address.startsWith("s3://" + bucket + "/"));
    }
}
