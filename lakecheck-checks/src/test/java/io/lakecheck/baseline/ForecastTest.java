// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ForecastTest {

    private static final Offset<Double> EXACTLY = within(1e-12);

    private final TestHistory past = TestHistory.daily("2026-01-05").steady(100, 1000);

    @Test
    void is_what_is_usual_and_the_lean() {
        past.back(1, 2000).back(2, 2000).back(3, 2000);

        assertThat(new Forecast(past.series()).of(past.span()).orElseThrow())
                .isCloseTo(Math.log(1000) + 0.7 * Math.log(2), EXACTLY);
    }

    @Test
    void a_deviation_is_what_is_left_of_what_is_off_once_the_lean_is_gone() {
        past.back(1, 4000).back(2, 2000).back(3, 2000).back(4, 2000);

        assertThat(new Forecast(past.series()).deviation(past.back(1)).orElseThrow())
                .isCloseTo(Math.log(4) - 0.7 * Math.log(2), EXACTLY);
    }

    @Test
    void a_deviation_below_what_is_expected_is_negative() {
        past.back(1, 500);

        assertThat(new Forecast(past.series()).deviation(past.back(1)).orElseThrow())
                .isCloseTo(Math.log(0.5), EXACTLY);
    }

    @Test
    void is_not_known_without_a_same_weekday() {
        TestHistory young = TestHistory.daily("2026-01-05").steady(5, 1000);
        Forecast expectation = new Forecast(young.series());

        assertThat(expectation.of(young.span())).isEmpty();
        assertThat(expectation.deviation(young.back(1))).isEmpty();
    }

    @Test
    void an_absent_day_has_no_deviation() {
        past.without(1);

        assertThat(new Forecast(past.series()).deviation(past.back(1))).isEmpty();
    }
}
