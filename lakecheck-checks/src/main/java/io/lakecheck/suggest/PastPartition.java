// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.partition.Partition;
import io.lakecheck.partition.Span;
import io.lakecheck.value.Display;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One past partition.
 *
 * @param partition its folder and period, with a deadline of zero, because the deadline is not known yet
 * @param bytes the total size of its data
 * @param written the time when its newest data was written, or empty if it has no data
 * @param marked the time when its marker was written, or empty if it has no marker
 */
record PastPartition(Partition partition, long bytes, Optional<Instant> written, Optional<Instant> marked) {

    Span span() {
        return partition.span().orElseThrow();
    }

    /** Returns its name in a form that is safe to print. */
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
     * Returns the time from the end of its period until it was complete, or empty if it has no data. The time is
     * negative if the partition was complete before the end of its period.
     */
    Optional<Duration> lateness() {
        return marked.or(() -> written).map(arrival -> Duration.between(span().end(), arrival));
    }

    /** Returns whether its deadline has passed. */
    boolean isDue(Instant now, Duration due) {
        return !deadline(due).isAfter(now);
    }

    Instant deadline(Duration due) {
        Span span = span();
        return new Span(span.period(), span.from(), span.zone(), due).deadline().toInstant();
    }
}
