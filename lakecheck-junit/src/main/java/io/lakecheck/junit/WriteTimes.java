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
 * The times of seeded objects and the order of writes. Listings don't show the order, because their times have a
 * resolution of one second, and tests write several objects per second. If the server numbers writes, the order of all
 * writes is known; otherwise, only the order of recorded writes is known. Thread-safe.
 */
final class WriteTimes {

    private static final Pattern ADDRESS = Pattern.compile("s3://([^/]+)/(.+)", Pattern.DOTALL);

    /**
     * The most recent recorded write to an address.
     *
     * @param number the write's position in the order of all writes
     * @param etag the ETag of the object that was written, or empty if unknown
     * @param isSeed whether the object was seeded
     * @param seedTime the time to report for a seeded object, or empty for the test's time
     */
    private record Write(long number, Optional<String> etag, boolean isSeed, Optional<Instant> seedTime) {}

    private final LakeServer server;
    private final AtomicLong writes = new AtomicLong();
    private final Map<String, Write> last = new ConcurrentHashMap<>();

    WriteTimes(LakeServer server) {
        this.server = server;
    }

    /** Returns whether the server numbers its writes, so that also the order of unrecorded writes is known. */
    boolean isExact() {
        return server.numbersWrites();
    }

    /** Records that an object was seeded, and the time to report for it; empty for the test's time. */
    void recordSeed(String address, String etag, Optional<Instant> time) {
        last.put(address, new Write(nextNumber(address), Optional.of(etag), true, time));
    }

    /** Records that a test wrote an object. */
    void recordWrite(String address, Optional<String> etag) {
        last.put(address, new Write(nextNumber(address), etag, false, Optional.empty()));
    }

    /** Returns whether an object was seeded and has not been overwritten since. */
    boolean isSeed(String address, String etag) {
        return current(address, etag).filter(Write::isSeed).isPresent();
    }

    /**
     * Returns the time to report for a seeded object. Returns empty if that is the test's time, if the object was not
     * seeded, or if it has been overwritten since.
     */
    Optional<Instant> seedTime(String address, String etag) {
        return current(address, etag).flatMap(Write::seedTime);
    }

    /** Returns the position of an object's most recent write in the order of all writes, or empty if unknown. */
    OptionalLong number(String address, String etag) {
        OptionalLong exact = exactNumber(address);
        return exact.isPresent()
                ? exact
                : current(address, etag)
                        .map(write -> OptionalLong.of(write.number()))
                        .orElseGet(OptionalLong::empty);
    }

    /**
     * Returns the recorded write of an object, or empty if there is none or if another client may have overwritten the
     * object since.
     *
     * @param etag the object's current ETag
     */
    private Optional<Write> current(String address, String etag) {
        OptionalLong exact = exactNumber(address);
        return Optional.ofNullable(last.get(address))
                .filter(write -> write.etag().equals(Optional.of(etag)))
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

    /**
     * Returns the modification time of a local file, in nanoseconds. It serves as the file's position in the order of
     * writes.
     */
    private static OptionalLong fileTime(String path) {
        try {
            return OptionalLong.of(Files.getLastModifiedTime(Path.of(path)).to(TimeUnit.NANOSECONDS));
        } catch (IOException | InvalidPathException e) {
            return OptionalLong.empty();
        }
    }

    /**
     * Forgets the recorded writes to a bucket that was emptied.
     *
     * @param kept the addresses of the objects that were not deleted
     */
    void clear(String bucket, Set<String> kept) {
        last.keySet().removeIf(address -> address.startsWith("s3://" + bucket + "/") && !kept.contains(address));
    }
}
