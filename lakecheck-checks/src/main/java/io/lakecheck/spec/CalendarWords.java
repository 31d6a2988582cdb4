// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.partition.Calendar;
import io.lakecheck.partition.Days;
import io.lakecheck.partition.Hours;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
                .flatMap(all -> problems.guard(values.valueOrigin(SharedTerms.DAYS), () -> Calendar.of(union(all))))
                .map(Calendar::days);
        Optional<Set<LocalDate>> holidays = values.find(SharedTerms.HOLIDAYS)
                .flatMap(file ->
                        problems.guard(values.valueOrigin(SharedTerms.HOLIDAYS), () -> HolidayFile.read(file, base)));
        values.find(SharedTerms.ONLY)
                .filter(List::isEmpty)
                .ifPresent(empty -> problems.add(
                        values.valueOrigin(SharedTerms.ONLY),
                        "only: the list of dates is empty, so no data would ever be expected",
                        "List dates on which data is expected, or remove 'only'"));
        values.find(SharedTerms.HOURS)
                .ifPresent(hours ->
                        problems.guard(values.valueOrigin(SharedTerms.HOURS), () -> new Hours(flat(hours), Set.of())));
        return new CalendarWords(values, days, holidays);
    }

    /** Returns whether the mapping contains any calendar key. */
    boolean isSet() {
        return SharedTerms.CALENDAR_TERMS.stream().anyMatch(values::contains);
    }

    /** Returns whether the mapping sets the dates on which data is expected, apart from exceptions. */
    boolean setsDates() {
        return Stream.of(SharedTerms.DAYS, SharedTerms.EVERY, SharedTerms.ONLY).anyMatch(values::contains);
    }

    /** Returns the rule that {@code days} and {@code every} define together, with the defaults for missing keys. */
    Days rule() {
        return days.orElseGet(() -> union(SharedTerms.DAYS.byDefault())).every(values.find(SharedTerms.EVERY));
    }

    Set<LocalDate> only() {
        return Set.copyOf(values.find(SharedTerms.ONLY).orElse(List.of()));
    }

    /** Returns a key's value; empty if the mapping does not set it. */
    <T> Optional<T> find(Term<T> term) {
        return values.find(term);
    }

    Origin valueOrigin(Term<?> term) {
        return values.valueOrigin(term);
    }

    /** Returns the dates in the holiday file; empty if the mapping names none, or one that is invalid. */
    Optional<Set<LocalDate>> holidays() {
        return holidays;
    }

    /** Returns the hours of the day; empty if the mapping does not set any. */
    Optional<Set<Integer>> hours() {
        return values.find(SharedTerms.HOURS).filter(hours -> !hours.isEmpty()).map(CalendarWords::flat);
    }

    /** Returns the last day that the holiday file is assumed to cover: the end of the year of its last date. */
    Optional<LocalDate> lastCovered() {
        return holidays.flatMap(dates -> dates.stream().max(Comparator.naturalOrder()))
                .map(last -> last.with(TemporalAdjusters.lastDayOfYear()));
    }

    private static Days union(List<Days> items) {
        return items.stream().reduce(Days.NONE, Days::and);
    }

    private static <T> Set<T> flat(List<Set<T>> sets) {
        return sets.stream().flatMap(Set::stream).collect(Collectors.toSet());
    }
}
