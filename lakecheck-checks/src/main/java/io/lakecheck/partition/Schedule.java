// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.partition;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The times at which a dataset's partitions are expected.
 *
 * @param zone the time zone of dates and deadlines
 * @param due the time from the end of a period to its partition's deadline, in local time
 * @param calendar the days on which data is expected
 */
public record Schedule(ZoneId zone, Duration due, Calendar calendar) {

    /**
     * The maximum number of periods to search for the next expected one. A day that the calendar excludes counts as
     * one.
     */
    private static final int MAX_SEARCH = 24 * 400;

    /** The maximum number of expected periods, which is as many as any check can read. */
    private static final int MAX_EXPECTED = 10_000;

    public Schedule {
        if (due.isNegative()) {
            throw new IllegalArgumentException("due must not be negative, but was " + due);
        }
    }

    /**
     * Returns the newest span whose deadline has passed and that the calendar expects. If the search finds no such
     * span, returns the newest one whose deadline has passed.
     */
    public Span newestDue(Period period, Instant now) {
        LocalDateTime estimate = period.floor(latest(now).minus(due));
        Span newest = new Span(period, period.step(estimate, 1), zone, due);
        return Stream.concat(expected(newest), Stream.iterate(newest, span -> span.step(-1)))
                .filter(span -> span.exists() && !span.deadline().toInstant().isAfter(now))
                .findFirst()
                .orElseThrow();
    }

    /** Returns the earlier spans that the calendar expects, most recent first. */
    public Stream<Span> before(Span span) {
        return expected(span.step(-1));
    }

    private Stream<Span> expected(Span newest) {
        return Stream.iterate(nearest(newest), Optional::isPresent, found -> found.map(this::previous)
                        .flatMap(this::nearest))
                .limit(MAX_EXPECTED)
                .map(Optional::orElseThrow);
    }

    /** Returns the given span if the calendar expects it, or else the next earlier one; empty if none is near. */
    private Optional<Span> nearest(Span newest) {
        Span span = newest;
        for (int searched = 0; searched < MAX_SEARCH; searched++) {
            if (span.exists() && calendar.expects(span)) {
                return Optional.of(span);
            }
            span = previous(span);
        }
        return Optional.empty();
    }

    /**
     * Returns the span before another one, or the last one of the day before if the calendar excludes the whole day.
     */
    private Span previous(Span span) {
        LocalDate day = span.from().toLocalDate();
        return span.period().isWithinDay() && !calendar.expects(day)
                ? span.at(day.atStartOfDay()).step(-1)
                : span.step(-1);
    }

    /** Returns the latest local time so far. It is later than the current one while the clocks repeat some time. */
    private LocalDateTime latest(Instant now) {
        LocalDateTime current = LocalDateTime.ofInstant(now, zone);
        return Optional.ofNullable(zone.getRules().previousTransition(now.plusNanos(1)))
                .filter(ZoneOffsetTransition::isOverlap)
                .map(ZoneOffsetTransition::getDateTimeBefore)
                .filter(repeated -> repeated.isAfter(current))
                .orElse(current);
    }
}
