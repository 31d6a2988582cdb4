// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

/**
 * The recent growth or decline that moves the expected size: a share of the median deviation of the last week's days.
 *
 * @param cadence how many days make the trend
 * @param counted the days that count
 */
record Trend(Cadence cadence, CountedDays counted) {

    /** Part of a deviation is chance and does not last. */
    private static final double SHARE = 0.7;

    /** Returns a logarithm; 0 if nothing is known. */
    double at(int day) {
        double[] deviations = counted.deviationsSince(day - cadence.trendPeriods(), day);
        return deviations.length == 0 ? 0 : SHARE * OrderStatistics.median(deviations);
    }
}
