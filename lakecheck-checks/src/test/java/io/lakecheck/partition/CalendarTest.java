// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakecheck.Datasets;
import io.lakecheck.DeltaCheck;
import io.lakecheck.Outcome;
import io.lakecheck.Verdict;
import io.lakecheck.baseline.Exclusion;
import io.lakecheck.baseline.SampleBaseline;
import io.lakecheck.baseline.TestDays;
import io.lakecheck.baseline.Tolerance;
import io.lakecheck.lake.MemoryLake;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Tests calendars. 2026-01-02 is a Friday. */
class CalendarTest {

    private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final DeltaCheck HALF =
            DeltaCheck.of(SampleBaseline.PREVIOUS, Tolerance.of(TestDays.percent(50), Optional.empty()));

    @Test
    void an_expired_calendar_turns_passed_into_warned() {
        Verdict verdict = judge(through("2026-01-01"), 10);

        assertThat(verdict.outcome()).isEqualTo(Outcome.WARNED);
        assertThat(verdict.reason()).contains("calendar", "2026-01-01");
    }

    @Test
    void a_calendar_is_valid_on_its_last_day() {
        assertThat(judge(through("2026-01-02"), 10).outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void an_expired_calendar_is_reported_with_a_failure() {
        Verdict verdict = judge(through("2026-01-01"), 1);

        assertThat(verdict.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(verdict.measured()).isEqualTo("1 B in 1 object");
        assertThat(verdict.reason()).contains("calendar", "2026-01-01");
    }

    @Test
    void an_expired_calendar_turns_skipped_into_warned() {
        assertThat(TestDays.daily()
                        .on(through("2026-01-01"))
                        .with("2026-01-02", 100)
                        .judge(HALF, "2026-01-02")
                        .outcome())
                .isEqualTo(Outcome.WARNED);
    }

    @Test
    void a_day_off_is_skipped_even_if_the_calendar_has_expired() {
        assertThat(judged("2026-01-03", through("2026-01-01")))
                .startsWith("SKIPPED: ")
                .contains("outside the calendar");
    }

    @Test
    void holidays_and_days_off_are_skipped() {
        Calendar newYear = new Calendar(WEEKDAYS, Set.of(LocalDate.parse("2026-01-01")));

        assertThat(judged("2026-01-01", newYear)).startsWith("SKIPPED: ").contains("holiday or exception date");
        assertThat(judged("2026-01-03", newYear)).startsWith("SKIPPED: ").contains("outside the calendar");
        assertThat(judged("2026-01-02", newYear)).startsWith("FAILED: ");
    }

    @Test
    void previous_is_the_last_business_day() {
        MemoryLake lake = new MemoryLake()
                .put("s3://refined/kpi/dt=2026-01-02/part-0", 10, "2026-01-03T03:00:00Z")
                .put("s3://refined/kpi/dt=2026-01-01/part-0", 9999, "2026-01-02T03:00:00Z")
                .put("s3://refined/kpi/dt=2025-12-31/part-0", 10, "2026-01-01T03:00:00Z");
        Calendar calendar = new Calendar(WEEKDAYS, Set.of(LocalDate.parse("2026-01-01")));

        Verdict verdict = Datasets.judge(lake, Datasets.DUE_AT, Datasets.expected(calendar, HALF));

        assertThat(verdict.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(verdict.reason())
                .isEqualTo("previous: dt=2025-12-31; excluded: dt=2026-01-01 (a holiday or exception date)");
    }

    @Test
    void previous_skips_the_easter_weekend() {
        Calendar easter = new Calendar(WEEKDAYS, Set.of(LocalDate.parse("2026-04-03"), LocalDate.parse("2026-04-06")));
        TestDays days = TestDays.daily()
                .on(easter)
                .each("2026-04-03", "2026-04-06", 9999)
                .with("2026-04-02", 100)
                .with("2026-04-07", 100);

        assertThat(days.judge(HALF, "2026-04-07").reason())
                .isEqualTo("previous: dt=2026-04-02; excluded: dt=2026-04-06 (a holiday or exception date),"
                        + " dt=2026-04-05 (outside the calendar), dt=2026-04-04 (outside the calendar),"
                        + " dt=2026-04-03 (a holiday or exception date)");
    }

    @Test
    void previous_skips_a_month_of_holidays() {
        Set<LocalDate> august = LocalDate.parse("2026-08-01")
                .datesUntil(LocalDate.parse("2026-09-01"))
                .collect(Collectors.toSet());
        TestDays days = TestDays.daily()
                .on(new Calendar(WEEKDAYS, august))
                .with("2026-07-31", 100)
                .with("2026-09-01", 100);

        assertThat(days.judge(HALF, "2026-09-01").reason()).startsWith("previous: dt=2026-07-31; excluded: ");
    }

    @Test
    void previous_of_a_listed_date_is_the_listed_date_before() {
        Calendar only = new Calendar(
                Calendar.EVERY_DAY.days().weekdays(),
                Set.of(),
                Set.of(LocalDate.parse("2026-01-05"), LocalDate.parse("2026-02-05")),
                Optional.empty());
        TestDays days = TestDays.daily()
                .on(only)
                .with("2026-01-05", 100)
                .with("2026-02-04", 9999)
                .with("2026-02-05", 100);

        assertThat(days.judge(HALF, "2026-02-05").reason())
                .startsWith("previous: dt=2026-01-05;")
                .doesNotContain("excluded");
    }

    @Test
    void an_hour_of_a_holiday_is_left_out() {
        Calendar newYear = new Calendar(WEEKDAYS, Set.of(LocalDate.parse("2026-01-01")));
        LocalDateTime midnight = LocalDateTime.parse("2026-01-02T00:00");
        TestDays hours = TestDays.of("s3://refined/kpi/{yyyy-MM-dd-HH}/")
                .on(newYear)
                .with(midnight, 100)
                .with(midnight.minusHours(1), 9999)
                .with(midnight.minusHours(25), 100);

        assertThat(hours.judge(HALF, midnight).reason())
                .startsWith(
                        "previous: 2025-12-31-23; excluded: 2026-01-01-00 to 2026-01-01-23 (a holiday or exception date)");
    }

    @Test
    void dates_that_are_not_listed_are_outside_the_calendar() {
        Calendar calendar = new Calendar(WEEKDAYS, Set.of(), Set.of(LocalDate.parse("2026-01-05")), Optional.empty());

        assertThat(Exclusion.by(calendar, span("2026-01-02"))).contains(Exclusion.OUTSIDE_CALENDAR);
        assertThat(Exclusion.by(calendar, span("2026-01-05"))).isEmpty();
    }

    @Test
    void a_week_or_month_is_expected_if_one_of_its_days_is() {
        LocalDateTime monday = LocalDateTime.parse("2026-01-05T00:00");
        Calendar holidays =
                new Calendar(WEEKDAYS, Set.of(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-01-05")));
        Calendar fridays = new Calendar(Set.of(DayOfWeek.FRIDAY), Set.of());
        Calendar thatDay = new Calendar(WEEKDAYS, Set.of(), Set.of(LocalDate.parse("2026-01-08")), Optional.empty());

        assertThat(List.of(holidays, fridays, thatDay))
                .allSatisfy(calendar ->
                        assertThat(calendar.expects(span(Period.WEEK, monday))).isTrue());
        assertThat(List.of(holidays, fridays, thatDay)).allSatisfy(calendar -> assertThat(
                        calendar.expects(span(Period.MONTH, LocalDateTime.parse("2026-01-01T00:00"))))
                .isTrue());
        assertThat(Exclusion.by(thatDay, span(Period.WEEK, monday.plusWeeks(1))))
                .contains(Exclusion.OUTSIDE_CALENDAR);
        assertThat(Exclusion.by(thatDay, span(Period.MONTH, LocalDateTime.parse("2026-02-01T00:00"))))
                .contains(Exclusion.OUTSIDE_CALENDAR);
    }

    @Test
    void a_week_of_holidays_is_excepted() {
        LocalDateTime monday = LocalDateTime.parse("2026-01-05T00:00");
        Set<LocalDate> workingDays =
                monday.toLocalDate().datesUntil(LocalDate.parse("2026-01-10")).collect(Collectors.toSet());

        assertThat(Exclusion.by(new Calendar(WEEKDAYS, workingDays), span(Period.WEEK, monday)))
                .contains(Exclusion.EXCEPTED);
        assertThat(Exclusion.by(
                        new Calendar(Calendar.EVERY_DAY.days().weekdays(), workingDays), span(Period.WEEK, monday)))
                .isEmpty();
    }

    @Test
    void rejects_a_calendar_without_weekdays() {
        assertThatThrownBy(() -> new Calendar(Set.of(), Set.of())).hasMessageContaining("the calendar has no days");
    }

    private static Calendar through(String last) {
        return new Calendar(WEEKDAYS, Set.of(), Set.of(), Optional.of(LocalDate.parse(last)));
    }

    private static Verdict judge(Calendar calendar, long bytes) {
        MemoryLake lake = new MemoryLake().put("s3://refined/kpi/dt=2026-01-02/part-0", bytes, "2026-01-03T03:00:00Z");
        return Datasets.judge(lake, Datasets.DUE_AT, Datasets.expected(calendar, Datasets.atLeast(5)));
    }

    /** Returns the outcome and the text of the verdict on an absent day. */
    private static String judged(String date, Calendar calendar) {
        Verdict verdict = TestDays.daily().on(calendar).judge(Datasets.atLeast(5), date);
        return verdict.outcome() + ": " + verdict.text();
    }

    private static Span span(String date) {
        return span(Period.DAY, LocalDate.parse(date).atStartOfDay());
    }

    private static Span span(Period period, LocalDateTime from) {
        return new Span(period, from, ZoneOffset.UTC, Duration.ZERO);
    }
}
