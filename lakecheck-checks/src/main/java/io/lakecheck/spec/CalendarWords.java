// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.partition.Calendar;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The words of a calendar in one block: under a name in {@code calendars}, in a dataset, or in the suite itself. Its
 * file of holidays is read once, and what is wrong with it told at its place, however many datasets go by it.
 */
final class CalendarWords {

    static final Vocabulary WORDS = new Vocabulary(
            "calendar",
            "Days on which data is expected, under a name for datasets to share. What it does not say is as the suite says it.",
            SharedTerms.CALENDAR_WORDS);

    private final BlockValues values;
    private final Optional<Set<DayOfWeek>> days;
    private final Optional<Set<LocalDate>> holidays;

    private CalendarWords(BlockValues values, Optional<Set<DayOfWeek>> days, Optional<Set<LocalDate>> holidays) {
        this.values = values;
        this.days = days;
        this.holidays = holidays;
    }

    /** What a block says; where a word makes no sense, a problem, and as if it were not there. */
    static CalendarWords of(BlockValues values, Path base, Problems problems) {
        Optional<Set<DayOfWeek>> days = values.find(SharedTerms.DAYS)
                .flatMap(all -> problems.guard(
                        values.valueOrigin(SharedTerms.DAYS), () -> new Calendar(together(all), Set.of()).days()));
        Optional<Set<LocalDate>> holidays = values.find(SharedTerms.HOLIDAYS)
                .flatMap(file ->
                        problems.guard(values.valueOrigin(SharedTerms.HOLIDAYS), () -> HolidayFile.read(file, base)));
        values.find(SharedTerms.ONLY)
                .flatMap(only -> senseless(only, days))
                .ifPresent(what -> problems.add(
                        values.valueOrigin(SharedTerms.ONLY),
                        what,
                        "name dates on which data is expected, or leave one of the words out"));
        return new CalendarWords(values, days, holidays);
    }

    private static Optional<String> senseless(List<LocalDate> only, Optional<Set<DayOfWeek>> days) {
        return only.isEmpty()
                ? Optional.of("only names no date, so that nothing is ever expected")
                : only.stream()
                        .filter(date -> days.filter(named -> !named.contains(date.getDayOfWeek()))
                                .isPresent())
                        .findFirst()
                        .map(date -> "only names " + date + ", a "
                                + date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                                + ", which is none of the days beside it");
    }

    /** Whether any word of a calendar stands in the block. */
    boolean saysAnything() {
        return SharedTerms.CALENDAR_WORDS.stream().anyMatch(values::contains);
    }

    /**
     * The calendar that several blocks make: of each word, the first that says it counts. Dates that {@code only} names
     * are of any weekday, unless days are said beside them or nearer by.
     */
    static Calendar calendar(List<CalendarWords> blocks) {
        Set<LocalDate> except = new HashSet<>(listed(blocks, SharedTerms.EXCEPT));
        first(blocks, block -> block.holidays).ifPresent(except::addAll);
        return new Calendar(
                first(downToOnly(blocks), block -> block.days).orElseGet(() -> together(SharedTerms.DAYS.byDefault())),
                except,
                Set.copyOf(listed(blocks, SharedTerms.ONLY)),
                first(blocks, block -> block.values.find(SharedTerms.VALID_THROUGH)));
    }

    private static List<CalendarWords> downToOnly(List<CalendarWords> blocks) {
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i).values.find(SharedTerms.ONLY).isPresent()) {
                return blocks.subList(0, i + 1);
            }
        }
        return blocks;
    }

    private static List<LocalDate> listed(List<CalendarWords> blocks, Term<List<LocalDate>> term) {
        return first(blocks, block -> block.values.find(term)).orElse(List.of());
    }

    private static <T> Optional<T> first(List<CalendarWords> blocks, Function<CalendarWords, Optional<T>> word) {
        return blocks.stream().map(word).flatMap(Optional::stream).findFirst();
    }

    private static Set<DayOfWeek> together(List<Set<DayOfWeek>> names) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        names.forEach(days::addAll);
        return days;
    }
}
