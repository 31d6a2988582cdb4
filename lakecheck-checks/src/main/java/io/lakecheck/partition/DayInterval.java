// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.partition;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The dates at a fixed distance from each other, such as every second Monday.
 *
 * @param count the number of units between two dates; at least 1
 * @param unit days, weeks or months
 * @param from one of the dates. The others are counted from it in both directions. If it is the 31st, shorter months
 *     have their last day instead.
 */
public record DayInterval(int count, ChronoUnit unit, LocalDate from) {

    private static final int WHOLE_CYCLE = 400;

    public DayInterval {
        if (count < 1) {
            throw new IllegalArgumentException("an interval must be at least 1, but was " + count);
        }
    }

    /** Returns whether a date is one of the dates. */
    public boolean contains(LocalDate date) {
        if (unit != ChronoUnit.MONTHS) {
            return ChronoUnit.DAYS.between(from, date) % days() == 0;
        }
        long months = ChronoUnit.MONTHS.between(from.withDayOfMonth(1), date.withDayOfMonth(1));
        return months % count == 0 && from.plusMonths(months).equals(date);
    }

    /**
     * Returns the dates of 400 years, starting with {@code from}. After that time, the same dates fall on the same days
     * of the week again.
     */
    Stream<LocalDate> dates() {
        LocalDate end = from.plusYears(WHOLE_CYCLE);
        return LongStream.iterate(0, steps -> steps + count)
                .mapToObj(steps -> from.plus(steps, unit))
                .takeWhile(date -> date.isBefore(end));
    }

    /** Returns the number of days from one date to the next; for months, that of the shortest ones. */
    long days() {
        return switch (unit) {
            case DAYS -> count;
            case WEEKS -> 7L * count;
            default -> 28L * count;
        };
    }
}
