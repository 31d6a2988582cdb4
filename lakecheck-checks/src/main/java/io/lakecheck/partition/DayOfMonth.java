// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.partition;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A day that is counted within each month, such as the 15th, the first Monday or the last workday.
 *
 * @param ordinal which of the counted days it is: 1 for the first one, or -1 for the last one. A month with fewer
 *     counted days has no such day.
 * @param counted the days of the week that are counted
 * @param skipsExceptions whether dates on which the calendar expects no data, such as holidays, are not counted
 */
public record DayOfMonth(int ordinal, Set<DayOfWeek> counted, boolean skipsExceptions) {

    /** The ordinal of the last day. */
    public static final int LAST = -1;

    private static final Set<DayOfWeek> WORKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    public DayOfMonth {
        if (counted.isEmpty() || ordinal < LAST || ordinal == 0) {
            throw new IllegalArgumentException("no day of a month has the ordinal " + ordinal + " among " + counted);
        }
        counted = Set.copyOf(counted);
    }

    /** Returns the given day of each month, for example the 15th. */
    public static DayOfMonth day(int ordinal) {
        return new DayOfMonth(ordinal, EnumSet.allOf(DayOfWeek.class), false);
    }

    /** Returns the given workday of each month, from Monday to Friday. Exceptions are not workdays. */
    public static DayOfMonth workday(int ordinal) {
        return new DayOfMonth(ordinal, WORKDAYS, true);
    }

    /** Returns whether a date is the last day of its month. */
    public static boolean isLast(LocalDate date) {
        return date.getDayOfMonth() == date.lengthOfMonth();
    }

    boolean matches(LocalDate date, Set<LocalDate> exceptions) {
        Predicate<LocalDate> isCounted =
                day -> counted.contains(day.getDayOfWeek()) && !(skipsExceptions && exceptions.contains(day));
        if (!isCounted.test(date)) {
            return false;
        }
        return ordinal == LAST
                ? date.plusDays(1)
                        .datesUntil(date.with(TemporalAdjusters.firstDayOfNextMonth()))
                        .noneMatch(isCounted)
                : date.withDayOfMonth(1).datesUntil(date).filter(isCounted).count() == ordinal - 1L;
    }
}
