// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

/**
 * The usual distance of a day from its expected size, between that of the last weeks and that of its weekday.
 *
 * @param cadence after how many days the same weekday follows
 * @param counted the days that count
 */
record Dispersion(Cadence cadence, CountedDays counted) {

    /** Fewer days than this do not tell how much sizes vary. */
    static final int LEAST = 10;

    /** The last days that make the spread. */
    static final int RECENT = 28;

    /** With fewer same weekdays than this the last days alone make the spread. */
    private static final int LEAST_ALIKE = 5;

    /** No dataset is expected to be steadier than this. */
    private static final double FLOOR = 0.03;

    /** Returns the spread as a logarithm; NaN if it is unknown. */
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

    /** Returns how many days there are to compare with. */
    int members(int day) {
        return recent(day).length;
    }

    private double[] recent(int day) {
        return counted.residualsBefore(day, 1, RECENT);
    }
}
