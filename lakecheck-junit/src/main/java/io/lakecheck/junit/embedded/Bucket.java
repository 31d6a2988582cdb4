// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import io.lakecheck.value.Utf8Order;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/** The objects and multipart uploads in a bucket. Not thread-safe, because {@link ObjectStore} synchronizes access. */
final class Bucket {

    private final BucketInfo info;
    private final Clock clock;
    private final AtomicLong writes;
    private final NavigableMap<String, StoredObject> objects = new TreeMap<>(Utf8Order.BYTES);
    private final Uploads uploads = new Uploads();

    Bucket(BucketInfo info, Clock clock, AtomicLong writes) {
        this.info = info;
        this.clock = clock;
        this.writes = writes;
    }

    BucketInfo info() {
        return info;
    }

    Uploads uploads() {
        return uploads;
    }

    /** Returns the current time in whole seconds, as S3 reports it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** Returns the objects by key, in the order in which S3 lists them. */
    NavigableMap<String, StoredObject> objects() {
        return objects;
    }

    Optional<StoredObject> find(String key) {
        return Optional.ofNullable(objects.get(key));
    }

    /** @throws S3ErrorException if the object is missing */
    StoredObject object(String key) {
        return find(key).orElseThrow(() -> S3ErrorCode.NO_SUCH_KEY.exception().with("Key", key));
    }

    /** Returns an object. The caller must release its content. */
    StoredObject retained(String key) {
        StoredObject object = object(key);
        object.payload().content().retained();
        return object;
    }

    /**
     * Writes an object. The bucket takes ownership of the payload, so the caller must not release it.
     *
     * @throws S3ErrorException if the condition is not met
     */
    StoredObject put(String key, Payload payload, ObjectAttributes attributes, WriteCondition condition) {
        condition.check(find(key));
        StoredObject object = new StoredObject(payload, attributes, now(), writes.incrementAndGet());
        StoredObject replaced = objects.put(key, object);
        if (replaced != null) {
            replaced.payload().content().release();
        }
        return object;
    }

    /** Changes what is stored with an object, such as its tags. Unlike {@link #put}, keeps the write number. */
    StoredObject update(String key, UnaryOperator<StoredObject> change) {
        StoredObject changed = change.apply(object(key));
        objects.put(key, changed);
        return changed;
    }

    /** @throws S3ErrorException if the condition is not met */
    void delete(String key, WriteCondition condition) {
        condition.check(find(key));
        StoredObject deleted = objects.remove(key);
        if (deleted != null) {
            deleted.payload().content().release();
        }
    }

    /** @throws S3ErrorException if the bucket contains objects */
    void delete() {
        if (!objects.isEmpty()) {
            throw S3ErrorCode.BUCKET_NOT_EMPTY.exception().with("BucketName", info.name());
        }
        uploads.abortAll();
    }
}
