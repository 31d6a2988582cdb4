// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.lake.LakeObject;
import io.lakecheck.lake.Snapshot;
import io.lakecheck.partition.Partition;
import io.lakecheck.partition.Span;
import io.lakecheck.value.Display;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A past partition of a dataset.
 *
 * @param found what the partition contains. Its deadline is the end of the period, because the real one is not known
 *     yet.
 */
record PastPartition(Snapshot found) {

    Partition partition() {
        return found.partition();
    }

    Span span() {
        return partition().span().orElseThrow();
    }

    /** Returns the total size of the data. */
    long bytes() {
        return found.bytes().bytes();
    }

    /** Returns the number of data objects. */
    long objects() {
        return found.objects();
    }

    /** Returns the partition's label, safe to print. */
    String label() {
        return Display.visible(partition().label());
    }

    boolean hasData() {
        return bytes() > 0;
    }

    boolean hasMarker() {
        return found.marker().isPresent();
    }

    /** Returns whether data was written after the marker. */
    boolean grewAfterMarker() {
        return found.grewAfterMarker();
    }

    /**
     * Returns the time from the end of the period to the time at which the partition became complete: the time at which
     * its marker was written or, if it has no marker, its most recent data. The result is negative if that was before
     * the end of the period, and empty if there is neither a marker nor data.
     */
    Optional<Duration> lateness() {
        return found.marker()
                .or(() -> found.newest().filter(newest -> hasData()))
                .map(LakeObject::modified)
                .map(arrival -> Duration.between(span().end(), arrival));
    }

    /**
     * Returns whether the partition's deadline has passed.
     *
     * @param due the deadline, as the time after the end of the period
     */
    boolean isDue(Instant now, Duration due) {
        return !deadline(due).isAfter(now);
    }

    Instant deadline(Duration due) {
        Span span = span();
        return new Span(span.period(), span.from(), span.zone(), due).deadline().toInstant();
    }

    /** Returns the snapshot of the same partition with another deadline. */
    Snapshot at(Partition same) {
        return new Snapshot(
                same,
                found.data(),
                found.marker(),
                found.ignored(),
                found.fingerprint(),
                found.answer(),
                found.changed());
    }
}
