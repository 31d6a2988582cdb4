// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lakecheck.Datasets;
import io.lakecheck.DeltaCheck;
import io.lakecheck.lake.LakeException;
import io.lakecheck.partition.Calendar;
import io.lakecheck.partition.Partition;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** 2026-01-05 is a Monday. */
class LogSeriesTest {

    private static final LocalDateTime MONDAY = LocalDateTime.parse("2026-01-05T00:00");

    private final TestHistory past = TestHistory.daily("2026-01-05").steady(10, 1000);

    @Test
    void tells_amounts_as_logarithms() {
        past.back(1, 20_000);

        assertThat(past.series().at(past.back(1)).orElseThrow()).isCloseTo(Math.log(20_000), within(1e-12));
    }

    @Test
    void absent_days_and_days_that_hold_nothing_are_left_out() {
        past.without(1).back(2, 0);
        LogSeries series = past.series();

        assertThat(series.at(past.back(1))).isEmpty();
        assertThat(series.at(past.back(2))).isEmpty();
        assertThat(series.considered())
                .extracting(HistoryEntry::text)
                .as("back to the oldest that was there")
                .containsExactly("dt=2026-01-04 (absent)", "dt=2026-01-03 (holds nothing)");
    }

    @Test
    void days_without_their_marker_or_outside_the_size_limits_are_left_out() {
        TestHistory sealed = TestHistory.of(Datasets.daily(Datasets.marked("_SUCCESS"), DeltaCheck.DEFAULT), MONDAY)
                .steady(3, 1000);
        TestHistory limited = TestHistory.of(Datasets.daily(Datasets.atLeast(500), DeltaCheck.DEFAULT), MONDAY)
                .steady(3, 1000)
                .back(2, 499);

        assertThat(sealed.series().at(sealed.back(1))).isEmpty();
        assertThat(limited.series().at(limited.back(1))).isPresent();
        assertThat(limited.series().at(limited.back(2))).isEmpty();
    }

    @Test
    void what_nobody_has_looked_at_is_missing_and_presumed_to_be_there() {
        past.unseen(1);
        LogSeries series = past.series();

        assertThat(series.at(past.back(1))).isEqualTo(OptionalDouble.of(0));
        assertThat(series.at(past.back(2))).isPresent();
        assertThat(series.missing()).extracting(Partition::label).containsExactly("dt=2026-01-04");
    }

    @Test
    void only_what_was_looked_at_and_is_good_is_sure_where_the_unseen_may_be_either() {
        past.unseen(1).without(2);
        LogSeries open = past.series(Assumption.OPEN);
        LogSeries good = past.series(Assumption.GOOD);

        assertThat(open.isSure(past.back(1))).isFalse();
        assertThat(open.isSure(past.back(2))).isFalse();
        assertThat(open.isSure(past.back(3))).isTrue();
        assertThat(good.isSure(past.back(1))).isTrue();
    }

    @Test
    void what_could_not_be_looked_at_is_told_where_it_is_asked_for_and_nowhere_else() {
        past.troubled(1);
        LogSeries series = past.series();

        assertThat(series.at(past.back(2))).isPresent();
        assertThatThrownBy(() -> series.at(past.back(1))).isInstanceOf(LakeException.class);
    }

    @Test
    void reaches_as_far_as_the_lookback() {
        LogSeries series = past.series(3, Assumption.GOOD);

        assertThat(series.reaches(past.back(3))).isTrue();
        assertThat(series.reaches(past.back(4))).isFalse();
        assertThat(series.at(past.back(4))).isEmpty();
        assertThat(series.considered()).isEmpty();
    }

    @Test
    void names_what_the_calendar_passes_over_within_the_lookback() {
        TestHistory weekdays = TestHistory.of(
                        Datasets.expected(
                                new Calendar(
                                        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                                        Set.of(LocalDate.parse("2026-01-02"))),
                                DeltaCheck.DEFAULT),
                        MONDAY)
                .steady(10, 1000);
        LogSeries series = weekdays.series(4, Assumption.GOOD);
        for (int back = 1; back <= 5; back++) {
            series.passOver(weekdays.back(back));
        }
        series.at(weekdays.back(4));

        assertThat(series.reaches(weekdays.back(3))).isFalse();
        assertThat(series.considered())
                .extracting(HistoryEntry::text)
                .containsExactly(
                        "dt=2026-01-04 (outside the calendar)",
                        "dt=2026-01-03 (outside the calendar)",
                        "dt=2026-01-02 (excepted)",
                        "dt=2026-01-01");
    }

    @Test
    void tells_what_was_considered_nearest_first_and_nothing_from_before_the_lakes_first_day() {
        past.without(10).without(9);
        LogSeries series = past.series();
        for (int back = 10; back > 0; back--) {
            series.at(past.back(back));
        }

        assertThat(series.considered())
                .extracting(precedent -> precedent.partition().label())
                .startsWith("dt=2026-01-04", "dt=2026-01-03")
                .endsWith("dt=2025-12-28")
                .hasSize(8);
    }
}
