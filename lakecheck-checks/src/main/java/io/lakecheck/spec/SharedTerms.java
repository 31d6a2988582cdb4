// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.Severity;
import io.lakecheck.partition.DayInterval;
import io.lakecheck.partition.Days;
import io.lakecheck.partition.Period;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The definitions of keys that have the same meaning in several mappings. If the suite sets such a key, its value
 * applies to each dataset that does not set the key itself.
 */
final class SharedTerms {

    /** The rule for {@code days}, {@code every} and {@code only}, which is part of the documentation of each. */
    private static final String ONE_LEVEL =
            "The innermost level that sets `days`, `every` or `only` replaces all three: a dataset with `days` ignores"
                    + " the suite's `every` and `only`.";

    static final Term<ZoneId> ZONE = Term.defaulting(
            "zone", ZoneType.TYPE, "UTC", "Europe/London", "The time zone of deadlines and of the dates in locations.");

    static final Term<Duration> DUE = Term.defaulting(
            "due",
            DurationType.TYPE,
            "0s",
            "6h",
            "How long after the end of its period a partition is due.",
            "Counted in local time: with `6h`, a daily partition is due at 06:00 of the next day, even if the clocks"
                    + " change overnight.");

    static final Term<Period> PERIOD = Term.optional(
            "period",
            PeriodType.TYPE,
            "15m",
            "The length of a partition in minutes, if the location contains minutes.",
            "Required for locations such as `{date}/{HHmm}/`, whose names do not show when a partition ends. An hour"
                    + " must be a multiple of it. Longer periods follow from the dates in the location.");

    static final Term<String> CALENDAR = Term.optional(
            "calendar",
            TextType.any("calendar name", "the name of one of the suite's calendars"),
            "uk-business",
            "The name of the calendar in `calendars` that defines the days on which data is expected.",
            "The dataset's own calendar keys override those of the named calendar, which override those of the suite.");

    static final Term<List<Days>> DAYS = Term.defaulting(
            "days",
            new ListType<>(DaysType.TYPE),
            "daily",
            "weekdays",
            "The days on which data is expected.",
            "Either days of the week, or days that are counted within each month: `1st` to `31st`, `last day`,"
                    + " `first monday`, `last friday`, `first workday`, `last workday`. The ordinals are `first` to"
                    + " `fourth` and `last`. A workday is a day from Monday to Friday that is not an exception or a"
                    + " holiday. A list such as `[1st, 15th, last day]` combines them.",
            "Other days are neither checked nor used in baselines. A longer period, such as a week or a month, is"
                    + " skipped if it contains no expected day.",
            ONE_LEVEL);

    static final Term<DayInterval> EVERY = Term.optional(
            "every",
            IntervalType.TYPE,
            "2d from 2026-01-05",
            "The interval between the dates on which data is expected.",
            "`2d from 2026-01-05` expects data on every second day, one of which is the given date. The units are `d`,"
                    + " `w` and `M` for days, weeks and months. The pattern also applies to earlier dates. If `days` is"
                    + " set at the same level, data is expected only on dates that match both.",
            ONE_LEVEL);

    static final Term<List<Set<Integer>>> HOURS = Term.defaulting(
            "hours",
            new ListType<>(HourType.TYPE),
            "0-23",
            "[0, 6, 12, 18]",
            "The hours of the day in which hourly data is expected.",
            "A range such as `6-22` includes both hours. Other hours are neither checked nor used in baselines. Locations"
                    + " without hours are not affected.");

    static final Term<List<DateOrHour>> EXCEPT = Term.optional(
            "except",
            new ListType<>(DateOrHourType.TYPE),
            "[2026-12-25, 2026-12-26]",
            "Dates on which no data is expected, in addition to `holidays`.",
            "For hourly data, also single hours, such as `2026-01-31T23`.");

    static final Term<List<LocalDate>> ONLY = Term.optional(
            "only",
            new ListType<>(DateType.TYPE),
            "[2026-01-05, 2026-02-05]",
            "The only dates on which data is expected, for datasets without a weekly pattern.",
            "If `days` or `every` is set at the same level, each date must be one of those days.",
            ONE_LEVEL);

    static final Term<String> HOLIDAYS = Term.optional(
            "holidays",
            TextType.any("holiday file", "the path of a file such as holidays.ics"),
            "holidays.txt",
            "A file that lists dates on which no data is expected.",
            "Either an iCalendar file (`.ics`) with all-day events, or a text file with one date per line, optionally"
                    + " followed by a name; `#` starts a comment. The path is relative to the suite file's folder.");

    static final Term<LocalDate> VALID_THROUGH = Term.optional(
            "validThrough",
            DateType.TYPE,
            "2026-12-31",
            "The last date that the list of holidays covers.",
            "By default, a holiday file covers the year of its last date.",
            "For later periods, checks that would pass are WARNED instead, as a reminder to add the next year's"
                    + " holidays and to change this date.");

    static final Term<List<String>> INCLUDE = Term.optional(
            "include",
            new ListType<>(globs()),
            "\"*.parquet\"",
            "Globs for the objects that count as data, matched against each object's path within the partition.",
            "`*` matches any characters within a name, `**` also matches slashes, `?` matches one character, and"
                    + " `{a,b}` matches `a` or `b`.",
            "By default, all objects count as data except those whose name starts with `_` or `.` or ends with"
                    + " `_$folder$`, and empty objects whose name ends with a slash. If `include` is set, every"
                    + " object that matches counts as data, regardless of its name.");

    static final Term<List<String>> EXCLUDE = Term.optional(
            "exclude",
            new ListType<>(globs()),
            "\"tmp/**\"",
            "Globs for objects to ignore, with the same syntax as in `include`.",
            "Applied after `include`.");

    /** The keys of a calendar, which are valid in the suite, in a named calendar and in a dataset. */
    static final List<Term<?>> CALENDAR_TERMS = List.of(DAYS, EVERY, HOURS, EXCEPT, ONLY, HOLIDAYS, VALID_THROUGH);

    /** The keys that a suite may set for all datasets. */
    static final List<Term<?>> INHERITED = Stream.of(
                    List.of(ZONE, DUE, PERIOD, CALENDAR), CALENDAR_TERMS, List.of(INCLUDE, EXCLUDE))
            .<Term<?>>flatMap(List::stream)
            .toList();

    static final Term<Severity> SEVERITY = Term.defaulting(
            "severity",
            ChoiceType.of("severity", Severity.class),
            "fail",
            "warn",
            "The outcome if a limit is violated: `fail` fails the build, `warn` is only reported.");

    /** The names and values of metric dimensions. */
    static final NamedType<String> DIMENSION_NAMES = new NamedType<>(
            "dimension",
            TextType.any("dimension value", "a value such as kpi/"),
            "a mapping of names to values, such as Key: kpi/");

    static final Term<Map<String, String>> DIMENSIONS = Term.optional(
            "dimensions",
            DIMENSION_NAMES,
            "{ Key: kpi/ }",
            "Metric dimensions to use instead of the defaults, which are derived from the location.");

    private SharedTerms() {}

    private static TextType globs() {
        return TextType.any("glob", "a glob such as *.parquet");
    }
}
