// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Datasets;
import io.lakecheck.DeltaCheck;
import io.lakecheck.partition.Calendar;
import io.lakecheck.partition.Partition;
import io.lakecheck.partition.Period;
import io.lakecheck.partition.Rhythm;
import io.lakecheck.partition.Span;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** 2026-01-05 is a Monday. */
class LookbackSearchTest {

    private final TestHistory past = TestHistory.daily("2026-01-05");

    @Test
    void finds_the_nearest_that_have_a_value() {
        past.steady(10, 1000).without(2).back(3, 0);

        assertThat(days(past, Rhythm.EVERY, 3)).containsExactly("2026-01-04", "2026-01-01", "2025-12-31");
    }

    @Test
    void looks_at_twice_as_many_as_are_wanted_and_no_further() {
        past.back(6, 1000).back(7, 1000);

        assertThat(days(past, Rhythm.EVERY, 3)).containsExactly("2025-12-30");
    }

    @Test
    void goes_by_weekday_where_it_is_told_to() {
        past.steady(40, 1000);

        assertThat(days(past, Rhythm.SAME_WEEKDAY, 2)).containsExactly("2025-12-29", "2025-12-22");
    }

    @Test
    void days_that_the_calendar_does_not_expect_are_passed_over_and_not_counted() {
        TestHistory weekdays = TestHistory.of(
                        Datasets.expected(
                                new Calendar(
                                        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                                        Set.of(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-01-02"))),
                                DeltaCheck.DEFAULT),
                        LocalDateTime.parse("2026-01-05T00:00"))
                .steady(10, 1000)
                .without(5)
                .without(6);

        assertThat(days(weekdays, Rhythm.EVERY, 1))
                .as("two looks: one absent, and the one behind it")
                .isEmpty();
        assertThat(days(weekdays.back(6, 1000), Rhythm.EVERY, 1)).containsExactly("2025-12-30");
    }

    @Test
    void gives_up_where_the_calendar_expects_nothing_for_more_than_a_year() {
        TestHistory only = TestHistory.of(
                        Datasets.expected(
                                new Calendar(
                                        EnumSet.allOf(DayOfWeek.class),
                                        Set.copyOf(LocalDate.parse("2024-11-01")
                                                .datesUntil(LocalDate.parse("2026-01-05"))
                                                .toList())),
                                DeltaCheck.DEFAULT),
                        LocalDateTime.parse("2026-01-05T00:00"))
                .steady(500, 1000);

        assertThat(days(only, Rhythm.EVERY, 3)).isEmpty();
    }

    @Test
    void an_hour_is_sought_for_a_week_at_least() {
        TestHistory office = TestHistory.of("s3://refined/kpi/dt={date}/hour={HH}/", "2026-01-05T09:00");
        IntStream.rangeClosed(164, 168).forEach(hour -> office.back(hour, 1000));

        assertThat(days(office, Rhythm.EVERY, 5)).hasSize(5).endsWith("2025-12-29T09:00");

        TestHistory idle = TestHistory.of("s3://refined/kpi/dt={date}/hour={HH}/", "2026-01-05T09:00")
                .back(169, 1000);
        assertThat(days(idle, Rhythm.EVERY, 5)).isEmpty();
    }

    @Test
    void what_nobody_has_looked_at_counts_where_it_is_presumed_good() {
        past.steady(10, 1000).unseen(1).unseen(2);

        assertThat(days(past, Rhythm.EVERY, 2)).containsExactly("2026-01-04", "2026-01-03");
    }

    @Test
    void where_it_may_be_either_the_search_goes_on_to_what_is_sure_and_says_no_more_than_was_wanted() {
        past.steady(10, 1000).unseen(1).unseen(3).unseen(4).unseen(5);
        LogSeries series = past.series(Assumption.OPEN);

        List<Span> found = LookbackSearch.of(past.span(), Rhythm.EVERY, 2, series, series::at, series::isSure);

        assertThat(found).containsExactly(past.back(1), past.back(2));
        assertThat(series.missing())
                .as("four looks: one of them sure")
                .extracting(Partition::label)
                .containsExactlyInAnyOrder("dt=2026-01-04", "dt=2026-01-02", "dt=2026-01-01");
    }

    private static List<String> days(TestHistory past, Rhythm rhythm, int wanted) {
        LogSeries series = past.series();
        return LookbackSearch.of(past.span(), rhythm, wanted, series, series::at, series::isSure).stream()
                .map(span -> span.period() == Period.HOUR
                        ? span.from().toString()
                        : span.from().toLocalDate().toString())
                .toList();
    }
}
