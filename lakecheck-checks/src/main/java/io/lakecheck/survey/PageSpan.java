// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.partition.Period;
import java.time.LocalDateTime;

/** Counts the periods that the current page of a listing spans. Not thread-safe. */
final class PageSpan {

    private final Period period;
    private final LocalDateTime first;
    private LocalDateTime start;
    private LocalDateTime reached;

    PageSpan(Period period, LocalDateTime start) {
        this.period = period;
        this.first = start;
        this.start = start;
        this.reached = start;
    }

    /** Returns a counter that starts where this one started. */
    PageSpan another() {
        return new PageSpan(period, first);
    }

    /** Records that the listing has reached this time. */
    void reach(LocalDateTime time) {
        reached = reached.isBefore(time) ? time : reached;
    }

    /** Returns the latest time that the listing has reached. */
    LocalDateTime reached() {
        return reached;
    }

    /** Ends the page and starts the next one. Returns the number of periods that the ended page spanned. */
    long end() {
        long periods = period.count(start, reached);
        start = reached;
        return periods;
    }
}
