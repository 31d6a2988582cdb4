// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

/**
 * The usual size of a day: the middle mean of the last eight same weekdays that count.
 *
 * @param cadence after how many days the same weekday follows
 * @param counted the days that count
 */
record WeekdayLevel(Cadence cadence, CountedDays counted) {

    /** Fewer same weekdays than this make no level. */
    static final int LEAST = 3;

    /** More same weekdays than this would follow a change slowly. */
    private static final int MOST = 8;

    /** Returns the logarithm of the usual size; NaN if there is none. */
    double at(int day) {
        double[] sizes = sizes(day);
        return sizes.length < LEAST ? Double.NaN : OrderStatistics.middleMean(sizes);
    }

    /** Returns how many same weekdays make the level. */
    int members(int day) {
        return sizes(day).length;
    }

    private double[] sizes(int day) {
        return counted.sizesBefore(day, cadence.cycle(), MOST);
    }
}
