// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.partition;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rule for the dates on which data is expected. A date meets it if its weekday is one of {@code weekdays} or it is
 * one of the days {@code ofMonth}, and if it is in the interval {@code every}.
 *
 * @param weekdays days of the week
 * @param ofMonth days that are counted within each month
 * @param every the interval between the dates; empty if every date counts
 */
public record Days(Set<DayOfWeek> weekdays, Set<DayOfMonth> ofMonth, Optional<DayInterval> every) {

    public static final Days NONE = weekly(Set.of());

    private static final int WEEK = 7;

    public Days {
        weekdays = Set.copyOf(weekdays);
        ofMonth = Set.copyOf(ofMonth);
    }

    /** Returns the rule for the given days of each week. */
    public static Days weekly(Set<DayOfWeek> weekdays) {
        return new Days(weekdays, Set.of(), Optional.empty());
    }

    /** Returns the rule for one day of each month. */
    public static Days monthly(DayOfMonth day) {
        return new Days(Set.of(), Set.of(day), Optional.empty());
    }

    /** Returns the rule for the days of this rule and of another one. */
    public Days and(Days other) {
        Set<DayOfWeek> allWeekdays = new HashSet<>(weekdays);
        allWeekdays.addAll(other.weekdays);
        Set<DayOfMonth> allOfMonth = new HashSet<>(ofMonth);
        allOfMonth.addAll(other.ofMonth);
        return new Days(allWeekdays, allOfMonth, every);
    }

    /** Returns the rule for the days of this rule that are also in an interval. */
    public Days every(Optional<DayInterval> interval) {
        return interval.equals(every) ? this : new Days(weekdays, ofMonth, interval);
    }

    /** Returns whether no date meets this rule. */
    boolean isEmpty() {
        return weekdays.isEmpty() && ofMonth.isEmpty();
    }

    /** @param exceptions dates that are not workdays */
    boolean expects(LocalDate date, Set<LocalDate> exceptions) {
        return every.map(interval -> interval.contains(date)).orElse(true)
                && (weekdays.contains(date.getDayOfWeek())
                        || ofMonth.stream().anyMatch(day -> day.matches(date, exceptions)));
    }

    /** Returns the days of the week on which data can be expected. */
    public Set<DayOfWeek> possibleWeekdays() {
        Set<DayOfWeek> possible = EnumSet.noneOf(DayOfWeek.class);
        possible.addAll(weekdays);
        ofMonth.forEach(day -> possible.addAll(day.counted()));
        every.filter(interval -> interval.unit() != ChronoUnit.MONTHS && interval.days() % WEEK == 0)
                .ifPresent(interval -> possible.retainAll(Set.of(interval.from().getDayOfWeek())));
        return possible;
    }

    /**
     * Returns consecutive dates after which the rule repeats; empty if it does not repeat within a few weeks, because
     * it depends on the length of months.
     */
    public List<LocalDate> cycle() {
        if (!ofMonth.isEmpty()
                || every.filter(interval -> interval.days() > WEEK).isPresent()) {
            return List.of();
        }
        LocalDate first = every.map(DayInterval::from).orElse(LocalDate.EPOCH);
        long days = every.map(DayInterval::days).orElse(1L) * WEEK;
        return first.datesUntil(first.plusDays(days)).toList();
    }
}
