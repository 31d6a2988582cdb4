// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class QuantileTest {

    @Test
    void the_median_is_the_middle_value_in_any_order() {
        assertThat(Quantile.median(List.of(9.0, 1.0, 3.0))).hasValue(3);
    }

    @Test
    void the_median_of_an_even_number_is_the_mean_of_the_middle_two() {
        assertThat(Quantile.median(List.of(4.0, 100.0, 1.0, 2.0))).hasValue(3);
    }

    @Test
    void quantiles_are_interpolated() {
        List<Double> values = List.of(0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 10.0, 20.0);

        assertThat(Quantile.of(values, 0.9).orElseThrow()).isCloseTo(10, within(1e-12));
        assertThat(Quantile.of(values, 0.95).orElseThrow()).isCloseTo(15, within(1e-12));
    }

    @Test
    void the_extreme_quantiles_are_minimum_and_maximum() {
        assertThat(Quantile.of(List.of(3.0, 1.0, 2.0), 0)).hasValue(1);
        assertThat(Quantile.of(List.of(3.0, 1.0, 2.0), 1)).hasValue(3);
    }

    @Test
    void every_quantile_of_one_value_is_that_value() {
        assertThat(Quantile.of(List.of(7.0), 0.9)).hasValue(7);
    }

    @Test
    void no_values_have_no_quantile() {
        assertThat(Quantile.median(List.of())).isEmpty();
        assertThat(Quantile.of(List.of(), 0.9)).isEmpty();
    }
}
