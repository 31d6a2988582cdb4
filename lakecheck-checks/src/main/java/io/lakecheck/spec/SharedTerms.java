// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.Severity;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Words that mean the same in several blocks: said for the suite, they hold for each dataset that does not say its own.
 */
final class SharedTerms {

    static final Term<ZoneId> ZONE = Term.defaulting(
            "zone",
            ZoneType.TYPE,
            "UTC",
            "Europe/London",
            "The time zone whose local dates name the partitions and whose clock the deadlines follow.");

    static final Term<Duration> DUE = Term.defaulting(
            "due",
            DurationType.TYPE,
            "0s",
            "6h",
            "How long after the end of its period a partition must be complete, on the wall clock of the zone.");

    static final Term<String> CALENDAR = Term.optional(
            "calendar",
            TextType.any("name of a calendar", "the name of one of the suite's calendars"),
            "uk-business",
            "Which of `calendars` tells the days on which data is expected. What the dataset says itself goes before the calendar,"
                    + " and the calendar before what the suite says for all.");

    static final Term<List<Set<DayOfWeek>>> DAYS = Term.defaulting(
            "days",
            new ListType<>(WeekdayType.TYPE),
            "daily",
            "weekdays",
            "The days of the week on which data is expected. Other days are neither expected nor compared with, and neither is"
                    + " a week or a month without such a day.");

    static final Term<List<LocalDate>> EXCEPT = Term.optional(
            "except",
            new ListType<>(DateType.TYPE),
            "[2026-12-25, 2026-12-26]",
            "Dates on which no data is expected all the same.");

    static final Term<List<LocalDate>> ONLY = Term.optional(
            "only",
            new ListType<>(DateType.TYPE),
            "[2026-01-05, 2026-02-05]",
            "The dates on which alone data is expected, where no rule of weekdays tells: days that are said further off don't count.");

    static final Term<String> HOLIDAYS = Term.optional(
            "holidays",
            TextType.any("file of holidays", "the path of a file such as holidays.ics"),
            "holidays.txt",
            "A file of more dates on which no data is expected: iCalendar (`.ics`) with whole-day events, or text with a date"
                    + " a line. It is found from the suite's own folder.");

    static final Term<LocalDate> VALID_THROUGH = Term.optional(
            "validThrough",
            DateType.TYPE,
            "2026-12-31",
            "The last date for which the holidays are known. Later periods are judged and at least WARNED about, until it is"
                    + " brought up to date.");

    static final Term<List<String>> INCLUDE = Term.optional(
            "include",
            new ListType<>(globs()),
            "\"*.parquet\"",
            "Which objects below the partition are data: globs over the path, with `*` within a name, `**` across slashes,"
                    + " `?` and `{a,b}`. Without it everything is, but for names that begin with `_` or `.`,"
                    + " `*_$folder$` and empty objects that end with a slash; with it these are data too where they match.");

    static final Term<List<String>> EXCLUDE = Term.optional(
            "exclude",
            new ListType<>(globs()),
            "\"tmp/**\"",
            "Which objects below the partition are no data: globs as for include.");

    /** What a calendar says, wherever it stands. */
    static final List<Term<?>> CALENDAR_WORDS = List.of(DAYS, EXCEPT, ONLY, HOLIDAYS, VALID_THROUGH);

    /** What a suite may say for all its datasets. */
    static final List<Term<?>> INHERITED = Stream.of(
                    List.of(ZONE, DUE, CALENDAR), CALENDAR_WORDS, List.of(INCLUDE, EXCLUDE))
            .<Term<?>>flatMap(List::stream)
            .toList();

    static final Term<Severity> SEVERITY = Term.defaulting(
            "severity",
            ChoiceType.of("severity", Severity.class),
            "fail",
            "warn",
            "What a broken limit counts as: `fail` breaks the build, `warn` is said.");

    /** Names and values of metric dimensions. */
    static final NamedType<String> DIMENSION_NAMES = new NamedType<>(
            "dimension",
            TextType.any("value of a dimension", "a value such as kpi/"),
            "a block of names and values such as Key: kpi/");

    static final Term<Map<String, String>> DIMENSIONS = Term.optional(
            "dimensions",
            DIMENSION_NAMES,
            "{ Key: kpi/ }",
            "Names and values of metric dimensions that replace the ones derived from the location.");

    private SharedTerms() {}

    private static TextType globs() {
        return TextType.any("glob", "a glob such as *.parquet");
    }
}
