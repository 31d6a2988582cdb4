// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** 2026-01-02 is a Friday. */
class CalendarTest {

    private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    @Test
    void an_expired_calendar_warns_of_what_passes() {
        Verdict verdict = judge(through("2026-01-01"), 10);

        assertThat(verdict.outcome()).isEqualTo(Outcome.WARNED);
        assertThat(verdict.why())
                .isEqualTo(
                        "its calendar is valid through 2026-01-01: later holidays are not known; bring it up to date");
    }

    @Test
    void the_last_day_through_which_it_is_valid_is_still_known() {
        assertThat(judge(through("2026-01-02"), 10).outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void an_expired_calendar_makes_nothing_better() {
        assertThat(judge(through("2026-01-01"), 1).outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void previous_is_the_last_business_day() {
        MemoryLake lake = new MemoryLake()
                .put("s3://refined/kpi/dt=2026-01-02/part-0", 10, "2026-01-03T03:00:00Z")
                .put("s3://refined/kpi/dt=2026-01-01/part-0", 9999, "2026-01-02T03:00:00Z")
                .put("s3://refined/kpi/dt=2025-12-31/part-0", 10, "2026-01-01T03:00:00Z");
        Calendar calendar = new Calendar(WEEKDAYS, Set.of(LocalDate.parse("2026-01-01")));
        Delta half = Delta.of(Sample.PREVIOUS, Tolerance.of(Days.percent(50), Optional.empty()));

        Verdict verdict = Datasets.judge(lake, Datasets.DUE_AT, Datasets.expected(calendar, half));

        assertThat(verdict.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(verdict.why()).isEqualTo("previous: dt=2025-12-31; left out dt=2026-01-01 (in except)");
    }

    @Test
    void a_date_that_is_not_among_the_only_ones_is_not_judged() {
        Calendar calendar = new Calendar(WEEKDAYS, Set.of(), Set.of(LocalDate.parse("2026-01-05")), Optional.empty());

        assertThat(calendar.excludes(span("2026-01-02"))).contains("outside the calendar");
        assertThat(calendar.excludes(span("2026-01-05"))).isEmpty();
    }

    private static Calendar through(String last) {
        return new Calendar(WEEKDAYS, Set.of(), Set.of(), Optional.of(LocalDate.parse(last)));
    }

    private static Verdict judge(Calendar calendar, long bytes) {
        MemoryLake lake = new MemoryLake().put("s3://refined/kpi/dt=2026-01-02/part-0", bytes, "2026-01-03T03:00:00Z");
        return Datasets.judge(lake, Datasets.DUE_AT, Datasets.expected(calendar, Datasets.atLeast(5)));
    }

    private static Span span(String date) {
        return Datasets.daily(Datasets.atLeast(1)).partition(date).span().orElseThrow();
    }
}
