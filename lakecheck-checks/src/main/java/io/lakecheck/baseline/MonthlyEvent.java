// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import io.lakecheck.partition.Rhythm;
import io.lakecheck.partition.Span;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Something that happens on the same day of each month, such as an export on the 1st or a closing on the last day. The
 * baseline {@code usual} does not expect it: its range does not include such days, so it also does not notice if the
 * event is missing.
 *
 * @param dates the same day of the last few months, most recent first
 * @param isAbove whether their sizes were above the usual range; otherwise, all were below
 * @param limit the logarithm of the size that separates the smallest of the events, or the largest of those below the
 *     usual range, from the days around it
 */
record MonthlyEvent(List<LocalDate> dates, boolean isAbove, double limit) {

    /** The number of months in which the same day must have been unusual. */
    private static final int MONTHS = 3;

    private static final int WEEK = 7;

    /** The smallest change, as a logarithm, that is worth a remark. */
    private static final double NOTABLE = Math.log(1.5);

    /**
     * Returns the event on the day of the checked span; empty if there is none.
     *
     * @param window the logarithms of the sizes before that day, oldest first; NaN for a day without data
     */
    static Optional<MonthlyEvent> on(Span judged, Cadence cadence, Forecast forecast, double[] window) {
        if (!cadence.hasWeekdays()) {
            return Optional.empty();
        }
        LocalDate day = judged.from().toLocalDate();
        List<LocalDate> dates = Rhythm.SAME_DAY_OF_MONTH
                .earlier(judged)
                .limit(MONTHS)
                .map(span -> span.from().toLocalDate())
                .toList();
        int[] days = dates.stream()
                .mapToInt(date -> window.length - (int) ChronoUnit.DAYS.between(date, day))
                .filter(index -> {
                    double change = change(window, index);
                    return Math.abs(change) > NOTABLE && !forecast.isUsual(change);
                })
                .toArray();
        long above =
                IntStream.of(days).filter(index -> change(window, index) > 0).count();
        if (days.length < MONTHS || (above > 0 && above < MONTHS)) {
            return Optional.empty();
        }
        DoubleStream limits = IntStream.of(days).mapToDouble(index -> window[index] - change(window, index) / 2);
        return Optional.of(new MonthlyEvent(dates, above > 0, (above > 0 ? limits.min() : limits.max()).orElseThrow()));
    }

    /**
     * Returns how much a day differs from both the same weekday before it and the one after it; 0 if it is between
     * them, and NaN if one of the three is unknown.
     */
    private static double change(double[] window, int day) {
        if (day < WEEK || day + WEEK >= window.length) {
            return Double.NaN;
        }
        double before = window[day] - window[day - WEEK];
        double after = window[day] - window[day + WEEK];
        return before * after > 0
                ? Math.signum(before) * Math.min(Math.abs(before), Math.abs(after))
                : 0 * before * after;
    }

    /** Returns whether a day of the given size is like the same day of the last few months. */
    boolean isRepeatedBy(long amount) {
        double size = Math.log((double) amount);
        return isAbove ? size > limit : size < limit;
    }

    /** Returns a remark on a day that is also outside the usual range. */
    String explanation() {
        return "so were " + text();
    }

    /** Returns a remark on a day that is within the usual range, in which the event is missing. */
    String doubt() {
        return "unlike " + text();
    }

    private String text() {
        return dates.stream().map(LocalDate::toString).collect(Collectors.joining(", "))
                + ": for an event on the same day of each month, set against: same day of month";
    }
}
