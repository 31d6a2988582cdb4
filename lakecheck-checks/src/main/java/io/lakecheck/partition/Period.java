// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.partition;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/**
 * The length of time that a partition covers, in local time. Weeks start on Monday, as in ISO 8601. Quarters and years
 * start in the months that {@code offset} determines, so they may be those of a fiscal year.
 *
 * @param unit minutes, hours, days, weeks or months
 * @param length the number of units; 1 for hours, days and weeks, a divisor of 60 for minutes, and 1, 3 or 12 for
 *     months
 * @param offset the number of units by which periods start later than those that are aligned with midnight or the start
 *     of the year; less than the length, and 0 unless the unit is months
 */
public record Period(ChronoUnit unit, int length, int offset) implements Comparable<Period> {

    /** One minute. Partitions usually cover {@linkplain #minutes several}. */
    public static final Period MINUTE = minutes(1);

    public static final Period HOUR = new Period(ChronoUnit.HOURS, 1, 0);
    public static final Period DAY = new Period(ChronoUnit.DAYS, 1, 0);
    public static final Period WEEK = new Period(ChronoUnit.WEEKS, 1, 0);
    public static final Period MONTH = new Period(ChronoUnit.MONTHS, 1, 0);
    public static final Period QUARTER = new Period(ChronoUnit.MONTHS, 3, 0);
    public static final Period YEAR = new Period(ChronoUnit.MONTHS, 12, 0);

    /** One period of each kind, shortest first. */
    static final List<Period> KINDS = List.of(MINUTE, HOUR, DAY, WEEK, MONTH, QUARTER, YEAR);

    private static final int HOUR_MINUTES = 60;
    private static final int YEAR_MONTHS = 12;

    public Period {
        int whole = unit == ChronoUnit.MINUTES ? HOUR_MINUTES : unit == ChronoUnit.MONTHS ? YEAR_MONTHS : 1;
        if (length < 1 || whole % length != 0) {
            throw new IllegalArgumentException(
                    "a period of " + length + " minutes does not divide an hour. Set, for example, 5m, 15m or 30m");
        }
        if (offset < 0 || offset >= length) {
            throw new IllegalArgumentException("the offset " + offset + " is not less than the length " + length);
        }
    }

    /**
     * Returns the period of several minutes.
     *
     * @throws IllegalArgumentException if an hour is not a multiple of it
     */
    public static Period minutes(int count) {
        return new Period(ChronoUnit.MINUTES, count, 0);
    }

    /** Returns the period of the same length that starts with a given time, or this one if its start does not fit. */
    Period startingAt(LocalDateTime start) {
        Period moved = new Period(unit, length, Math.floorMod(months(start), length));
        return moved.floor(start).equals(start) ? moved : this;
    }

    /** Returns whether this period is shorter than a day, so that a day has several partitions. */
    public boolean isWithinDay() {
        return unit.compareTo(ChronoUnit.DAYS) < 0;
    }

    /** Returns whether this period is longer than a day. */
    public boolean isLongerThanDay() {
        return unit.compareTo(ChronoUnit.DAYS) > 0;
    }

    /** Returns whether this period is shorter than an hour. */
    public boolean isMinutes() {
        return unit == ChronoUnit.MINUTES;
    }

    /** Returns the start of the period that contains a local time. */
    public LocalDateTime floor(LocalDateTime time) {
        return switch (unit) {
            case MINUTES -> time.truncatedTo(ChronoUnit.MINUTES).withMinute(time.getMinute() / length * length);
            case HOURS -> time.truncatedTo(ChronoUnit.HOURS);
            case DAYS -> time.truncatedTo(ChronoUnit.DAYS);
            case WEEKS -> time.truncatedTo(ChronoUnit.DAYS).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            default ->
                time.truncatedTo(ChronoUnit.DAYS)
                        .withDayOfMonth(1)
                        .minusMonths(Math.floorMod(months(time) - offset, length));
        };
    }

    private static int months(LocalDateTime time) {
        return time.getMonthValue() - 1;
    }

    /**
     * Returns the start of the period that is {@code count} periods later, or earlier if {@code count} is negative.
     * Clock changes have no effect, because times are local.
     */
    public LocalDateTime step(LocalDateTime from, long count) {
        return from.plus(count * length, unit);
    }

    /**
     * Returns the number of periods from one start time to another; negative if {@code to} is earlier. Clock changes
     * have no effect, because times are local.
     */
    public long count(LocalDateTime from, LocalDateTime to) {
        return unit.between(from, to) / length;
    }

    /** Compares by length. */
    @Override
    public int compareTo(Period other) {
        return Long.compare(seconds(), other.seconds());
    }

    private long seconds() {
        return unit.getDuration().toSeconds() * length;
    }

    /** Returns the name as a noun, for example {@code day} or {@code interval of 15 minutes}. */
    @Override
    public String toString() {
        return switch (unit) {
            case MINUTES -> length == 1 ? "minute" : "interval of " + length + " minutes";
            case HOURS -> "hour";
            case DAYS -> "day";
            case WEEKS -> "week";
            default -> length == YEAR_MONTHS ? "year" : length == 1 ? "month" : "quarter";
        };
    }
}
