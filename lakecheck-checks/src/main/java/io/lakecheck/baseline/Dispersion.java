// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

/**
 * The typical distance between a day's size and its expected size, called the spread. It is the geometric mean of two
 * values: the spread of all recent days, and the spread of earlier days with the same weekday.
 *
 * @param cadence determines which earlier days have the same weekday
 * @param counted the days that count as history
 */
record Dispersion(Cadence cadence, CountedDays counted) {

    /** The minimum number of days from which the spread can be derived. */
    static final int LEAST = 10;

    /** The number of most recent days from which the spread is derived. */
    static final int RECENT = 28;

    /**
     * The minimum number of earlier days with the same weekday. If there are fewer, the spread is derived from the
     * recent days alone.
     */
    private static final int LEAST_ALIKE = 5;

    /** The smallest possible spread, as a logarithm. */
    private static final double FLOOR = 0.03;

    /** Returns the spread for a day as a logarithm; NaN if it is unknown. */
    double at(int day) {
        double[] recent = recent(day);
        if (recent.length < LEAST) {
            return Double.NaN;
        }
        double high = OrderStatistics.high(recent);
        double[] alike = cadence.hasWeekdays() ? counted.residualsBefore(day, cadence.cycle(), day) : new double[0];
        double spread = alike.length < LEAST_ALIKE ? high : Math.sqrt(high * OrderStatistics.high(alike));
        return Math.max(FLOOR, spread);
    }

    /** Returns the number of days from which the spread is derived. */
    int members(int day) {
        return recent(day).length;
    }

    private double[] recent(int day) {
        return counted.residualsBefore(day, 1, RECENT);
    }
}
