// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * On which days data is expected, by the local date at which a period begins. What is outside is neither expected nor part of a
 * baseline.
 *
 * @param days days of the week on which data is expected; at least one
 * @param except dates on which none is expected all the same: holidays
 * @param only the dates on which alone data is expected; empty for all
 * @param validThrough the last date for which {@code except} is known to be whole; empty for ever
 */
public record Calendar(
        Set<DayOfWeek> days, Set<LocalDate> except, Set<LocalDate> only, Optional<LocalDate> validThrough) {

    public static final Calendar EVERY_DAY = new Calendar(EnumSet.allOf(DayOfWeek.class), Set.of());

    public Calendar {
        if (days.isEmpty()) {
            throw new IllegalArgumentException("a calendar without a day expects nothing; name at least one day");
        }
        days = Set.copyOf(days);
        except = Set.copyOf(except);
        only = Set.copyOf(only);
    }

    /** Weekdays and exceptions alone. */
    public Calendar(Set<DayOfWeek> days, Set<LocalDate> except) {
        this(days, except, Set.of(), Optional.empty());
    }

    /**
     * Refuses weekdays on which no such period begins, or only some do: they would be left out in silence.
     *
     * @throws IllegalArgumentException where it does
     */
    void checkFits(Period period) {
        if (period == Period.WEEK && !days.contains(DayOfWeek.MONDAY)) {
            throw new IllegalArgumentException("weeks begin on Monday; add it to days, or leave days out");
        }
        if (period == Period.MONTH && days.size() < DayOfWeek.values().length) {
            throw new IllegalArgumentException("months begin on any day of the week; leave days out");
        }
    }

    /** Whether data of this span is expected. */
    public boolean expects(Span span) {
        return excludes(span).isEmpty();
    }

    /** Whether it is no longer known which dates around this span are holidays. */
    public boolean isExpiredFor(Span span) {
        return validThrough
                .filter(last -> span.from().toLocalDate().isAfter(last))
                .isPresent();
    }

    /** Why no data of this span is expected; empty where it is. */
    Optional<String> excludes(Span span) {
        LocalDate date = span.from().toLocalDate();
        if (except.contains(date)) {
            return Optional.of("in except");
        }
        return days.contains(date.getDayOfWeek()) && (only.isEmpty() || only.contains(date))
                ? Optional.empty()
                : Optional.of("outside the calendar");
    }
}
