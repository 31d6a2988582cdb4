// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.partition;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * The time that a partition's data covers, and the partition's deadline. A span is defined in local time, so a day may
 * have 23 or 25 hours. If a clock change skips a whole period, that period does not {@linkplain #exists() exist}.
 *
 * @param period the length of the span
 * @param from the start, in local time
 * @param zone the time zone of the local times
 * @param due the time from the end of the span to the deadline, in local time
 */
public record Span(Period period, LocalDateTime from, ZoneId zone, Duration due) {

    public Span {
        if (!period.floor(from).equals(from)) {
            throw new IllegalArgumentException(from + " is not the start of a " + period);
        }
        if (due.isNegative()) {
            throw new IllegalArgumentException("due must not be negative, but was " + due
                    + ". Set the time from the end of the period to its deadline, for example 6h");
        }
    }

    /** Returns the first moment of this span. */
    public Instant begin() {
        return firstMoment(from);
    }

    /** Returns the first moment after this span. */
    public Instant end() {
        return firstMoment(period.step(from, 1));
    }

    /**
     * Returns whether this span exists. It doesn't exist if a clock change skips it, for example an hour in spring, or
     * 30 December 2011 in Samoa.
     */
    public boolean exists() {
        return zone.getRules().isFixedOffset() || begin().isBefore(end());
    }

    /**
     * Returns when the partition must be complete: the end of the span plus {@code due}, in local time. If a clock
     * change skips that time, the deadline is later by the length of the gap; if that time occurs twice, the first
     * occurrence counts.
     */
    public ZonedDateTime deadline() {
        return ZonedDateTime.of(period.step(from, 1).plus(due), zone);
    }

    /** Returns the local dates in this span: one for an hour or a day, several for a week or a month. */
    List<LocalDate> days() {
        LocalDate first = from.toLocalDate();
        LocalDate end = period.step(from, 1).toLocalDate();
        return first.isBefore(end) ? first.datesUntil(end).toList() : List.of(first);
    }

    /**
     * Returns the span that is {@code count} periods later, or earlier if {@code count} is negative. The result does
     * not necessarily {@linkplain #exists() exist}.
     */
    public Span step(long count) {
        return at(period.step(from, count));
    }

    /** Returns the span with the same period, zone and deadline rule that starts at another local time. */
    public Span at(LocalDateTime other) {
        return new Span(period, other, zone, due);
    }

    private Instant firstMoment(LocalDateTime local) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        return offsets.isEmpty() ? zone.getRules().getTransition(local).getInstant() : local.toInstant(offsets.get(0));
    }
}
