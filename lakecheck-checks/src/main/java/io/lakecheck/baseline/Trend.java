// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

/**
 * The recent growth or decline, which is added to the expected size. It is a fraction of the median deviation of recent
 * days from their weekdays' levels.
 *
 * @param cadence determines the number of recent days
 * @param counted the days that count as history
 */
record Trend(Cadence cadence, CountedDays counted) {

    /** The fraction of the deviation that is expected to last. The rest is attributed to chance. */
    private static final double SHARE = 0.7;

    /** Returns the trend for a day as a logarithm; 0 if it is unknown. */
    double at(int day) {
        double[] deviations = counted.deviationsSince(day - cadence.trendPeriods(), day);
        return deviations.length == 0 ? 0 : SHARE * OrderStatistics.median(deviations);
    }
}
