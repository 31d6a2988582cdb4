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
 * When a partition's data is from and when it must be complete. Named by local time, so a day may have 23 or 25 hours;
 * where a zone's clock jumps over a whole period, that period does not {@linkplain #exists() exist}.
 *
 * @param period how long, by the calendar
 * @param from the local time at which it begins
 * @param zone whose local time
 * @param due how long after its end, on the wall clock, it must be complete
 */
public record Span(Period period, LocalDateTime from, ZoneId zone, Duration due) {

    public Span {
        if (!period.floor(from).equals(from)) {
            throw new IllegalArgumentException(from + " does not begin a period of one " + period);
        }
        if (due.isNegative()) {
            throw new IllegalArgumentException("due is never before the end of the period: " + due);
        }
    }

    /** The first moment of it. */
    public Instant begin() {
        return firstMoment(from);
    }

    /** The first moment behind it. */
    public Instant end() {
        return firstMoment(period.step(from, 1));
    }

    /** False where the clock jumped over it: an hour in spring, a day on Samoa in 2011. */
    public boolean exists() {
        return begin().isBefore(end());
    }

    /**
     * When it must be complete: the end plus {@code due} as the wall clock shows it. A time that the clock skips moves
     * on by the gap; of a time that it shows twice, the first counts.
     */
    public ZonedDateTime deadline() {
        return ZonedDateTime.of(period.step(from, 1).plus(due), zone);
    }

    /** The local dates in it: one, unless it is a week or a month. */
    List<LocalDate> days() {
        LocalDate first = from.toLocalDate();
        LocalDate end = period.step(from, 1).toLocalDate();
        return first.isBefore(end) ? first.datesUntil(end).toList() : List.of(first);
    }

    /** The neighbour {@code count} periods later, earlier if negative; it may not exist. */
    public Span step(long count) {
        return at(period.step(from, count));
    }

    /** The same dataset's span that begins at another local time. */
    public Span at(LocalDateTime other) {
        return new Span(period, other, zone, due);
    }

    private Instant firstMoment(LocalDateTime local) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        return offsets.isEmpty() ? zone.getRules().getTransition(local).getInstant() : local.toInstant(offsets.get(0));
    }
}
