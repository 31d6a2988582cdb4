// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lake;

import io.lakecheck.value.ByteSize;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The data objects in a partition that were written no later than a given moment.
 *
 * @param cutoff the moment
 * @param bytes the total size of these objects
 * @param newest the object that was written last; empty if there are no objects
 */
public record TimelyData(Instant cutoff, ByteSize bytes, Optional<LakeObject> newest) {

    /** Collects these objects from a stream of objects. Not thread-safe. */
    static final class Builder {

        private final Instant cutoff;
        private long bytes;
        private @Nullable LakeObject newest;

        Builder(Instant cutoff) {
            this.cutoff = cutoff;
        }

        void add(LakeObject object) {
            if (!object.modified().isAfter(cutoff)) {
                bytes += object.bytes();
                newest = ObjectStats.Builder.newest(newest, object);
            }
        }

        /** Adds the objects of another builder for the same moment, which follow those of this builder. */
        void addAll(Builder other) {
            bytes += other.bytes;
            newest = ObjectStats.Builder.newest(newest, other.newest);
        }

        TimelyData build() {
            return new TimelyData(cutoff, new ByteSize(bytes), Optional.ofNullable(newest));
        }
    }
}
