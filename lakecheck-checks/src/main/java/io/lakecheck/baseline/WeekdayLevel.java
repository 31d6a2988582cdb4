// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

/**
 * The usual size of a day, which is the {@linkplain OrderStatistics#middleMean middle mean} of up to eight earlier days
 * that have the same weekday and count as history.
 *
 * @param cadence determines which earlier days have the same weekday
 * @param counted the days that count as history
 */
record WeekdayLevel(Cadence cadence, CountedDays counted) {

    /** The minimum number of days that fall on the same weekday that a level can be based on. */
    static final int LEAST = 3;

    /**
     * The maximum number of days that fall on the same weekday. With more, the level would follow a change too slowly.
     */
    private static final int MOST = 8;

    /** Returns the logarithm of the usual size; NaN if it is unknown. */
    double at(int day) {
        double[] sizes = sizes(day);
        return sizes.length < LEAST ? Double.NaN : OrderStatistics.middleMean(sizes);
    }

    /** Returns how many past days, all of the same weekday, the level is based on. */
    int members(int day) {
        return sizes(day).length;
    }

    private double[] sizes(int day) {
        return counted.sizesBefore(day, cadence.cycle(), MOST);
    }
}
