// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.partition.Partition;
import io.lakecheck.partition.Span;
import io.lakecheck.value.Display;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A past partition of a dataset.
 *
 * @param partition the folder and period; the deadline is the end of the period, because the real one is not known yet
 * @param bytes the total size of the data
 * @param written the time at which the newest data object was written; empty if the partition contains no data
 * @param marked the time at which the marker was written; empty if the partition has no marker
 */
record PastPartition(Partition partition, long bytes, Optional<Instant> written, Optional<Instant> marked) {

    Span span() {
        return partition.span().orElseThrow();
    }

    /** Returns the partition's label, safe to print. */
    String label() {
        return Display.visible(partition.label());
    }

    boolean hasData() {
        return bytes > 0;
    }

    /** Returns whether data was written after the marker. */
    boolean grewAfterMarker() {
        return marked.isPresent() && written.isPresent() && written.get().isAfter(marked.get());
    }

    /**
     * Returns the time from the end of the period to the time at which the partition became complete: the time at which
     * its marker was written or, if it has no marker, its most recent data. The result is negative if that was before
     * the end of the period, and empty if there is neither a marker nor data.
     */
    Optional<Duration> lateness() {
        return marked.or(() -> written).map(arrival -> Duration.between(span().end(), arrival));
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
}
