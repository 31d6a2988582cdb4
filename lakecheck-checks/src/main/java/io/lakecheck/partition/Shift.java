// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.partition;

import io.lakecheck.value.Display;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;
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

    private static final Pattern MISTYPED = Pattern.compile("([+-]\\d+)([A-Za-z]*)");

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

    /** Returns whether the date is that of the next period, in which the job runs. */
    boolean isToNext(Period period) {
        return switch (period.unit()) {
            case MONTHS -> time.isZero() && months == period.length();
            case WEEKS -> isTime(Duration.ofDays(WEEK));
            default -> isTime(Duration.of(period.length(), period.unit()));
        };
    }

    private boolean isTime(Duration expected) {
        return months == 0 && time.equals(expected);
    }

    /**
     * Returns what is wrong with a date field that contains an invalid shift such as {@code +1y}, and what to write
     * instead; empty if it contains none.
     */
    static Optional<String> defect(String field) {
        Matcher mistyped = MISTYPED.matcher(field.replaceAll("'[^']*'", "").replaceAll(SYNTAX + "$", ""));
        if (!mistyped.find()) {
            return Optional.empty();
        }
        String count = mistyped.group(1);
        String unit = mistyped.group(2).toLowerCase(Locale.ROOT);
        String example =
                switch (unit) {
                    case "y", "year", "years" -> "+12M for one year";
                    case "q", "quarter", "quarters" -> "+3M for one quarter";
                    default -> "+1d for one day";
                };
        return Optional.of("'" + Display.visible(count + mistyped.group(2))
                + "' is not a valid shift. Write a number of up to 4 digits and one of the units m, h, d, w and M"
                + " (minutes, hours, days, weeks, months), for example " + example);
    }

    LocalDateTime apply(LocalDateTime partition) {
        return partition.plusMonths(months).plus(time);
    }

    /** Reverses {@link #apply}. */
    LocalDateTime revert(LocalDateTime named) {
        return named.minus(time).minusMonths(months);
    }
}
