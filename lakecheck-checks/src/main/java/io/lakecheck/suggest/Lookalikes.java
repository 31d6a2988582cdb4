// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognizes names that only look like the dates of a layout, such as seasons, fiscal periods, and ids. */
final class Lookalikes {

    /** Matches the two years of a season, such as {@code 2018-19}. */
    private static final Pattern SEASON = Pattern.compile("([0-9]{4})[-_]?([0-9]{2})");

    /** Matches dates without separators, which may be numbers of another kind. */
    private static final Pattern COMPACT = Pattern.compile("[^/=]*\\{yyyyMM(?:dd)?}[^/]*/");

    /** Matches the years of fiscal weeks, which start in an unknown week. */
    private static final Pattern FISCAL_WEEKS = Pattern.compile("(?i:(?<![a-z])(?:fy|fiscal[_-]?(?:year)?)[=_-]?)\\{Y");

    /** The number of a fiscal period that is not a month. */
    private static final String THIRTEENTH = "13";

    /** The maximum number of days after which the folder of a day of the year is written. */
    private static final int MOST_DAYS = 7;

    private static final int CENTURY = 100;
    private static final int QUARTERS = 4;

    private Lookalikes() {}

    /** Returns whether the names must mean something other than what a layout says. */
    static boolean areIn(FolderLayout layout, Collection<DatedPath> paths) {
        return areSeasons(layout, paths)
                || FISCAL_WEEKS.matcher(layout.template()).find()
                || (FiscalYear.isNamedIn(layout)
                        && paths.stream().anyMatch(path -> path.last().date().equals(THIRTEENTH)));
    }

    private static boolean areSeasons(FolderLayout layout, Collection<DatedPath> paths) {
        return layout.depth() == 1
                && layout.period().isLongerThanDay()
                && paths.size() > 1
                && paths.stream().allMatch(path -> isSeason(path.names().get(0).date()));
    }

    private static boolean isSeason(String date) {
        Matcher matcher = SEASON.matcher(date);
        return matcher.matches()
                && (Integer.parseInt(matcher.group(1)) + 1) % CENTURY == Integer.parseInt(matcher.group(2));
    }

    /** Returns whether {@link #areNumbers} is worth a request, given the current year. */
    static boolean mayBeIn(FolderLayout layout, List<LocalDateTime> times, int year) {
        boolean isOld = times.get(times.size() - 1).getYear() < year - 1;
        return (isOld && COMPACT.matcher(layout.template()).matches())
                || areQuarters(layout, times)
                || areDaysOfYear(layout);
    }

    /**
     * Returns whether the newest name was probably not written as a date.
     *
     * @param written the local time at which an object in the newest folder was written
     */
    static boolean areNumbers(FolderLayout layout, List<LocalDateTime> times, LocalDateTime written) {
        LocalDateTime newest = times.get(times.size() - 1);
        return (COMPACT.matcher(layout.template()).matches() && written.isAfter(newest.plusYears(2)))
                || (areDaysOfYear(layout) && (written.isBefore(newest) || written.isAfter(newest.plusDays(MOST_DAYS))))
                || (areQuarters(layout, times)
                        && (times.get(0).getYear() < newest.getYear() || written.isAfter(newest.plusMonths(QUARTERS))));
    }

    private static boolean areDaysOfYear(FolderLayout layout) {
        return layout.template().contains("{DDD}");
    }

    /** Returns whether the numbers in folders of years are 1 to 4. */
    private static boolean areQuarters(FolderLayout layout, List<LocalDateTime> times) {
        return layout.template().endsWith("/{M}/")
                && times.stream().mapToInt(LocalDateTime::getMonthValue).max().orElse(0) == QUARTERS;
    }
}
