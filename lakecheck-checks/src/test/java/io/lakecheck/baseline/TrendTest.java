// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class TrendTest {

    private static final Offset<Double> EXACTLY = within(1e-12);

    private final TestHistory past = TestHistory.daily("2026-01-05").steady(100, 1000);

    @Test
    void is_seven_tenths_of_how_far_the_last_five_days_were_off_by_their_median() {
        past.back(1, 1000).back(2, 8000).back(3, 1000).back(4, 4000).back(5, 2000);

        assertThat(lean()).isCloseTo(0.7 * Math.log(2), EXACTLY);
    }

    @Test
    void leans_down_in_a_slump() {
        past.back(1, 500).back(2, 500).back(3, 500);

        assertThat(lean()).isCloseTo(0.7 * Math.log(0.5), EXACTLY);
    }

    @Test
    void two_bad_days_of_five_move_it_not_at_all() {
        past.back(1, 1).back(2, 1);

        assertThat(lean()).isCloseTo(0, EXACTLY);
    }

    @Test
    void the_sixth_day_is_forgotten() {
        past.back(1, 2000).back(2, 2000).back(6, 2000).back(7, 2000);

        assertThat(lean()).isCloseTo(0, EXACTLY);
    }

    @Test
    void each_day_is_held_against_its_own_weekday() {
        TestHistory weeks = TestHistory.daily("2026-01-05");
        for (int day = 1; day <= 100; day++) {
            weeks.back(day, 1000L * (1 + day % 7));
        }

        assertThat(new Trend(weeks.series(), new Level(weeks.series())).of(weeks.span()))
                .isCloseTo(0, EXACTLY);
    }

    @Test
    void days_that_are_left_out_make_room_for_earlier_ones() {
        past.without(1).back(2, 0).back(3, 2000).back(4, 2000).back(5, 2000);

        assertThat(lean()).isCloseTo(0.7 * Math.log(2), EXACTLY);
    }

    @Test
    void looks_at_ten_days_and_no_further() {
        for (int day = 1; day <= 9; day++) {
            past.without(day);
        }
        past.back(10, 2000).back(11, 9000).back(12, 9000);

        assertThat(lean()).isCloseTo(0.7 * Math.log(2), EXACTLY);
    }

    @Test
    void is_nothing_where_nothing_is_known() {
        TestHistory none = TestHistory.daily("2026-01-05");

        assertThat(new Trend(none.series(), new Level(none.series())).of(none.span()))
                .isZero();
    }

    private double lean() {
        LogSeries series = past.series();
        return new Trend(series, new Level(series)).of(past.span());
    }
}
