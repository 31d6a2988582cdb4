// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import java.util.BitSet;
import java.util.List;

/** The days that were outside the usual range when they were replayed, and how far. Not thread-safe. */
final class OutsideDays {

    private final double[] sides;
    private final double[] deviations;
    private final BitSet inLongRun = new BitSet();

    OutsideDays(int window) {
        sides = new double[window];
        deviations = new double[window];
    }

    /** @param deviation from the weekday's level on that day */
    void add(int day, double side, double deviation) {
        sides[day] = side;
        deviations[day] = deviation;
    }

    void markLong(List<Integer> days) {
        days.forEach(inLongRun::set);
    }

    /** Returns whether two days were outside on the same side and a day was not part of a long run. */
    boolean isLike(int day, int other) {
        return other >= 0 && sides[other] == sides[day] && !inLongRun.get(other);
    }

    double deviation(int day) {
        return deviations[day];
    }

    /** Returns the median deviation of several days. */
    double median(List<Integer> days) {
        return OrderStatistics.median(days.stream().mapToDouble(this::deviation).toArray());
    }

    /** Returns how many of these days are as far off as {@code shift} says. */
    long agreeing(List<Integer> days, double shift, Forecast forecast) {
        return days.stream()
                .filter(day -> forecast.isUsual(deviation(day) - shift))
                .count();
    }
}
