// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a folder or file that contains a date or part of one, such as {@code dt=2026-01-02} or
 * {@code kpi_20260102.csv}.
 *
 * @param prefix the text before the date; empty if there is none
 * @param date the text that looks like a date or part of one
 * @param suffix the text after the date; empty if there is none
 */
record DatedName(String prefix, String date, String suffix) {

    private static final String YEAR = "(?:19|20)[0-9]{2}";

    private static final String MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)";

    /** Matches the end of an hour, unless minutes follow. */
    private static final String NO_MINUTES = "(?!:?[0-9]|[-_.][0-5][0-9](?![0-9A-Za-z]))";

    /**
     * A date that starts with a year. An hour belongs to it only if no minutes follow, because a time of the day in a
     * name is usually the time at which a job ran.
     */
    private static final String DATE = YEAR
            + "(?:([-_.])[0-9]{1,2}\\3[0-9]{1,2}(?:[-_T][0-9]{2}" + NO_MINUTES + ")?"
            + "|[-_]?W[0-9]{2}"
            + "|[-_]?Q[1-4]"
            + "|[-_.][0-9]{2}"
            + "|[0-9]{4}[-_T][0-9]{2}" + NO_MINUTES
            + "|[0-9]{6}|[0-9]{4}|[0-9]{2})?";

    private static final String FULL_DATE = YEAR + "(?:[-_.]?[0-9]{2}[-_.]?[0-9]{2}|[-_.]?[0-9]{2})";

    /** Two dates with a separator between them, which name a range. */
    private static final String RANGE =
            YEAR + "[0-9]{4}[-_]" + YEAR + "[0-9]{4}|" + YEAR + "-[0-9]{2}-[0-9]{2}[-_]" + YEAR + "-[0-9]{2}-[0-9]{2}";

    private static final String REST = "((?![0-9])[^{}*]{0,100})";

    private static final Pattern FIRST_RANGE = Pattern.compile("([^{}*0-9]{0,100})(" + RANGE + ")" + REST);

    private static final Pattern FIRST = Pattern.compile("([^{}*]{0,100}?(?<![0-9]))(" + DATE + ")" + REST);

    /** A date with separators that ends with its year. */
    private static final Pattern DAY_FIRST =
            Pattern.compile("([^{}*]{0,100}?(?<![0-9])(?<![0-9][-_.]))([0-3][0-9]([-_.])(?:[01][0-9]|" + MONTH + ")\\3"
                    + YEAR + ")" + REST);

    /** A date with a year of two digits. */
    private static final Pattern SHORT_YEAR = Pattern.compile(
            "([^{}*]{0,100}?(?<![0-9]))([0-3][0-9][01][0-9][0-9]{2}|[0-9]{2}[01][0-9][0-3][0-9])" + REST);

    /** A date and a time without separators, such as {@code 20260102031500}. */
    private static final Pattern TIMESTAMP = Pattern.compile("([^{}*]{0,100}?(?<![0-9]))(" + YEAR
            + "[01][0-9][0-3][0-9])([0-2][0-9][0-5][0-9][0-5][0-9](?![0-9])[^{}*]{0,100})");

    /** A date and an hour, before minutes. */
    private static final Pattern HOUR = Pattern.compile("([^{}*]{0,100}?(?<![0-9]))(" + YEAR
            + "(?:-[0-9]{2}-[0-9]{2}[-_T]|[0-9]{4}[-_T]?)[0-2][0-9])([-_.:]?[0-5][0-9][^{}*]{0,100})");

    /**
     * Matches dated names below the first one. Text before the date must be a unit of time, so {@code bucket=03} is not
     * an hour.
     */
    private static final Pattern NEXT = Pattern.compile(
            "((?i:(?:[a-z]+_)?(?:month|mon|mm|m|day|dd|d|doy|hour|hr|hh|h|time|week|ww|w|quarter|qtr|q|period|p|date|dt)[=_-]?)?)"
                    + "([0-9]{1,2}|[0-3][0-9]{2}|[0-9]{2}-?[0-9]{2}|W[0-9]{2}|" + MONTH + ")()");

    private static final Pattern NEXT_FULL = Pattern.compile("([^{}*]{0,100}?(?<![0-9]))(" + FULL_DATE + ")" + REST);

    /** Matches files in the folder of a year that are named by month and day, such as {@code rates-01-05.csv}. */
    private static final Pattern MONTH_AND_DAY = Pattern.compile(
            "([^0-9{}*]{0,100})((?:[0-3][0-9]|" + MONTH + ")[-_.]?[0-3][0-9]|[0-3][0-9][-_.]?" + MONTH + ")" + REST);

    /** Matches files in a dated folder that are named by the day, week or month only, such as {@code rates-05.csv}. */
    private static final Pattern NUMBER =
            Pattern.compile("([^0-9{}*]{0,100}?)([0-5][0-9]|(?<=[Qq])[1-4]|(?<![A-Za-z])" + MONTH + ")" + REST);

    private static final Pattern STARTING_YEAR = Pattern.compile(YEAR);

    /** Returns the name if it contains a date with a year. */
    static Optional<DatedName> first(String name) {
        return match(FIRST_RANGE, name)
                .or(() -> match(DAY_FIRST, name))
                .or(() -> match(FIRST, name))
                .or(() -> match(TIMESTAMP, name))
                .or(() -> match(SHORT_YEAR, name));
    }

    /** Returns the name if it contains a date and a time, of which only the hour becomes part of the date. */
    static Optional<DatedName> hour(String name) {
        return match(HOUR, name);
    }

    /** Returns the name of a folder in a dated folder if it contains a date or a finer part of one. */
    static Optional<DatedName> next(String name) {
        return match(NEXT, name).or(() -> match(NEXT_FULL, name));
    }

    /** Returns the name if it contains a date, which may belong to a dated folder that contains it. */
    static Optional<DatedName> full(String name) {
        return match(NEXT_FULL, name);
    }

    /** Returns the name of a file in the folder of a year if it contains a month and a day. */
    static Optional<DatedName> monthAndDay(String name) {
        return match(MONTH_AND_DAY, name);
    }

    /** Returns the name of a file in a dated folder if it contains a number that may be a day, a week or a month. */
    static Optional<DatedName> number(String name) {
        return match(NUMBER, name);
    }

    private static Optional<DatedName> match(Pattern pattern, String name) {
        Matcher matcher = pattern.matcher(name);
        return matcher.matches()
                ? Optional.of(new DatedName(matcher.group(1), matcher.group(2), matcher.group(matcher.groupCount())))
                : Optional.empty();
    }

    /** Returns whether the name starts with a year after the given one. */
    boolean isAfter(int year) {
        return STARTING_YEAR.matcher(date).lookingAt() && Integer.parseInt(date.substring(0, 4)) > year;
    }

    /** Returns the whole name. */
    String text() {
        return prefix + date + suffix;
    }
}
