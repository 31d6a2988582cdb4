// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** 2026-01-05 is a Monday. */
class LevelTest {

    private static final Offset<Double> EXACTLY = within(1e-12);

    private final TestHistory past = TestHistory.daily("2026-01-05");

    @Test
    void is_the_median_of_the_last_six_same_weekdays_in_logarithms() {
        past.weeksBack(1, 1000)
                .weeksBack(2, 32_000)
                .weeksBack(3, 2000)
                .weeksBack(4, 16_000)
                .weeksBack(5, 4000)
                .weeksBack(6, 8000);

        // The two in the middle are 4000 and 8000: halfway between their logarithms.
        assertThat(level()).isCloseTo(Math.log(4000 * Math.sqrt(2)), EXACTLY);
    }

    @Test
    void forgets_the_seventh_and_knows_no_other_weekday() {
        past.steady(100, 5_000_000);
        for (int week = 1; week <= 6; week++) {
            past.weeksBack(week, 1000);
        }
        past.weeksBack(7, 9_000_000);

        assertThat(level()).isCloseTo(Math.log(1000), EXACTLY);
    }

    @Test
    void one_accident_of_six_moves_it_not_at_all() {
        past.steady(100, 1000).weeksBack(2, 1);

        assertThat(level()).isCloseTo(Math.log(1000), EXACTLY);
    }

    @Test
    void takes_what_there_is() {
        past.weeksBack(1, 1000).weeksBack(2, 3000).weeksBack(3, 2000);

        assertThat(level()).isCloseTo(Math.log(2000), EXACTLY);
    }

    @Test
    void is_not_known_without_a_same_weekday() {
        past.steady(6, 1000);

        assertThat(new Level(past.series()).of(past.span())).isEmpty();
    }

    @Test
    void another_weekday_before_takes_the_place_of_one_that_is_left_out() {
        past.weeksBack(1, 1000).weeksBack(4, 0).weeksBack(9, 1000).weeksBack(11, 1000);

        assertThat(new Level(past.series()).members(past.span()))
                .extracting(span -> span.from().toLocalDate().toString())
                .containsExactly("2025-12-29", "2025-11-03", "2025-10-20");
    }

    @Test
    void looks_at_twelve_same_weekdays_and_no_further() {
        past.weeksBack(12, 1000).weeksBack(13, 9000);

        assertThat(level()).isCloseTo(Math.log(1000), EXACTLY);
    }

    @Test
    void of_an_hour_is_that_of_the_same_hour_of_the_same_weekday() {
        TestHistory hours = TestHistory.of("s3://refined/kpi/dt={date}/hour={HH}/", "2026-01-05T14:00")
                .steady(24 * 7 * 8, 7)
                .weeksBack(1, 1000)
                .weeksBack(2, 1000)
                .weeksBack(3, 1000)
                .weeksBack(4, 1000);

        assertThat(new Level(hours.series()).of(hours.span()).orElseThrow()).isCloseTo(Math.log(1000), EXACTLY);
    }

    @Test
    void of_a_week_or_a_month_is_that_of_the_last_six() {
        for (TestHistory each : new TestHistory[] {
            TestHistory.of("s3://refined/kpi/{YYYY-'W'ww}/", "2026-01-05T00:00"),
            TestHistory.of("s3://refined/kpi/{yyyy-MM}/", "2026-01-01T00:00")
        }) {
            each.back(1, 2)
                    .back(2, 4)
                    .back(3, 8)
                    .back(4, 16)
                    .back(5, 32)
                    .back(6, 64)
                    .back(7, 1);

            assertThat(new Level(each.series()).of(each.span()).orElseThrow())
                    .isCloseTo(Math.log(8 * Math.sqrt(2)), EXACTLY);
        }
    }

    @Test
    void what_is_off_is_the_period_less_its_own_level() {
        past.steady(100, 1000).back(3, 4000);
        Level level = new Level(past.series());

        assertThat(level.off(past.back(3)).orElseThrow()).isCloseTo(Math.log(4), EXACTLY);
        assertThat(level.off(past.back(4)).orElseThrow()).isCloseTo(0, EXACTLY);
    }

    @Test
    void what_is_off_is_not_known_of_a_period_that_is_left_out_or_has_no_level() {
        past.steady(20, 1000).without(3);
        Level level = new Level(past.series());

        assertThat(level.off(past.back(3))).isEmpty();
        assertThat(level.off(past.back(20))).isEqualTo(OptionalDouble.empty());
    }

    @Test
    void nobody_may_rely_on_what_rests_on_unseen_days_alone() {
        past.steady(100, 1000).unseen(14);
        for (int week = 2; week <= 13; week++) {
            past.unseen(1 + 7 * week);
        }
        Level level = new Level(past.series(Assumption.OPEN));

        assertThat(level.isSure(past.back(2))).isTrue();
        assertThat(level.isSure(past.back(14))).as("itself unseen").isFalse();
        assertThat(level.isSure(past.back(8))).as("all of its Sundays unseen").isFalse();
    }

    private double level() {
        return new Level(past.series()).of(past.span()).orElseThrow();
    }
}
