// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class QuantileTest {

    @Test
    void the_median_is_the_one_in_the_middle_whatever_their_order() {
        assertThat(Quantile.median(List.of(9.0, 1.0, 3.0))).hasValue(3);
    }

    @Test
    void the_median_of_an_even_number_is_halfway_between_the_two_in_the_middle() {
        assertThat(Quantile.median(List.of(4.0, 100.0, 1.0, 2.0))).hasValue(3);
    }

    @Test
    void a_share_lies_between_two_neighbours_in_proportion() {
        List<Double> values = List.of(0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 10.0, 20.0);

        assertThat(Quantile.of(values, 0.9).orElseThrow()).isCloseTo(10, within(1e-12));
        assertThat(Quantile.of(values, 0.95).orElseThrow()).isCloseTo(15, within(1e-12));
    }

    @Test
    void none_and_all_are_the_least_and_the_most() {
        assertThat(Quantile.of(List.of(3.0, 1.0, 2.0), 0)).hasValue(1);
        assertThat(Quantile.of(List.of(3.0, 1.0, 2.0), 1)).hasValue(3);
    }

    @Test
    void any_share_of_one_is_that_one() {
        assertThat(Quantile.of(List.of(7.0), 0.9)).hasValue(7);
    }

    @Test
    void nothing_has_none() {
        assertThat(Quantile.median(List.of())).isEmpty();
        assertThat(Quantile.of(List.of(), 0.9)).isEmpty();
    }
}
