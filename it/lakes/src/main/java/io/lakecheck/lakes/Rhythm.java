// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lakes;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.temporal.TemporalAmount;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The periods for which a job delivers data.
 *
 * @param first the start of the first period
 * @param step the length of a period
 * @param expects whether data is expected for the period that starts at this time
 */
record Rhythm(LocalDateTime first, TemporalAmount step, Predicate<LocalDateTime> expects) {

    /** The time at which the generated history ends. */
    static final LocalDateTime END = LocalDateTime.parse("2026-11-20T12:00");

    static final Rhythm DAILY = every(Period.ofDays(1), "2026-04-01");
    static final Rhythm HOURLY = every(Duration.ofHours(1), "2026-08-10");
    static final Rhythm WEEKLY = every(Period.ofWeeks(1), "2024-07-01");
    static final Rhythm MONTHLY = every(Period.ofMonths(1), "2022-01-01");

    static final Rhythm QUARTER_HOURS = every(Duration.ofMinutes(15), "2026-10-01");
    static final Rhythm QUARTERLY = every(Period.ofMonths(3), "2018-01-01");
    static final Rhythm YEARLY = every(Period.ofYears(1), "2005-01-01");

    static Rhythm every(TemporalAmount step, String first) {
        return new Rhythm(LocalDate.parse(first).atStartOfDay(), step, from -> true);
    }

    Rhythm since(String date) {
        return new Rhythm(LocalDate.parse(date).atStartOfDay(), step, expects);
    }

    Rhythm on(Predicate<LocalDateTime> condition) {
        return new Rhythm(first, step, condition);
    }

    /** Returns a rhythm with data on Monday to Friday, except on some days. */
    Rhythm onWorkdays(Set<String> holidays) {
        return on(from -> from.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0
                && !holidays.contains(from.toLocalDate().toString()));
    }

    boolean isWithinDay() {
        return step instanceof Duration;
    }

    /** Returns the starts of the periods that have ended, oldest first. */
    Stream<LocalDateTime> starts() {
        return Stream.iterate(first, from -> !end(from).isAfter(END), this::end).filter(expects);
    }

    LocalDateTime end(LocalDateTime from) {
        return from.plus(step);
    }
}
