// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * The days in a window that count as history. For each day, this class stores the logarithm of the size, the deviation
 * from the weekday's level, and the residual, which is the deviation minus the trend. Each of these may be unknown.
 * Days are numbered from 0, the oldest day in the window. In weekly and monthly datasets, a day stands for a week or a
 * month. Not thread-safe.
 */
final class CountedDays {

    private final double[] sizes;
    private final double[] deviations;
    private final double[] residuals;

    CountedDays(int window) {
        sizes = unknown(window);
        deviations = unknown(window);
        residuals = unknown(window);
    }

    private static double[] unknown(int window) {
        double[] values = new double[window];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    /** Counts a day whose deviation is unknown, because its weekday has no level yet. */
    void count(int day, double size) {
        sizes[day] = size;
    }

    void count(int day, double size, double deviation, double residual) {
        sizes[day] = size;
        deviations[day] = deviation;
        residuals[day] = residual;
    }

    void withdraw(int day) {
        sizes[day] = Double.NaN;
        deviations[day] = Double.NaN;
        residuals[day] = Double.NaN;
    }

    /** Adds {@code shift} to the logarithmic size of each day before {@code end} that satisfies a condition. */
    void shift(int end, double shift, IntPredicate condition) {
        for (int day = 0; day < end; day++) {
            if (condition.test(day)) {
                sizes[day] += shift;
            }
        }
    }

    /** Discards the sizes and deviations of all days before {@code end}, but keeps their residuals. */
    void forgetLevel(int end) {
        Arrays.fill(sizes, 0, end, Double.NaN);
        Arrays.fill(deviations, 0, end, Double.NaN);
    }

    boolean counts(int day) {
        return !Double.isNaN(sizes[day]);
    }

    /**
     * Returns the known sizes of every {@code step}th day before {@code day}, most recent first, up to {@code most}
     * sizes.
     */
    double[] sizesBefore(int day, int step, int most) {
        return known(sizes, day, step, 0, most);
    }

    /**
     * Returns the known deviations of the days from {@code first} (inclusive) to {@code day} (exclusive), most recent
     * first.
     */
    double[] deviationsSince(int first, int day) {
        return known(deviations, day, 1, Math.max(0, first), day - first);
    }

    /**
     * Returns the known residuals of every {@code step}th day before {@code day}, most recent first, up to {@code most}
     * residuals.
     */
    double[] residualsBefore(int day, int step, int most) {
        return known(residuals, day, step, 0, most);
    }

    private static double[] known(double[] values, int day, int step, int first, int most) {
        double[] found = new double[Math.min(most, day / step)];
        int count = 0;
        for (int i = day - step; i >= first && count < found.length; i -= step) {
            if (!Double.isNaN(values[i])) {
                found[count++] = values[i];
            }
        }
        return count == found.length ? found : Arrays.copyOf(found, count);
    }
}
