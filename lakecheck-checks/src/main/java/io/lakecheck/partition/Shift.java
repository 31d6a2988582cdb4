// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.partition;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The difference between the date in a path and the time of its partition, as in {@code {date+1d}}.
 *
 * @param months the number of months by which the date is later; negative if it is earlier
 * @param time the additional time by which the date is later, in local time; negative if it is earlier
 */
record Shift(long months, Duration time) {

    static final Shift NONE = new Shift(0, Duration.ZERO);

    /** The syntax of one or more steps, such as {@code +1M-1d}. */
    static final String SYNTAX = "(?:[+-]\\d{1,4}[mhdwM])+";

    private static final Pattern STEP = Pattern.compile("([+-]\\d{1,4})([mhdwM])");

    private static final int WEEK = 7;

    static Shift parse(String text) {
        Shift shift = NONE;
        Matcher step = STEP.matcher(text);
        while (step.find()) {
            shift = shift.plus(Long.parseLong(step.group(1)), step.group(2));
        }
        return shift;
    }

    private Shift plus(long count, String unit) {
        return switch (unit) {
            case "M" -> new Shift(months + count, time);
            case "w" -> new Shift(months, time.plusDays(WEEK * count));
            case "d" -> new Shift(months, time.plusDays(count));
            case "h" -> new Shift(months, time.plusHours(count));
            default -> new Shift(months, time.plusMinutes(count));
        };
    }

    /**
     * Returns whether the date is in another period than its partition, such as the next one. A shift by part of a year
     * names a fiscal period instead, unless it is a single month, because few fiscal years start in December.
     */
    boolean isToAnother(Period period) {
        if (period.unit() != ChronoUnit.MONTHS) {
            return !equals(NONE);
        }
        boolean isYears = months != 0 && months % Period.YEAR.length() == 0;
        return time.isZero() && (isYears || (period.equals(Period.MONTH) && months == 1));
    }

    LocalDateTime apply(LocalDateTime partition) {
        return partition.plusMonths(months).plus(time);
    }

    /** Reverses {@link #apply}. */
    LocalDateTime revert(LocalDateTime named) {
        return named.minus(time).minusMonths(months);
    }
}
