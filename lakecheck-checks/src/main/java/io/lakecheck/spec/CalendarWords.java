// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.partition.Calendar;
import io.lakecheck.partition.DayInterval;
import io.lakecheck.partition.Days;
import io.lakecheck.partition.Hours;
import io.lakecheck.partition.Incidents;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The calendar keys in one mapping, which is a named calendar, a dataset or the suite. The mapping's holiday file is
 * read only once, and problems in it are reported only once, no matter how many datasets use the mapping.
 */
final class CalendarWords {

    static final Vocabulary WORDS =
            new Vocabulary("calendar", "The days on which data is expected.", SharedTerms.CALENDAR_TERMS);

    private final BlockValues values;
    private final Optional<Days> days;
    private final Optional<Set<LocalDate>> holidays;

    private CalendarWords(BlockValues values, Optional<Days> days, Optional<Set<LocalDate>> holidays) {
        this.values = values;
        this.days = days;
        this.holidays = holidays;
    }

    /**
     * Reads the calendar keys in a mapping. A key with an invalid value is reported as a problem and treated as not
     * set.
     */
    static CalendarWords of(BlockValues values, Path base, Problems problems) {
        Optional<Days> days = values.find(SharedTerms.DAYS)
                .flatMap(all -> problems.guard(values.valueOrigin(SharedTerms.DAYS), () -> calendar(days(all))))
                .map(Calendar::days);
        Optional<Set<LocalDate>> holidays = values.find(SharedTerms.HOLIDAYS)
                .flatMap(file ->
                        problems.guard(values.valueOrigin(SharedTerms.HOLIDAYS), () -> HolidayFile.read(file, base)));
        Optional<List<LocalDate>> only = values.find(SharedTerms.ONLY);
        only.filter(List::isEmpty)
                .ifPresent(empty -> problems.add(
                        values.valueOrigin(SharedTerms.ONLY),
                        "only: the list of dates is empty, so no data would ever be expected",
                        "List dates on which data is expected, or remove 'only'"));
        only.flatMap(dates -> outside(dates, days))
                .ifPresent(date -> problems.add(
                        values.valueOrigin(SharedTerms.ONLY),
                        "only: " + date + " is a " + weekday(date) + ", which 'days' excludes",
                        "Remove this date from 'only', or add the weekday to 'days'"));
        interval(values)
                .filter(every -> days.filter(named -> named.every(Optional.of(every))
                                .possibleWeekdays()
                                .isEmpty())
                        .isPresent())
                .ifPresent(every -> problems.add(
                        values.valueOrigin(SharedTerms.EVERY),
                        "every: each date is a " + weekday(every.from()) + ", which 'days' excludes",
                        "Count from another date, or remove 'days'"));
        values.find(SharedTerms.HOURS)
                .ifPresent(hours ->
                        problems.guard(values.valueOrigin(SharedTerms.HOURS), () -> new Hours(union(hours), Set.of())));
        return new CalendarWords(values, days, holidays);
    }

    /** Returns the first date that is not on one of the days of the week. */
    private static Optional<LocalDate> outside(List<LocalDate> only, Optional<Days> days) {
        return only.stream()
                .filter(date -> days.filter(named -> !named.possibleWeekdays().contains(date.getDayOfWeek()))
                        .isPresent())
                .findFirst();
    }

    private static Optional<DayInterval> interval(BlockValues values) {
        return values.find(SharedTerms.EVERY).flatMap(Every::dates);
    }

    private static String weekday(LocalDate date) {
        return date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    /** Returns whether the mapping contains any calendar key. */
    boolean isSet() {
        return SharedTerms.CALENDAR_TERMS.stream().anyMatch(values::contains);
    }

    /**
     * Returns the calendar that several mappings define together. The mappings are ordered from the innermost (the
     * dataset) to the outermost (the suite), and each key is taken from the first mapping that sets it. If a mapping
     * sets {@code only} or {@code every}, {@code days} in the mappings after it is ignored.
     */
    static Calendar calendar(List<CalendarWords> blocks) {
        List<DateOrHour> exceptions = list(blocks, SharedTerms.EXCEPT);
        Set<LocalDate> except = exceptions.stream()
                .filter(exception -> exception.hour().isEmpty())
                .map(DateOrHour::date)
                .collect(Collectors.toCollection(HashSet::new));
        first(blocks, block -> block.holidays).ifPresent(except::addAll);
        return new Calendar(
                first(throughDates(blocks), block -> block.days)
                        .orElseGet(() -> days(SharedTerms.DAYS.byDefault()))
                        .every(first(throughOnly(blocks), block -> interval(block.values))),
                except,
                Set.copyOf(list(blocks, SharedTerms.ONLY)),
                first(blocks, block -> block.values.find(SharedTerms.VALID_THROUGH))
                        .or(() -> first(blocks, block -> block.holidays).flatMap(CalendarWords::lastCovered)),
                hours(blocks, exceptions),
                Incidents.NONE);
    }

    /** Returns the last day that a holiday file is assumed to cover: the end of the year of its last date. */
    private static Optional<LocalDate> lastCovered(Set<LocalDate> holidays) {
        return holidays.stream()
                .max(Comparator.naturalOrder())
                .map(last -> last.with(TemporalAdjusters.lastDayOfYear()));
    }

    private static Hours hours(List<CalendarWords> blocks, List<DateOrHour> exceptions) {
        return new Hours(
                union(first(blocks, block -> block.values.find(SharedTerms.HOURS))
                        .filter(hours -> !hours.isEmpty())
                        .orElseGet(SharedTerms.HOURS::byDefault)),
                exceptions.stream()
                        .flatMap(exception -> exception.hour().stream())
                        .collect(Collectors.toSet()));
    }

    private static Calendar calendar(Days days) {
        return new Calendar(days, Set.of(), Set.of(), Optional.empty(), Hours.ALL, Incidents.NONE);
    }

    private static Days days(List<Days> items) {
        return items.stream().reduce(Days.NONE, Days::and);
    }

    /** Returns the mappings whose {@code every} applies: up to and including the first that sets {@code only}. */
    private static List<CalendarWords> throughOnly(List<CalendarWords> blocks) {
        return through(blocks, block -> block.values.find(SharedTerms.ONLY).isPresent());
    }

    /** Returns the mappings whose {@code days} apply. */
    private static List<CalendarWords> throughDates(List<CalendarWords> blocks) {
        return through(throughOnly(blocks), block -> interval(block.values).isPresent());
    }

    /** Returns the mappings up to and including the first that sets something, or all of them if none does. */
    private static List<CalendarWords> through(List<CalendarWords> blocks, Predicate<CalendarWords> sets) {
        for (int i = 0; i < blocks.size(); i++) {
            if (sets.test(blocks.get(i))) {
                return blocks.subList(0, i + 1);
            }
        }
        return blocks;
    }

    private static <T> List<T> list(List<CalendarWords> blocks, Term<List<T>> term) {
        return first(blocks, block -> block.values.find(term)).orElse(List.of());
    }

    private static <T> Optional<T> first(List<CalendarWords> blocks, Function<CalendarWords, Optional<T>> value) {
        return blocks.stream().map(value).flatMap(Optional::stream).findFirst();
    }

    private static <T> Set<T> union(List<Set<T>> sets) {
        return sets.stream().flatMap(Set::stream).collect(Collectors.toSet());
    }
}
