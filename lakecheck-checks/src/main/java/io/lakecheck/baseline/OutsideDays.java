// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import java.util.BitSet;
import java.util.List;

/** The days that were outside the usual range when they were replayed, and their deviations. Not thread-safe. */
final class OutsideDays {

    private final double[] sides;
    private final double[] deviations;
    private final BitSet inLongRun = new BitSet();

    OutsideDays(int window) {
        sides = new double[window];
        deviations = new double[window];
    }

    /**
     * @param side -1 if the day was below the expected size, 1 if it was above
     * @param deviation the deviation from the weekday's level on that day, as a logarithm
     */
    void add(int day, double side, double deviation) {
        sides[day] = side;
        deviations[day] = deviation;
    }

    void markLong(List<Integer> days) {
        days.forEach(inLongRun::set);
    }

    /**
     * Returns whether both days were outside the usual range on the same side, and {@code other} was not part of a long
     * run.
     */
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

    /** Returns how many of the given days have deviations close to {@code shift}. */
    long agreeing(List<Integer> days, double shift, Forecast forecast) {
        return days.stream()
                .filter(day -> forecast.isUsual(deviation(day) - shift))
                .count();
    }
}
