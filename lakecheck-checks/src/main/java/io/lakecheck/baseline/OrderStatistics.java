// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import java.util.Arrays;

/**
 * Statistics that are robust to single outliers. Each method requires at least one value and may reorder the values.
 */
final class OrderStatistics {

    private OrderStatistics() {}

    /**
     * Returns the mean of the values, excluding the smallest and the largest quarter. If there are three or more
     * values, at least the smallest and the largest one are excluded.
     */
    static double middleMean(double[] values) {
        Arrays.sort(values);
        int dropped = values.length > 2 ? Math.max(1, values.length / 4) : 0;
        double sum = 0;
        for (int i = dropped; i < values.length - dropped; i++) {
            sum += values[i];
        }
        return sum / (values.length - 2 * dropped);
    }

    /** Returns the median. For an even number of values, this is the mean of the middle two. */
    static double median(double[] values) {
        Arrays.sort(values);
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }

    /** Returns the 90 % quantile of the absolute values. For speed, this method does not sort the values. */
    static double high(double[] values) {
        double[] largest = new double[values.length - Math.min(values.length - 1, 9 * values.length / 10)];
        for (double value : values) {
            insert(largest, Math.abs(value));
        }
        return largest[largest.length - 1];
    }

    private static void insert(double[] largestFirst, double value) {
        double next = value;
        for (int i = 0; i < largestFirst.length && next > 0; i++) {
            if (next > largestFirst[i]) {
                double smaller = largestFirst[i];
                largestFirst[i] = next;
                next = smaller;
            }
        }
    }
}
