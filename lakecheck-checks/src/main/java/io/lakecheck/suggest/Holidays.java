// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Days without data that may be holidays.
 *
 * @param known the days that are public holidays in many countries, oldest first
 * @param others the other days, which must be confirmed, oldest first
 */
record Holidays(List<LocalDate> known, List<LocalDate> others) {

    private static final Set<MonthDay> FIXED = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(5, 1),
            MonthDay.of(7, 4),
            MonthDay.of(12, 24),
            MonthDay.of(12, 25),
            MonthDay.of(12, 26),
            MonthDay.of(12, 31));

    /** The maximum number of dates to suggest. More of them are rather an outage, or another rhythm. */
    private static final int MOST = 30;

    /** Returns the absent days of a dataset. Only those of a dataset for workdays can be known holidays. */
    static Holidays among(Absences absences, WeekdayPattern weekdays) {
        List<LocalDate> dates = absences.dates().size() > MOST ? List.of() : absences.dates();
        Predicate<LocalDate> isKnown = date -> !weekdays.expects(DayOfWeek.SUNDAY) && isKnown(date);
        return new Holidays(
                dates.stream().filter(isKnown).toList(),
                dates.stream().filter(isKnown.negate()).toList());
    }

    private static boolean isKnown(LocalDate date) {
        LocalDate easter = easter(date.getYear());
        return FIXED.contains(MonthDay.from(date))
                || Set.of(easter.minusDays(2), easter.plusDays(1)).contains(date)
                || isCounted(date);
    }

    /** Returns whether a date is one of the public holidays that are counted within a month in the UK or the US. */
    private static boolean isCounted(LocalDate date) {
        boolean isFirst = date.getDayOfMonth() <= 7;
        boolean isLast = date.getDayOfMonth() + 7 > date.lengthOfMonth();
        boolean isMonday = date.getDayOfWeek() == DayOfWeek.MONDAY;
        return switch (date.getMonth()) {
            case MAY -> isMonday && (isFirst || isLast);
            case AUGUST -> isMonday && isLast;
            case SEPTEMBER -> isMonday && isFirst;
            case NOVEMBER ->
                date.with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY))
                        .equals(date);
            default -> false;
        };
    }

    /** Returns Easter Sunday in the Gregorian calendar, by the algorithm of Meeus, Jones and Butcher. */
    static LocalDate easter(int year) {
        int century = year / 100;
        int golden = year % 19;
        int correction = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (year % 100 / 4) - correction - year % 4) % 7;
        int shift = (golden + 11 * correction + 22 * weekday) / 451;
        int days = correction + weekday - 7 * shift + 114;
        return LocalDate.of(year, days / 31, days % 31 + 1);
    }

    /** Writes the days as the key {@code except}, which is a comment for days that must be confirmed first. */
    void writeTo(YamlWriter yaml, String indent) {
        if (!known.isEmpty()) {
            yaml.comment(
                    indent, "There is no data on these public holidays. Check the dates, and add future holidays.");
            yaml.line(indent + "except: " + dates(known));
        }
        if (!others.isEmpty()) {
            yaml.comment(
                    indent,
                    "There is no data for "
                            + (others.size() == 1 ? "one day" : others.size() + " days")
                            + ". If none was expected, for example because of a holiday, "
                            + (known.isEmpty() ? "uncomment this line:" : "add these dates to 'except':"));
            yaml.line(indent + "# " + (known.isEmpty() ? "except: " : "") + dates(others));
        }
    }

    private static String dates(List<LocalDate> dates) {
        return "[" + dates.stream().map(LocalDate::toString).collect(Collectors.joining(", ")) + "]";
    }
}
