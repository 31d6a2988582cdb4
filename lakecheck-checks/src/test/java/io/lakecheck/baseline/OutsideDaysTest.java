// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class OutsideDaysTest {

    private final OutsideDays outside = new OutsideDays(30);

    @Test
    void keeps_a_days_distance_from_its_level() {
        outside.add(4, -1, -0.7);
        outside.add(29, 1, 0.5);

        assertThat(outside.deviation(4)).isEqualTo(-0.7);
        assertThat(outside.deviation(29)).isEqualTo(0.5);
    }

    @Test
    void days_on_the_same_side_are_alike() {
        outside.add(1, -1, -0.7);
        outside.add(8, -1, -0.2);
        outside.add(15, 1, 0.7);

        assertThat(outside.isLike(8, 1)).isTrue();
        assertThat(outside.isLike(15, 8)).isFalse();
    }

    @Test
    void the_side_counts_even_if_the_deviation_has_another_sign() {
        outside.add(1, -1, 0.1);
        outside.add(8, -1, -0.4);

        assertThat(outside.isLike(8, 1)).isTrue();
    }

    @Test
    void a_usual_day_and_one_before_the_window_are_like_no_other() {
        outside.add(8, -1, -0.7);

        assertThat(outside.isLike(8, 1)).isFalse();
        assertThat(outside.isLike(8, -6)).isFalse();
    }

    @Test
    void days_of_a_long_run_are_like_no_other() {
        outside.add(1, -1, -0.7);
        outside.add(2, -1, -0.7);
        outside.add(8, -1, -0.7);
        outside.add(9, -1, -0.7);
        outside.markLong(List.of(1));

        assertThat(outside.isLike(8, 1)).isFalse();
        assertThat(outside.isLike(9, 2)).isTrue();
    }

    @Test
    void the_median_of_an_even_number_is_between_the_middle_two() {
        outside.add(1, -1, -0.9);
        outside.add(2, -1, -0.2);
        outside.add(3, -1, -0.4);
        outside.add(5, -1, -0.3);

        assertThat(outside.median(List.of(1, 2, 3))).isEqualTo(-0.4);
        assertThat(outside.median(List.of(1, 2, 3, 5))).isCloseTo(-0.35, within(1e-12));
    }

    @Test
    void days_agree_if_they_are_within_two_spreads() {
        Forecast forecast = new Forecast(5, 0.4, 0.25);
        outside.add(1, 1, 1.5);
        outside.add(2, 1, 0.5);
        outside.add(3, 1, 1.51);
        outside.add(4, 1, 0.49);

        assertThat(outside.agreeing(List.of(1, 2, 3, 4), 1, forecast)).isEqualTo(2);
        assertThat(outside.agreeing(List.of(1, 2, 3, 4), 1.25, forecast)).isEqualTo(2);
        assertThat(outside.agreeing(List.of(3, 4), 1, forecast)).isZero();
    }
}
