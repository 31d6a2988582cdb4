// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import io.lakecheck.partition.Calendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The decision whether a date is compared with the same day of earlier weeks. It is not if the calendar expects data so
 * rarely that a baseline of {@link Cadence#DAYS} would never have enough of them, or if it expects the date because of
 * its day of the month.
 */
final class WeeklyPattern {

    /** The average number of days between two dates from which on a pattern needs to be counted. */
    private static final int RARE = 5;

    /**
     * The minimum number of dates with enough dates of the same weekday before them. It is more than
     * {@link Dispersion#LEAST}, so that a few absent partitions don't matter.
     */
    private static final int COMPARABLE = 14;

    private WeeklyPattern() {}

    /** Returns whether a date, on which a calendar expects data, is compared with the same day of earlier weeks. */
    static boolean includes(LocalDate date, Calendar calendar) {
        if (calendar.isWeekly()) {
            return true;
        }
        if (isDayOfMonth(date, calendar)) {
            return false;
        }
        LocalDate first = date.minusDays(Cadence.DAYS.window());
        List<LocalDate> dates = first.datesUntil(date).filter(calendar::plans).toList();
        return !dates.isEmpty()
                && (dates.get(0).plusDays((long) RARE * dates.size()).isAfter(date) || hasEnoughAlike(date, dates));
    }

    /** Returns whether a calendar has weekly dates, but expects this one only because of its day of the month. */
    static boolean isDayOfMonth(LocalDate date, Calendar calendar) {
        return !calendar.days().weekdays().isEmpty()
                && !calendar.days().ofMonth().isEmpty()
                && !calendar.days().weekdays().contains(date.getDayOfWeek());
    }

    private static boolean hasEnoughAlike(LocalDate date, List<LocalDate> dates) {
        Map<DayOfWeek, Integer> alike = new EnumMap<>(DayOfWeek.class);
        int comparable = 0;
        for (LocalDate earlier : dates) {
            if (alike.merge(earlier.getDayOfWeek(), 1, Integer::sum) > WeekdayLevel.LEAST) {
                comparable++;
            }
        }
        return comparable >= COMPARABLE && alike.getOrDefault(date.getDayOfWeek(), 0) >= WeekdayLevel.LEAST;
    }
}
