// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OrderStatisticsTest {

    @Test
    void the_middle_mean_drops_a_quarter_at_each_end() {
        assertThat(OrderStatistics.middleMean(new double[] {900, 3, 1, 4, 2, 5, 6, -900}))
                .isEqualTo(3.5);
        assertThat(OrderStatistics.middleMean(new double[] {1, 2, 900})).isEqualTo(2);
        assertThat(OrderStatistics.middleMean(new double[] {1, 2, 4, 900})).isEqualTo(3);
        assertThat(OrderStatistics.middleMean(new double[] {1, 2})).isEqualTo(1.5);
        assertThat(OrderStatistics.middleMean(new double[] {7})).isEqualTo(7);
    }

    @Test
    void the_median_of_an_even_number_is_the_mean_of_the_middle_two() {
        assertThat(OrderStatistics.median(new double[] {3, 1, 2})).isEqualTo(2);
        assertThat(OrderStatistics.median(new double[] {4, 1, 2, 3})).isEqualTo(2.5);
    }

    @Test
    void high_is_an_absolute_value_near_the_top() {
        assertThat(OrderStatistics.high(values(28))).isEqualTo(26);
        assertThat(OrderStatistics.high(values(10))).isEqualTo(10);
        assertThat(OrderStatistics.high(values(20))).isEqualTo(19);
        assertThat(OrderStatistics.high(values(5))).isEqualTo(5);
        assertThat(OrderStatistics.high(new double[] {0, 0, 0})).isZero();
    }

    /** Returns the numbers from 1 to {@code count}, every other one negated. */
    private static double[] values(int count) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = i % 2 == 0 ? i + 1 : -i - 1;
        }
        return values;
    }
}
