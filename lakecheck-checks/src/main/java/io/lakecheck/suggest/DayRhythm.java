// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.partition.Calendar;
import io.lakecheck.partition.DayInterval;
import io.lakecheck.partition.DayOfMonth;
import io.lakecheck.partition.Days;
import io.lakecheck.partition.Period;
import io.lakecheck.partition.Span;
import io.lakecheck.value.Display;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A rule other than days of the week for the days on which a dataset has data, such as the last workday of each month
 * or every second day.
 *
 * @param yaml the key that sets the rule, and its value
 * @param calendar the days that meet the rule
 */
record DayRhythm(String yaml, Calendar calendar) {

    private static final int MIN_DAYS = 3;

    /** The maximum number of different days of the month. */
    private static final int MOST_DAYS_OF_MONTH = 4;

    /** The share of the days that may be exceptions to a rule. Of enough days, one always may. */
    private static final double EXCEPTIONS = 0.05;

    /** The minimum number of days of which one may be an exception. */
    private static final int MIN_EXCEPTION = 6;

    private static final int WEEK = 7;

    private static final List<String> ORDINALS = List.of("first", "second", "third", "fourth");

    /** Returns the rule for the days of daily partitions, oldest first, or empty if none fits. */
    static Optional<DayRhythm> of(List<Span> spans) {
        if (spans.size() < MIN_DAYS
                || spans.stream().anyMatch(span -> !span.period().equals(Period.DAY))) {
            return Optional.empty();
        }
        List<LocalDate> dates =
                spans.stream().map(span -> span.from().toLocalDate()).distinct().toList();
        return Stream.of(interval(dates).stream(), daysOfMonth(dates).stream(), counted())
                .flatMap(rules -> rules)
                .filter(rule -> rule.fits(spans))
                .findFirst();
    }

    private static Optional<DayRhythm> interval(List<LocalDate> dates) {
        long days = IntStream.range(1, dates.size())
                .mapToLong(i -> ChronoUnit.DAYS.between(dates.get(i - 1), dates.get(i)))
                .min()
                .orElse(1);
        if (days < 2) {
            return Optional.empty();
        }
        boolean areWeeks = days % WEEK == 0;
        int count = Math.toIntExact(areWeeks ? days / WEEK : days);
        LocalDate first = dates.get(0);
        return Optional.of(of(
                "every: " + count + (areWeeks ? "w" : "d") + " from " + first,
                Days.weekly(EnumSet.allOf(DayOfWeek.class))
                        .every(Optional.of(
                                new DayInterval(count, areWeeks ? ChronoUnit.WEEKS : ChronoUnit.DAYS, first)))));
    }

    private static Optional<DayRhythm> daysOfMonth(List<LocalDate> dates) {
        Set<Integer> days = dates.stream().map(LocalDate::getDayOfMonth).collect(Collectors.toCollection(TreeSet::new));
        return days.size() > MOST_DAYS_OF_MONTH
                ? Optional.empty()
                : days.stream()
                        .map(day -> Days.monthly(DayOfMonth.day(day)))
                        .reduce(Days::and)
                        .map(all -> of(
                                "days: [" + days.stream().map(Display::ordinal).collect(Collectors.joining(", ")) + "]",
                                all));
    }

    /** Returns the rules for days that are counted within each month. */
    private static Stream<DayRhythm> counted() {
        Stream<DayRhythm> ends = Stream.of(
                of("days: last day", Days.monthly(DayOfMonth.day(DayOfMonth.LAST))),
                of("days: last workday", Days.monthly(DayOfMonth.workday(DayOfMonth.LAST))),
                of("days: first workday", Days.monthly(DayOfMonth.workday(1))));
        Stream<DayRhythm> weekdays = Stream.of(DayOfWeek.values())
                .flatMap(day -> Stream.concat(
                        Stream.of(of("days: last " + name(day), weekday(DayOfMonth.LAST, day))),
                        IntStream.range(0, ORDINALS.size())
                                .mapToObj(i -> of("days: " + ORDINALS.get(i) + " " + name(day), weekday(i + 1, day)))));
        return Stream.concat(ends, weekdays);
    }

    private static Days weekday(int ordinal, DayOfWeek day) {
        return Days.monthly(new DayOfMonth(ordinal, Set.of(day), false));
    }

    private static DayRhythm of(String yaml, Days days) {
        return new DayRhythm(yaml, Calendar.of(days));
    }

    private static String name(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }

    /** Returns whether nearly all days and the newest meet this rule, and nearly no day that meets it is absent. */
    private boolean fits(List<Span> spans) {
        Span first = spans.get(0);
        Span last = spans.get(spans.size() - 1);
        long expected = Stream.iterate(first, span -> !span.from().isAfter(last.from()), span -> span.step(1))
                .filter(this::expects)
                .count();
        long regular = spans.stream().filter(this::expects).count();
        return expects(last)
                && isAllowed(spans.size() - regular, spans.size())
                && isAllowed(expected - regular, expected);
    }

    private static boolean isAllowed(long exceptions, long all) {
        return exceptions <= Math.max(all < MIN_EXCEPTION ? 0 : 1, EXCEPTIONS * all);
    }

    boolean expects(Span span) {
        return calendar.expects(span);
    }
}
