// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Tests how the level, the trend and the spread are derived from the days that count as history. */
class ForecastPartsTest {

    private final CountedDays counted = new CountedDays(140);

    @Test
    void the_level_needs_three_same_weekdays() {
        counted.count(0, 5);
        counted.count(7, 6);

        assertThat(new WeekdayLevel(Cadence.DAYS, counted).at(14)).isNaN();

        counted.count(14, 100);

        assertThat(new WeekdayLevel(Cadence.DAYS, counted).at(21)).isEqualTo(6);
        assertThat(new WeekdayLevel(Cadence.DAYS, counted).members(21)).isEqualTo(3);
    }

    @Test
    void the_level_takes_the_last_eight() {
        for (int week = 0; week < 10; week++) {
            counted.count(7 * week, week < 2 ? 1000 : 5);
        }

        assertThat(new WeekdayLevel(Cadence.DAYS, counted).at(70)).isEqualTo(5);
        assertThat(new WeekdayLevel(Cadence.DAYS, counted).members(70)).isEqualTo(8);
    }

    @Test
    void weeks_and_months_take_the_last_periods() {
        for (int period = 0; period < 3; period++) {
            counted.count(period, period);
        }

        assertThat(new WeekdayLevel(Cadence.PERIODS, counted).at(3)).isEqualTo(1);
    }

    @Test
    void the_trend_is_most_of_the_median_deviation_of_the_last_seven_days() {
        counted.count(2, 1, 9, 0);
        counted.count(4, 1, 0.1, 0);
        counted.count(5, 1, 0.2, 0);
        counted.count(9, 1, 0.3, 0);

        assertThat(new Trend(Cadence.DAYS, counted).at(10)).isCloseTo(0.14, within(1e-12));
        assertThat(new Trend(Cadence.DAYS, counted).at(30)).isZero();
        assertThat(new Trend(Cadence.PERIODS, counted).at(10)).isCloseTo(0.21, within(1e-12));
    }

    @Test
    void the_spread_needs_ten_days() {
        residuals(9, 0.1);

        assertThat(new Dispersion(Cadence.DAYS, counted).at(9)).isNaN();

        residuals(10, 0.1);

        assertThat(new Dispersion(Cadence.DAYS, counted).at(10)).isEqualTo(0.1);
    }

    @Test
    void the_spread_is_at_least_3_percent() {
        residuals(28, 0.001);

        assertThat(new Dispersion(Cadence.DAYS, counted).at(28)).isEqualTo(0.03);
    }

    @Test
    void five_days_with_the_same_weekday_affect_the_spread() {
        residuals(70, 0.1);
        for (int week = 0; week < 10; week++) {
            counted.count(7 * week, 1, 0, 0.4);
        }

        assertThat(new Dispersion(Cadence.DAYS, counted).at(77)).isCloseTo(Math.sqrt(0.4 * 0.4), within(1e-12));
        assertThat(new Dispersion(Cadence.DAYS, counted).at(78)).isCloseTo(Math.sqrt(0.4 * 0.1), within(1e-12));
        assertThat(new Dispersion(Cadence.PERIODS, counted).at(78)).isEqualTo(0.4);
    }

    @Test
    void a_day_is_usual_up_to_two_spreads() {
        Forecast forecast = new Forecast(5, 0.1, 0.25);

        assertThat(forecast.expected()).isEqualTo(5.1);
        assertThat(forecast.isUsual(-0.5)).isTrue();
        assertThat(forecast.isUsual(0.51)).isFalse();
        assertThat(new Forecast(5, 0, Double.NaN).isKnown()).isFalse();
    }

    private void residuals(int count, double residual) {
        for (int day = 0; day < count; day++) {
            counted.count(day, 1, 0, residual);
        }
    }
}
