// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * Days of 1000 bytes each but for a few, no two of which are near enough to move a level or a lean: so a deviation is
 * the logarithm of how many times 1000 bytes a day has.
 */
class DispersionTest {

    private static final Offset<Double> EXACTLY = within(1e-9);
    private static final double FLOOR = Math.log(1.03);

    private final TestHistory past = TestHistory.daily("2026-01-05").steady(400, 1000);

    @Test
    void is_the_geometric_mean_of_the_90th_percentiles_of_the_last_28_days_and_the_last_12_same_weekdays() {
        past.back(3, 2000).back(9, 4000).back(15, 8000).back(22, 16_000);
        past.weeksBack(6, 16_000).weeksBack(9, 16_000);

        // Of 28: three tenths of the way from the 25th, log 2, to the 26th, log 4. Of 12: nine tenths from the 10th, 0,
        // to the 11th.
        double days = 1.3 * Math.log(2);
        double weekdays = 0.9 * Math.log(16);
        assertThat(spread()).isCloseTo(Math.sqrt(days * weekdays), EXACTLY);
    }

    @Test
    void a_day_below_counts_as_one_above_does() {
        past.back(3, 500).back(9, 4000).back(15, 125).back(22, 16_000);
        past.weeksBack(6, 16_000).weeksBack(9, 62_500 / 1000);

        assertThat(spread()).isCloseTo(Math.sqrt(1.3 * Math.log(2) * 0.9 * Math.log(1000.0 / 62)), within(0.01));
    }

    @Test
    void nothing_is_steadier_than_3_percent() {
        assertThat(spread()).isCloseTo(FLOOR, EXACTLY);
    }

    @Test
    void the_29th_day_and_the_13th_same_weekday_are_forgotten() {
        past.back(29, 16_000).back(33, 16_000).back(37, 16_000).back(44, 16_000);
        past.weeksBack(13, 16_000).weeksBack(16, 16_000);

        assertThat(spread()).isCloseTo(FLOOR, EXACTLY);
    }

    @Test
    void the_28th_day_and_the_12th_same_weekday_count() {
        past.back(3, 2000).back(9, 2000).back(15, 2000).back(27, 2000);
        past.weeksBack(6, 16_000).weeksBack(12, 16_000);

        assertThat(spread()).isCloseTo(Math.sqrt(Math.log(2) * 0.9 * Math.log(16)), EXACTLY);
    }

    @Test
    void tells_how_many_deviations_are_known_28_at_most() {
        assertThat(known(past)).isEqualTo(28);
        assertThat(known(TestHistory.daily("2026-01-05").steady(16, 1000))).isEqualTo(9);
        assertThat(known(TestHistory.daily("2026-01-05"))).isZero();
    }

    @Test
    void is_not_known_from_nine_deviations_but_is_from_ten() {
        TestHistory nine = TestHistory.daily("2026-01-05").steady(16, 1000);
        TestHistory ten = TestHistory.daily("2026-01-05").steady(17, 1000);

        assertThat(Dispersion.LEAST).isEqualTo(10);
        assertThat(spread(nine).of(nine.span())).isEmpty();
        assertThat(spread(ten).of(ten.span())).isPresent();
    }

    @Test
    void with_fewer_than_four_same_weekdays_the_days_alone_tell() {
        TestHistory young = TestHistory.daily("2026-01-05").steady(30, 1000);
        young.back(3, 2000).back(6, 2000).back(9, 2000).back(12, 2000);

        // Deviations of the last 23 days; of Mondays there are three, all as they should be.
        assertThat(spread(young).of(young.span()).orElseThrow()).isCloseTo(Math.log(2), EXACTLY);
    }

    @Test
    void absent_days_make_room_for_earlier_ones() {
        past.without(1).without(2);

        assertThat(known(past)).isEqualTo(28);
    }

    private double spread() {
        return spread(past).of(past.span()).orElseThrow();
    }

    private static int known(TestHistory past) {
        return spread(past).known(past.span());
    }

    private static Dispersion spread(TestHistory past) {
        LogSeries series = past.series();
        return new Dispersion(series, new Forecast(series));
    }
}
