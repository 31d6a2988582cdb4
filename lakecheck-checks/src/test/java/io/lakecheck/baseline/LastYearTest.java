// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDateTime;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** 2025-12-25 is a Thursday, as 2024-12-26 is; Christmas 2024 is a Wednesday. All other days have 1000 bytes. */
class LastYearTest {

    private static final Offset<Double> EXACTLY = within(1e-12);
    private static final double HALF = Math.log(0.5);

    private final TestHistory past = TestHistory.daily("2025-12-25").steady(800, 1000);

    @Test
    void the_same_date_of_a_year_ago_explains_what_is_off_to_the_same_side() {
        past.with("2024-12-25", 500);

        LastYear.Echo echo = echo(HALF).orElseThrow();

        assertThat(echo.span().from()).hasToString("2024-12-25T00:00");
        assertThat(echo.deviation()).isCloseTo(HALF, EXACTLY);
    }

    @Test
    void so_does_the_same_weekday_of_52_weeks_ago() {
        past.with("2024-12-26", 500);

        assertThat(echo(HALF).orElseThrow().span().from()).hasToString("2024-12-26T00:00");
    }

    @Test
    void the_one_that_leaves_the_smaller_deviation_counts() {
        past.with("2024-12-25", 700).with("2024-12-26", 450);

        assertThat(echo(HALF).orElseThrow().span().from()).hasToString("2024-12-26T00:00");
        assertThat(echo(Math.log(0.7)).orElseThrow().span().from()).hasToString("2024-12-25T00:00");
    }

    @Test
    void no_other_day_of_last_year_does() {
        past.with("2024-12-24", 500).with("2024-12-27", 500);

        assertThat(echo(HALF)).isEmpty();
    }

    @Test
    void what_was_off_to_the_other_side_explains_nothing() {
        past.with("2024-12-25", 2000);

        assertThat(echo(HALF)).isEmpty();
    }

    @Test
    void what_was_within_its_own_spread_explains_nothing() {
        past.with("2024-12-25", 975);

        assertThat(echo(HALF)).as("3 % are usual, and it was off by 2.5 %").isEmpty();

        past.with("2024-12-25", 960);

        assertThat(echo(HALF)).as("4 %").isPresent();
    }

    @Test
    void what_would_leave_more_than_it_explains_does_not_count() {
        past.with("2024-12-25", 200);

        assertThat(echo(HALF))
                .as("half of a fifth is further from 1 than a half")
                .isEmpty();
    }

    @Test
    void a_lake_that_does_not_reach_back_explains_nothing() {
        TestHistory young = TestHistory.daily("2025-12-25").steady(300, 1000);

        assertThat(echo(young.series(), young, HALF)).isEmpty();
    }

    @Test
    void a_lookback_of_less_than_a_year_asks_for_nothing_of_it() {
        past.with("2024-12-25", 500).unseen(364).unseen(365);
        LogSeries series = past.series(300, Assumption.GOOD);

        assertThat(echo(series, past, HALF)).isEmpty();
        assertThat(series.missing()).isEmpty();
    }

    @Test
    void the_day_before_the_leap_day_stands_for_it_where_there_was_none() {
        TestHistory leap = TestHistory.daily("2024-02-29").steady(800, 1000).with("2023-02-28", 500);

        assertThat(echo(leap.series(), leap, HALF).orElseThrow().span().from()).hasToString("2023-02-28T00:00");
    }

    @Test
    void of_a_month_only_the_same_month_counts() {
        TestHistory months = TestHistory.of("s3://refined/kpi/{yyyy-MM}/", "2026-01-01T00:00");
        for (int back = 1; back <= 36; back++) {
            months.back(back, 1000);
        }
        TestHistory off = months.back(12, 500);

        assertThat(echo(off.series(), off, HALF).orElseThrow().span().from()).hasToString("2025-01-01T00:00");
        TestHistory december = off.back(12, 1000).back(13, 500);
        assertThat(echo(december.series(), december, HALF)).isEmpty();
    }

    @Test
    void of_an_hour_the_same_hour_counts() {
        TestHistory hours = TestHistory.of("s3://refined/kpi/dt={date}/hour={HH}/", "2025-12-25T14:00")
                .steady(24 * 600, 1000)
                .with(LocalDateTime.parse("2024-12-25T14:00"), 500);

        assertThat(echo(hours.series(), hours, HALF).orElseThrow().span().from())
                .hasToString("2024-12-25T14:00");
    }

    private Optional<LastYear.Echo> echo(double deviation) {
        return echo(past.series(), past, deviation);
    }

    private static Optional<LastYear.Echo> echo(LogSeries series, TestHistory past, double deviation) {
        Forecast expectation = new Forecast(series);
        return new LastYear(expectation, new Dispersion(series, expectation)).of(past.span(), deviation);
    }
}
