// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import io.lakecheck.lake.LakeObject;
import io.lakecheck.value.Utf8Order;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * All buckets with their objects. Thread-safe: a single lock makes changes atomic and determines the order of writes.
 */
final class ObjectStore implements AutoCloseable {

    private final Clock clock;
    private final SegmentStore segments;
    private final AtomicLong writes = new AtomicLong();
    private final Map<String, Bucket> buckets = new TreeMap<>();

    ObjectStore(Clock clock, SegmentStore segments) {
        this.clock = clock;
        this.segments = segments;
    }

    SegmentStore segments() {
        return segments;
    }

    synchronized List<BucketInfo> buckets() {
        return buckets.values().stream().map(Bucket::info).toList();
    }

    /** Creates a bucket unless it exists. Returns whether it was created. */
    synchronized boolean create(String name, String region) {
        if (buckets.containsKey(name)) {
            return false;
        }
        buckets.put(name, new Bucket(new BucketInfo(name, region, clock.instant()), clock, writes));
        return true;
    }

    /** @throws S3ErrorException if the bucket is missing or contains objects */
    synchronized void delete(String name) {
        bucket(name).delete();
        buckets.remove(name);
    }

    /**
     * Runs work on a bucket and returns its result. No other thread can access the bucket in the meantime.
     *
     * @throws S3ErrorException if the bucket is missing
     */
    synchronized <T> T in(String name, Function<Bucket, T> work) {
        return work.apply(bucket(name));
    }

    /**
     * Runs work that transfers the ownership of a payload to the bucket, and returns its result. If the work fails, the
     * payload is released.
     *
     * @throws S3ErrorException if the bucket is missing
     */
    <T> T commit(String name, Payload payload, Function<Bucket, T> work) {
        boolean isOwned = false;
        try {
            T result = in(name, work);
            isOwned = true;
            return result;
        } finally {
            if (!isOwned) {
                payload.content().release();
            }
        }
    }

    private Bucket bucket(String name) {
        Bucket bucket = buckets.get(name);
        if (bucket == null) {
            // The name is part of the message, because the SDK's exceptions show only the message.
            throw S3ErrorCode.NO_SUCH_BUCKET
                    .exception("The specified bucket does not exist: " + name)
                    .with("BucketName", name);
        }
        return bucket;
    }

    synchronized OptionalLong writeNumber(String name, String key) {
        Bucket bucket = buckets.get(name);
        return bucket == null
                ? OptionalLong.empty()
                : bucket.find(key).stream().mapToLong(StoredObject::writeNumber).findFirst();
    }

    /** Returns up to {@code limit} objects whose keys start with a prefix and follow another key, in key order. */
    synchronized Optional<List<LakeObject>> objects(String name, String prefix, String after, int limit) {
        boolean isWithin = Utf8Order.BYTES.compare(after, prefix) >= 0;
        return Optional.ofNullable(buckets.get(name))
                .map(bucket -> bucket.objects().tailMap(isWithin ? after : prefix, !isWithin).entrySet().stream()
                        .takeWhile(entry -> entry.getKey().startsWith(prefix))
                        .limit(limit)
                        .map(entry -> entry.getValue().listedAs(entry.getKey()))
                        .toList());
    }

    /** Deletes a bucket and all objects in it, if it exists. */
    synchronized void deleteWithObjects(String name) {
        if (hasBucket(name)) {
            deleteObjects(name, List.copyOf(bucket(name).objects().keySet()));
            delete(name);
        }
    }

    private boolean hasBucket(String name) {
        return buckets.containsKey(name);
    }

    /** Returns the keys and ETags of all objects; empty if the bucket is missing. */
    synchronized Map<String, String> entityTags(String name) {
        Map<String, String> tags = new LinkedHashMap<>();
        if (hasBucket(name)) {
            bucket(name).objects().forEach((key, object) -> tags.put(key, object.etag()));
        }
        return tags;
    }

    synchronized void deleteObjects(String name, Collection<String> keys) {
        if (hasBucket(name)) {
            keys.forEach(key -> bucket(name).delete(key, WriteCondition.NONE));
        }
    }

    @Override
    public void close() {
        segments.close();
    }
}
