// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import java.util.Arrays;

/**
 * Summaries of a few numbers that single outliers do not move. There is at least one number, and their order may
 * change.
 */
final class OrderStatistics {

    private OrderStatistics() {}

    /** Returns the mean without the smallest and the largest quarter, of three or more without at least one each. */
    static double middleMean(double[] values) {
        Arrays.sort(values);
        int dropped = values.length > 2 ? Math.max(1, values.length / 4) : 0;
        double sum = 0;
        for (int i = dropped; i < values.length - dropped; i++) {
            sum += values[i];
        }
        return sum / (values.length - 2 * dropped);
    }

    /** Returns the median; of an even number the mean of the middle two. */
    static double median(double[] values) {
        Arrays.sort(values);
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }

    /** Returns the absolute value that nine in ten do not exceed, in a single pass: most calls are from the replay. */
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
