// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The times of seeded objects and the order of writes. Listings alone are not enough: their times have a resolution of
 * one second, and tests write several objects per second. The order is exact if the server numbers its writes;
 * otherwise it is known for recorded writes only. Thread-safe.
 */
final class WriteTimes {

    private static final Pattern ADDRESS = Pattern.compile("s3://([^/]+)/(.+)", Pattern.DOTALL);

    /**
     * The most recent recorded write to an address.
     *
     * @param number its position in the order of writes
     * @param etag the written object's ETag; empty if it is unknown
     * @param seedTime the time to report for a seeded object; empty if the object was not seeded
     */
    private record Write(long number, Optional<String> etag, Optional<Instant> seedTime) {}

    private final LakeServer server;
    private final AtomicLong writes = new AtomicLong();
    private final Map<String, Write> last = new ConcurrentHashMap<>();

    WriteTimes(LakeServer server) {
        this.server = server;
    }

    /** Records a seeded object with the time to report for it. */
    void recordSeed(String address, String etag, Instant time) {
        last.put(address, new Write(nextNumber(address), Optional.of(etag), Optional.of(time)));
    }

    /** Records that a test wrote an object. */
    void recordWrite(String address, Optional<String> etag) {
        last.put(address, new Write(nextNumber(address), etag, Optional.empty()));
    }

    /** Returns the time of a seeded object; empty if it was not seeded or has been overwritten since. */
    Optional<Instant> seedTime(String address, String etag) {
        return current(address, etag).flatMap(Write::seedTime);
    }

    /** Returns the position in the order of writes; empty if it is unknown. */
    OptionalLong number(String address, String etag) {
        OptionalLong exact = exactNumber(address);
        return exact.isPresent()
                ? exact
                : current(address, etag)
                        .map(write -> OptionalLong.of(write.number()))
                        .orElseGet(OptionalLong::empty);
    }

    /** Returns the recorded write of an object as listed; empty if another client has overwritten the object since. */
    private Optional<Write> current(String address, String etag) {
        OptionalLong exact = exactNumber(address);
        return Optional.ofNullable(last.get(address))
                .filter(write -> write.etag().isEmpty() || write.etag().equals(Optional.of(etag)))
                .filter(write -> exact.isEmpty() || exact.getAsLong() == write.number());
    }

    private long nextNumber(String address) {
        long next = writes.incrementAndGet();
        return exactNumber(address).orElse(next);
    }

    private OptionalLong exactNumber(String address) {
        if (!address.startsWith("s3:")) {
            return fileTime(address);
        }
        Matcher parts = ADDRESS.matcher(address);
        return parts.matches() ? server.writeNumber(parts.group(1), parts.group(2)) : OptionalLong.empty();
    }

    /** Returns when a local file was written, in the resolution of the file system. */
    private static OptionalLong fileTime(String path) {
        try {
            return OptionalLong.of(Files.getLastModifiedTime(Path.of(path)).to(TimeUnit.NANOSECONDS));
        } catch (IOException | InvalidPathException e) {
            return OptionalLong.empty();
        }
    }

    /** Forgets the recorded writes to a bucket, because the bucket was emptied except for the kept addresses. */
    void clear(String bucket, Set<String> kept) {
        last.keySet().removeIf(address -> address.startsWith("s3://" + bucket + "/") && !kept.contains(address));
    }
}
