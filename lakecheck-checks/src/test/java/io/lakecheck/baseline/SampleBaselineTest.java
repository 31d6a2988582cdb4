// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakecheck.DeltaCheck;
import io.lakecheck.DeltaPolicies;
import io.lakecheck.Figure;
import io.lakecheck.Outcome;
import io.lakecheck.RecencyCheck;
import io.lakecheck.Severity;
import io.lakecheck.SizeCheck;
import io.lakecheck.Verdict;
import io.lakecheck.lake.KeyRange;
import io.lakecheck.partition.Calendar;
import io.lakecheck.partition.Rhythm;
import io.lakecheck.value.Limits;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests which partitions sample baselines use, which ones they exclude, and why. 2026-01-05 is a Monday. */
class SampleBaselineTest {

    private static final Tolerance A_THIRD = Tolerance.of(TestDays.percent(33), TestDays.percent(33));

    private static final RecencyCheck SEALED = new RecencyCheck(
            Optional.of("_SUCCESS"), true, Duration.ZERO, Severity.WARN, Optional.empty(), Severity.FAIL);

    private static final SizeCheck AT_LEAST_50 = new SizeCheck(
            new Limits(OptionalLong.of(50), OptionalLong.empty()), Limits.NONE, Limits.NONE, Severity.FAIL);

    @Test
    void a_day_with_only_empty_objects_is_left_out() {
        TestDays days =
                TestDays.daily().with("2026-01-03", 100).with("2026-01-04", 0).with("2026-01-05", 50);

        assertThat(against(SampleBaseline.PREVIOUS, days).text())
                .contains("-50 % (50 B compared with 100 B)", "previous: dt=2026-01-03; excluded: dt=2026-01-04 (");
        assertThat(against(new SampleBaseline(Rhythm.EVERY, 2, Statistic.MEAN), days.with("2026-01-02", 100))
                        .reason())
                .startsWith("mean of 2: dt=2026-01-03, dt=2026-01-02; excluded: dt=2026-01-04 (");
    }

    @Test
    void the_typical_deviation_of_equal_days_is_three_percent() {
        TestDays days = TestDays.daily().each("2025-12-29", "2026-01-04", 1_000_000);
        DeltaCheck median = DeltaCheck.of(new SampleBaseline(Rhythm.EVERY, 7, Statistic.MEDIAN), deviation("3"));

        assertThat(days.with("2026-01-05", 1_000_001)
                        .judge(median, "2026-01-05")
                        .outcome())
                .isEqualTo(Outcome.PASSED);
        assertThat(days.with("2026-01-05", 1_090_000)
                        .judge(median, "2026-01-05")
                        .outcome())
                .isEqualTo(Outcome.PASSED);
        assertThat(days.with("2026-01-05", 1_090_001)
                        .judge(median, "2026-01-05")
                        .outcome())
                .isEqualTo(Outcome.FAILED);
    }

    @Test
    void a_single_listed_date_has_no_history() {
        Calendar once = new Calendar(
                EnumSet.allOf(DayOfWeek.class), Set.of(), Set.of(LocalDate.parse("2026-01-05")), Optional.empty());
        TestDays days = TestDays.daily().on(once).each("2025-12-29", "2026-01-05", 100);

        assertThat(against(SampleBaseline.PREVIOUS, days).text())
                .contains("no usable earlier partitions; at least 1 is required")
                .doesNotContain("outside the calendar");
    }

    @Test
    void a_small_change_shows_in_the_sizes() {
        TestDays bytes = TestDays.daily().with("2026-01-04", 1_000_000).with("2026-01-05", 1_000_400);

        assertThat(against(SampleBaseline.PREVIOUS, bytes).measured())
                .isEqualTo("+0.04 % (1.0004 MB compared with 1 MB)");
    }

    @Test
    void previous_is_the_day_before() {
        TestDays days =
                TestDays.daily().with("2026-01-04", 100).with("2026-01-03", 1).with("2026-01-05", 100);

        assertThat(against(SampleBaseline.PREVIOUS, days).text())
                .contains("0 % (100 B compared with 100 B)", "-33 % to +33 %", "previous: dt=2026-01-04");
    }

    @Test
    void same_weekday_is_the_day_a_week_before() {
        TestDays days =
                TestDays.daily().with("2026-01-04", 1).with("2025-12-29", 100).with("2026-01-05", 100);

        assertThat(against(SampleBaseline.SAME_WEEKDAY, days).reason()).isEqualTo("same weekday: dt=2025-12-29");
    }

    @Test
    void same_day_of_month_is_the_day_a_month_before() {
        TestDays days =
                TestDays.daily().with("2025-12-05", 100).with("2025-12-29", 1).with("2026-01-05", 100);

        assertThat(against(SampleBaseline.SAME_DAY_OF_MONTH, days).reason())
                .isEqualTo("same day of month: dt=2025-12-05");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-30, 2026-01-30, months without that day are skipped",
        "2026-03-28, 2026-01-28, a last day is not comparable with others",
        "2026-03-31, 2026-02-28, a last day is comparable with the last day of a short month",
        "2026-02-28, 2026-01-31, the last day of a short month",
        "2026-04-30, 2026-03-31, the last day after a longer month"
    })
    void same_day_of_month_is_the_last_day_for_a_last_day(String day, String same, String reason) {
        TestDays days = TestDays.daily();
        for (LocalDate each = LocalDate.parse("2026-01-25");
                !each.isAfter(LocalDate.parse(day));
                each = each.plusDays(1)) {
            days = days.with(each.toString(), 100);
        }

        assertThat(days.judge(DeltaCheck.of(SampleBaseline.SAME_DAY_OF_MONTH, A_THIRD), day)
                        .reason())
                .as(reason)
                .isEqualTo("same day of month: dt=" + same);
    }

    @Test
    void mean_and_median_use_the_last_n_days() {
        TestDays days = TestDays.daily()
                .with("2026-01-01", 9_999)
                .with("2026-01-02", 900)
                .with("2026-01-03", 100)
                .with("2026-01-04", 200)
                .with("2026-01-05", 200);

        assertThat(against(new SampleBaseline(Rhythm.EVERY, 3, Statistic.MEAN), days)
                        .figures())
                .containsEntry(Figure.BASELINE, BigDecimal.valueOf(400));
        assertThat(against(new SampleBaseline(Rhythm.EVERY, 3, Statistic.MEDIAN), days)
                        .figures())
                .containsEntry(Figure.BASELINE, BigDecimal.valueOf(200));
    }

    @Test
    void median_of_same_weekdays_uses_only_those() {
        TestDays days = TestDays.daily()
                .each("2025-12-01", "2026-01-04", 1)
                .with("2025-12-15", 90)
                .with("2025-12-22", 100)
                .with("2025-12-29", 400)
                .with("2026-01-05", 100);

        Verdict verdict = against(new SampleBaseline(Rhythm.SAME_WEEKDAY, 3, Statistic.MEDIAN), days);

        assertThat(verdict.reason()).isEqualTo("median of 3 same-weekday: dt=2025-12-29, dt=2025-12-22, dt=2025-12-15");
        assertThat(verdict.figures()).containsEntry(Figure.BASELINE, BigDecimal.valueOf(100));
    }

    @Test
    void same_weekday_of_an_hourly_dataset_is_also_the_same_hour() {
        LocalDateTime monday = LocalDateTime.parse("2026-01-05T14:00");
        TestDays days = TestDays.of("s3://refined/kpi/{yyyy-MM-dd-HH}/")
                .with(monday.minusHours(1), 1)
                .with(monday.minusWeeks(1), 100)
                .with(monday, 100);

        assertThat(days.judge(DeltaCheck.of(SampleBaseline.SAME_WEEKDAY, A_THIRD), monday)
                        .reason())
                .isEqualTo("same weekday: 2025-12-29-14");
    }

    @Test
    void same_weekday_includes_all_months() {
        LocalDateTime january = LocalDateTime.parse("2026-01-01T00:00");
        TestDays months = TestDays.of("s3://refined/kpi/{yyyy-MM}/")
                .with(january.minusMonths(1), 100)
                .with(january, 100);

        assertThat(months.judge(DeltaCheck.of(SampleBaseline.SAME_WEEKDAY, A_THIRD), january)
                        .reason())
                .isEqualTo("same weekday: 2025-12");
    }

    @Test
    void a_day_after_a_bad_day_is_compared_with_the_last_good_one() {
        TestDays days = TestDays.daily()
                .checkedBy(AT_LEAST_50)
                .with("2026-01-02", 100)
                .with("2026-01-03", 7)
                .with("2026-01-05", 100);

        assertThat(against(SampleBaseline.PREVIOUS, days).reason())
                .isEqualTo("previous: dt=2026-01-02;"
                        + " excluded: dt=2026-01-04 (absent), dt=2026-01-03 (outside the size limits)");
    }

    @Test
    void leaves_out_partitions_with_only_a_marker() {
        TestDays days = TestDays.daily()
                .checkedBy(SEALED)
                .with("2026-01-03", 100)
                .sealed("2026-01-03")
                .sealed("2026-01-04")
                .with("2026-01-05", 100)
                .sealed("2026-01-05");

        assertThat(against(SampleBaseline.PREVIOUS, days).reason()).endsWith("excluded: dt=2026-01-04 (empty)");
    }

    @Test
    void leaves_out_partitions_without_a_marker() {
        TestDays days = TestDays.daily()
                .checkedBy(SEALED)
                .with("2026-01-03", 100)
                .sealed("2026-01-03")
                .with("2026-01-04", 100)
                .with("2026-01-05", 100)
                .sealed("2026-01-05");

        assertThat(against(SampleBaseline.PREVIOUS, days).reason()).endsWith("excluded: dt=2026-01-04 (no marker)");
    }

    @Test
    void leaves_out_partitions_that_changed_after_their_marker() {
        TestDays days = TestDays.daily()
                .checkedBy(SEALED)
                .with("2026-01-03", 100)
                .sealed("2026-01-03")
                .with("2026-01-04", 100)
                .sealed("2026-01-04")
                .with("2026-01-05", 100)
                .sealed("2026-01-05");
        days.lake().put("s3://refined/kpi/dt=2026-01-04/part-1", 10, "2026-01-07T00:00:00Z");

        assertThat(against(SampleBaseline.PREVIOUS, days).reason())
                .endsWith("excluded: dt=2026-01-04 (changed after its marker)");
    }

    @Test
    void a_monday_of_a_weekday_dataset_is_compared_with_friday() {
        Calendar weekdays = new Calendar(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), Set.of());
        TestDays days = TestDays.daily()
                .on(weekdays)
                .with("2026-01-02", 100)
                .with("2026-01-04", 1)
                .with("2026-01-05", 100);

        assertThat(against(SampleBaseline.PREVIOUS, days).reason())
                .isEqualTo("previous: dt=2026-01-02; excluded: dt=2026-01-04 (outside the calendar),"
                        + " dt=2026-01-03 (outside the calendar)");
        assertThat(days.lake().listedRanges()).extracting(KeyRange::prefix).doesNotContain("dt=2026-01-04/");
    }

    @Test
    void leaves_out_holidays() {
        Calendar holidays = new Calendar(EnumSet.allOf(DayOfWeek.class), Set.of(LocalDate.parse("2026-01-04")));
        TestDays days = TestDays.daily()
                .on(holidays)
                .with("2026-01-03", 100)
                .with("2026-01-04", 1)
                .with("2026-01-05", 100);

        assertThat(against(SampleBaseline.PREVIOUS, days).reason())
                .isEqualTo("previous: dt=2026-01-03; excluded: dt=2026-01-04 (a holiday or exception date)");
    }

    @Test
    void searches_seven_periods_or_twice_the_sample_by_default() {
        TestDays week = TestDays.daily().with("2025-12-29", 100).with("2026-01-05", 100);
        TestDays longer = TestDays.daily().with("2025-12-28", 100).with("2026-01-05", 100);
        SampleBaseline four = new SampleBaseline(Rhythm.EVERY, 4, Statistic.MEDIAN);

        assertThat(against(SampleBaseline.PREVIOUS, week).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(against(SampleBaseline.PREVIOUS, longer).outcome()).isEqualTo(Outcome.SKIPPED);
        assertThat(against(four, longer).outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void lookback_replaces_the_default_search() {
        TestDays days = TestDays.daily().with("2026-01-02", 100).with("2026-01-05", 100);

        assertThat(days.judge(lookback(3), "2026-01-05").outcome()).isEqualTo(Outcome.PASSED);
        assertThat(days.judge(lookback(2), "2026-01-05").outcome()).isEqualTo(Outcome.SKIPPED);
    }

    @Test
    void the_checked_partition_is_never_in_its_own_baseline() {
        TestDays days = TestDays.daily().with("2026-01-05", 100);

        Verdict verdict = against(SampleBaseline.PREVIOUS, days);

        assertThat(verdict.outcome()).isEqualTo(Outcome.SKIPPED);
        assertThat(verdict.history())
                .extracting(entry -> entry.partition().label())
                .doesNotContain("dt=2026-01-05");
    }

    @Test
    void changes_below_at_least_pass() {
        TestDays days = TestDays.daily().with("2026-01-04", 100).with("2026-01-05", 10);
        DeltaCheck small = DeltaCheck.of(
                SampleBaseline.PREVIOUS, new Tolerance(TestDays.percent(33), Optional.empty(), Optional.empty(), 91));
        DeltaCheck enough = DeltaCheck.of(
                SampleBaseline.PREVIOUS, new Tolerance(TestDays.percent(33), Optional.empty(), Optional.empty(), 90));

        assertThat(days.judge(small, "2026-01-05").text())
                .contains("-90 % (10 B compared with 100 B)", "-33 %", "91 B");
        assertThat(days.judge(small, "2026-01-05").outcome()).isEqualTo(Outcome.PASSED);
        assertThat(days.judge(enough, "2026-01-05").outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void deviation_is_measured_in_median_distances_from_the_median() {
        // The median is 100 and the median distance from it is 10, so the typical deviation is 14.826.
        TestDays days = TestDays.daily()
                .with("2025-12-31", 80)
                .with("2026-01-01", 90)
                .with("2026-01-02", 100)
                .with("2026-01-03", 110)
                .with("2026-01-04", 9_000);
        DeltaCheck three = DeltaCheck.of(new SampleBaseline(Rhythm.EVERY, 5, Statistic.MEDIAN), deviation("3"));

        assertThat(days.with("2026-01-05", 144).judge(three, "2026-01-05").text())
                .contains("+44 % (144 B compared with 100 B, 2.9 times", "at most 3 times", "median of 5: ");
        assertThat(days.with("2026-01-05", 145).judge(three, "2026-01-05").outcome())
                .isEqualTo(Outcome.FAILED);
        assertThat(days.with("2026-01-05", 56).judge(three, "2026-01-05").outcome())
                .isEqualTo(Outcome.PASSED);
        assertThat(days.with("2026-01-05", 55).judge(three, "2026-01-05").outcome())
                .isEqualTo(Outcome.FAILED);
    }

    @Test
    void deviation_and_drop_must_both_hold() {
        TestDays days = TestDays.daily()
                .with("2025-12-31", 80)
                .with("2026-01-01", 90)
                .with("2026-01-02", 100)
                .with("2026-01-03", 110)
                .with("2026-01-04", 120)
                .with("2026-01-05", 75);
        SampleBaseline median = new SampleBaseline(Rhythm.EVERY, 5, Statistic.MEDIAN);
        Tolerance both = new Tolerance(TestDays.percent(20), Optional.empty(), Optional.of(BigDecimal.valueOf(3)), 0);

        assertThat(days.judge(DeltaCheck.of(median, deviation("3")), "2026-01-05")
                        .outcome())
                .isEqualTo(Outcome.PASSED);
        assertThat(days.judge(DeltaCheck.of(median, both), "2026-01-05").outcome())
                .isEqualTo(Outcome.FAILED);
    }

    @Test
    void deviation_needs_five_partitions_unless_history_is_set() {
        TestDays days = TestDays.daily().each("2026-01-01", "2026-01-04", 100).with("2026-01-05", 100);
        SampleBaseline median = new SampleBaseline(Rhythm.EVERY, 10, Statistic.MEDIAN);
        DeltaCheck four = new DeltaCheck(
                median,
                deviation("3"),
                Volume.BYTES,
                OptionalInt.of(4),
                OptionalInt.empty(),
                DeltaPolicies.DEFAULT,
                Severity.FAIL);

        assertThat(days.judge(DeltaCheck.of(median, deviation("3")), "2026-01-05")
                        .outcome())
                .isEqualTo(Outcome.SKIPPED);
        assertThat(days.judge(four, "2026-01-05").outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void deviation_requires_a_median() {
        assertThatThrownBy(() -> DeltaCheck.of(SampleBaseline.PREVIOUS, deviation("3")))
                .hasMessageContaining("previous");
        assertThatThrownBy(() -> DeltaCheck.of(new SampleBaseline(Rhythm.EVERY, 3, Statistic.MEAN), deviation("3")))
                .hasMessageContaining("mean of 3");
    }

    @Test
    void can_compare_objects_instead_of_bytes() {
        TestDays days = TestDays.daily().with("2026-01-04", 100).with("2026-01-05", 1);
        DeltaCheck objects = new DeltaCheck(
                SampleBaseline.PREVIOUS,
                A_THIRD,
                Volume.OBJECTS,
                OptionalInt.empty(),
                OptionalInt.empty(),
                DeltaPolicies.DEFAULT,
                Severity.FAIL);

        assertThat(days.judge(objects, "2026-01-05").measured()).isEqualTo("0 % (1 object compared with 1 object)");
    }

    @Test
    void prints_the_baseline_as_written_in_a_suite() {
        assertThat(SampleBaseline.PREVIOUS).hasToString("previous");
        assertThat(SampleBaseline.SAME_WEEKDAY).hasToString("same weekday");
        assertThat(SampleBaseline.SAME_DAY_OF_MONTH).hasToString("same day of month");
        assertThat(new SampleBaseline(Rhythm.EVERY, 4, Statistic.MEAN)).hasToString("mean of 4");
        assertThat(new SampleBaseline(Rhythm.SAME_WEEKDAY, 4, Statistic.MEDIAN))
                .hasToString("median of 4 same-weekday");
    }

    private static Verdict against(SampleBaseline sample, TestDays days) {
        return days.judge(DeltaCheck.of(sample, A_THIRD), "2026-01-05");
    }

    private static Tolerance deviation(String times) {
        return new Tolerance(Optional.empty(), Optional.empty(), Optional.of(new BigDecimal(times)), 0);
    }

    private static DeltaCheck lookback(int periods) {
        return new DeltaCheck(
                SampleBaseline.PREVIOUS,
                A_THIRD,
                Volume.BYTES,
                OptionalInt.empty(),
                OptionalInt.of(periods),
                DeltaPolicies.DEFAULT,
                Severity.FAIL);
    }
}
