// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lake;

import io.lakecheck.partition.Partition;
import io.lakecheck.value.ByteSize;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** Folds a partition's objects into its {@link Snapshot} as they stream by. For one thread. */
public final class SnapshotBuilder {

    private static final Comparator<LakeObject> BY_SIZE = Comparator.comparingLong(LakeObject::bytes);
    private static final Comparator<LakeObject> BY_TIME = Comparator.comparing(LakeObject::modified);

    private final Partition partition;
    private final Optional<String> markerName;
    private final ObjectFilter filter;

    private long objects;
    private long bytes;
    private long fingerprint;
    private long ignored;
    private @Nullable LakeObject smallest;
    private @Nullable LakeObject largest;
    private @Nullable LakeObject oldest;
    private @Nullable LakeObject newest;
    private @Nullable LakeObject marker;

    public SnapshotBuilder(Partition partition, Optional<String> marker, ObjectFilter filter) {
        this.partition = partition;
        this.markerName = marker;
        this.filter = filter;
    }

    /** @throws LakeException where the total would no longer fit: a wrong total is worse than none */
    public void add(LakeObject object) {
        String path = object.key().substring(partition.path().length());
        if (markerName.filter(path::equals).isPresent()) {
            marker = object;
        } else if (filter.isData(path, object.bytes())) {
            count(object);
        } else {
            ignored += path.isEmpty() || path.endsWith("/") ? 0 : 1;
            return;
        }
        fingerprint = 31 * fingerprint + object.hashCode();
    }

    private void count(LakeObject object) {
        try {
            bytes = Math.addExact(bytes, object.bytes());
        } catch (ArithmeticException e) {
            throw LakeException.overflow(partition.folder(), e);
        }
        objects++;
        smallest = pick(BinaryOperator.minBy(BY_SIZE), smallest, object);
        largest = pick(BinaryOperator.maxBy(BY_SIZE), largest, object);
        oldest = pick(BinaryOperator.minBy(BY_TIME), oldest, object);
        newest = pick(BinaryOperator.maxBy(BY_TIME), newest, object);
    }

    private static LakeObject pick(BinaryOperator<LakeObject> better, @Nullable LakeObject known, LakeObject next) {
        return known == null ? next : better.apply(known, next);
    }

    /**
     * Returns the snapshot of the objects added so far.
     *
     * @param answer the lake's answer that showed the last of them
     */
    public Snapshot snapshot(Lake.Answer answer) {
        return snapshot(answer.moment(), answer.clockError());
    }

    public Snapshot snapshot(Instant takenAt, Duration clockError) {
        return new Snapshot(
                partition,
                objects,
                new ByteSize(bytes),
                Optional.ofNullable(smallest),
                Optional.ofNullable(largest),
                Optional.ofNullable(oldest),
                Optional.ofNullable(newest),
                Optional.ofNullable(marker),
                takenAt,
                clockError,
                fingerprint,
                ignored,
                Optional.empty());
    }
}
