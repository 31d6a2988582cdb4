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
 * @param partition where it is and when it is for, without a deadline yet: that is to be found out
 * @param bytes how much data it holds
 * @param written when the last of its data was written; empty where it holds none
 * @param marked when its marker was; empty where it has none
 */
record PastPartition(Partition partition, long bytes, Optional<Instant> written, Optional<Instant> marked) {

    Span span() {
        return partition.span().orElseThrow();
    }

    /** Safe to print. */
    String label() {
        return Display.visible(partition.label());
    }

    boolean hasData() {
        return bytes > 0;
    }

    /** Whether data was written after its marker. */
    boolean grewAfterMarker() {
        return marked.isPresent() && written.isPresent() && written.get().isAfter(marked.get());
    }

    /** How long after its period's end it was complete, negative if before; empty where there is nothing. */
    Optional<Duration> lateness() {
        return marked.or(() -> written).map(arrival -> Duration.between(span().end(), arrival));
    }

    /** Whether it had to be there by a moment. */
    boolean isDue(Instant now, Duration due) {
        return !deadline(due).isAfter(now);
    }

    Instant deadline(Duration due) {
        Span span = span();
        return new Span(span.period(), span.from(), span.zone(), due).deadline().toInstant();
    }
}
