// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lake;

import io.lakecheck.value.ByteSize;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Statistics about the data objects in a partition.
 *
 * @param count the number of objects
 * @param bytes the total size
 * @param smallest the smallest object; empty if there are no objects
 * @param largest the largest object; empty if there are no objects
 * @param oldest the object that was written first; empty if there are no objects
 * @param newest the object that was written last; empty if there are no objects
 * @param subtotals the statistics of some of the objects
 */
public record ObjectStats(
        long count,
        ByteSize bytes,
        Optional<LakeObject> smallest,
        Optional<LakeObject> largest,
        Optional<LakeObject> oldest,
        Optional<LakeObject> newest,
        Subtotals subtotals) {

    /** Returns the objects that were written by a cutoff; empty if the dataset does not have this cutoff. */
    public Optional<TimelyData> by(Instant cutoff) {
        return subtotals.timely().stream()
                .filter(data -> data.cutoff().equals(cutoff))
                .findFirst();
    }

    /** Returns a copy of these statistics with those of the runs that the objects belong to. */
    ObjectStats with(List<RunStats> runs) {
        return runs.isEmpty()
                ? this
                : new ObjectStats(count, bytes, smallest, largest, oldest, newest, subtotals.with(runs));
    }

    /** Builds the statistics from a stream of objects. Not thread-safe. */
    static final class Builder {

        private static final Comparator<LakeObject> BY_SIZE = Comparator.comparingLong(LakeObject::bytes);
        private static final Comparator<LakeObject> BY_TIME = Comparator.comparing(LakeObject::modified);

        // If several objects compare as equal, each of these returns the first one.
        private static final BinaryOperator<LakeObject> SMALLEST = BinaryOperator.minBy(BY_SIZE);
        private static final BinaryOperator<LakeObject> LARGEST = BinaryOperator.maxBy(BY_SIZE);
        private static final BinaryOperator<LakeObject> OLDEST = BinaryOperator.minBy(BY_TIME);
        private static final BinaryOperator<LakeObject> NEWEST = BinaryOperator.maxBy(BY_TIME);

        private long count;
        private long bytes;
        private @Nullable LakeObject smallest;
        private @Nullable LakeObject largest;
        private @Nullable LakeObject oldest;
        private @Nullable LakeObject newest;
        private final Subtotals.Builder subtotals;

        /** @param cutoffs the cutoffs; for each one, the objects written before it are added up */
        Builder(List<Instant> cutoffs) {
            subtotals = new Subtotals.Builder(cutoffs);
        }

        /** @throws ArithmeticException if the total size overflows */
        void add(LakeObject object) {
            bytes = Math.addExact(bytes, object.bytes());
            count++;
            smallest = pick(SMALLEST, smallest, object);
            largest = pick(LARGEST, largest, object);
            oldest = pick(OLDEST, oldest, object);
            newest = pick(NEWEST, newest, object);
            subtotals.add(object);
        }

        /** @throws ArithmeticException if the total size overflows */
        void addToPart(String name, PartStats more) {
            subtotals.addToPart(name, more);
        }

        /**
         * Adds the objects of another builder with the same cutoffs, which follow those of this builder in key order.
         *
         * @throws ArithmeticException if the total size overflows
         */
        void addAll(Builder other) {
            bytes = Math.addExact(bytes, other.bytes);
            count += other.count;
            smallest = merge(SMALLEST, smallest, other.smallest);
            largest = merge(LARGEST, largest, other.largest);
            oldest = merge(OLDEST, oldest, other.oldest);
            newest = merge(NEWEST, newest, other.newest);
            subtotals.addAll(other.subtotals);
        }

        /** Returns the time of the last write to any object; empty if there are no objects. */
        Optional<Instant> lastWrite() {
            return Optional.ofNullable(newest).map(LakeObject::modified);
        }

        ObjectStats build() {
            return new ObjectStats(
                    count,
                    new ByteSize(bytes),
                    Optional.ofNullable(smallest),
                    Optional.ofNullable(largest),
                    Optional.ofNullable(oldest),
                    Optional.ofNullable(newest),
                    subtotals.build());
        }

        /** Returns the object that was written last, or the first one if both were written at the same time. */
        static @Nullable LakeObject newest(@Nullable LakeObject known, @Nullable LakeObject next) {
            return merge(NEWEST, known, next);
        }

        private static @Nullable LakeObject merge(
                BinaryOperator<LakeObject> better, @Nullable LakeObject known, @Nullable LakeObject other) {
            return other == null ? known : pick(better, known, other);
        }

        private static LakeObject pick(BinaryOperator<LakeObject> better, @Nullable LakeObject known, LakeObject next) {
            return known == null ? next : better.apply(known, next);
        }
    }
}
