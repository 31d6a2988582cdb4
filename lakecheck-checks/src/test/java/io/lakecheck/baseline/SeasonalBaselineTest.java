// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Dataset;
import io.lakecheck.Datasets;
import io.lakecheck.DeltaCheck;
import io.lakecheck.DeltaPolicies;
import io.lakecheck.Figure;
import io.lakecheck.Outcome;
import io.lakecheck.Severity;
import io.lakecheck.Suite;
import io.lakecheck.Verdict;
import io.lakecheck.lake.MemoryLake;
import io.lakecheck.lake.ObjectFilter;
import io.lakecheck.partition.Calendar;
import io.lakecheck.partition.Location;
import io.lakecheck.partition.Schedule;
import io.lakecheck.survey.Lakecheck;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is usual, from whole days. 2026-01-05 is a Monday. */
class SeasonalBaselineTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-01-05");

    @Test
    void hears_a_file_less_or_more_where_there_are_few() {
        assertThat(ofThreeFiles(3).text()).isEqualTo("3 objects, usual for a Monday is 3 objects (6 Mondays)");
        assertThat(ofThreeFiles(3).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(ofThreeFiles(2).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(ofThreeFiles(4).outcome()).isEqualTo(Outcome.FAILED);
    }

    private static Verdict ofThreeFiles(int today) {
        TestDays days = TestDays.daily();
        for (int back = 1; back <= 140; back++) {
            days.with(MONDAY.minusDays(back).toString(), 3, 10);
        }
        DeltaCheck objects = new DeltaCheck(
                new SeasonalBaseline(),
                Tolerance.DEFAULT,
                Volume.OBJECTS,
                OptionalInt.empty(),
                OptionalInt.empty(),
                DeltaPolicies.DEFAULT,
                Severity.FAIL);
        return days.with(MONDAY.toString(), today, 10).judge(objects, MONDAY.toString());
    }

    @Test
    void is_the_default_and_allows_twice_the_usual_spread() {
        assertThat(DeltaCheck.DEFAULT.against())
                .isEqualTo(new SeasonalBaseline())
                .hasToString("usual");
        assertThat(SeasonalBaseline.DEFAULT_DEVIATION).isEqualTo(BigDecimal.valueOf(2));
    }

    @Test
    void names_the_band_and_what_it_comes_from() {
        TestDays days = weeks(20, MONDAY);

        assertThat(days.judge(DeltaCheck.DEFAULT, "2026-01-05").text())
                .isEqualTo("275 MB, usual for a Monday is 259 to 292 MB (6 Mondays)");
        assertThat(days.with("2026-01-05", 187_000_000)
                        .judge(DeltaCheck.DEFAULT, "2026-01-05")
                        .text())
                .isEqualTo("187 MB, usual for a Monday is 259 to 292 MB (6 Mondays)");
    }

    @Test
    void rings_outside_the_band_and_nowhere_else() {
        assertThat(judged(259_000_000)).isEqualTo(Outcome.PASSED);
        assertThat(judged(258_999_999)).isEqualTo(Outcome.FAILED);
        assertThat(judged(292_000_000)).isEqualTo(Outcome.PASSED);
        assertThat(judged(292_000_001)).isEqualTo(Outcome.FAILED);
    }

    @Test
    void never_rounds_onto_the_band() {
        assertThat(weeks(20, MONDAY)
                        .with("2026-01-05", 258_999_999)
                        .judge(DeltaCheck.DEFAULT, "2026-01-05")
                        .measured())
                .isEqualTo("258.9 MB");
    }

    @Test
    void the_judged_partition_is_never_part_of_what_is_usual() {
        Verdict small = weeks(20, MONDAY).with("2026-01-05", 1).judge(DeltaCheck.DEFAULT, "2026-01-05");
        Verdict large =
                weeks(20, MONDAY).with("2026-01-05", 1_000_000_000_000L).judge(DeltaCheck.DEFAULT, "2026-01-05");

        assertThat(small.expected())
                .isEqualTo(large.expected())
                .isEqualTo("usual for a Monday is 259 to 292 MB (6 Mondays)");
        assertThat(large.history())
                .extracting(precedent -> precedent.partition().label())
                .isNotEmpty()
                .doesNotContain("dt=2026-01-05");
    }

    @Test
    void a_smaller_deviation_hears_more() {
        Tolerance strict = new Tolerance(Optional.empty(), Optional.empty(), Optional.of(new BigDecimal("1.4")), 0);
        TestDays days = weeks(20, MONDAY).with("2026-01-05", 262_000_000);

        assertThat(days.judge(DeltaCheck.DEFAULT, "2026-01-05").outcome()).isEqualTo(Outcome.PASSED);
        assertThat(days.judge(DeltaCheck.of(new SeasonalBaseline(), strict), "2026-01-05")
                        .outcome())
                .isEqualTo(Outcome.FAILED);
    }

    @Test
    void tells_the_numbers_behind_the_words() {
        Verdict verdict = weeks(20, MONDAY).judge(DeltaCheck.DEFAULT, "2026-01-05");

        assertThat(verdict.figures())
                .containsEntry(Figure.BASELINE, BigDecimal.valueOf(275_000_000))
                .containsEntry(Figure.LOWEST, new BigDecimal("2.59E+8"))
                .containsEntry(Figure.HIGHEST, new BigDecimal("2.92E+8"))
                .containsEntry(Figure.CHANGE_PERCENT, BigDecimal.ZERO)
                .containsKey(Figure.DEVIATION);
        assertThat(verdict.history().get(0).partition().label()).isEqualTo("dt=2026-01-04");
    }

    @Test
    void follows_growth_and_says_so() {
        TestDays days = TestDays.daily();
        for (int back = 0; back <= 150; back++) {
            days.with(MONDAY.minusDays(back).atStartOfDay(), Math.round(1e9 * Math.exp(-0.01 * back)));
        }

        Verdict verdict = days.judge(DeltaCheck.DEFAULT, "2026-01-05");

        assertThat(verdict.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(verdict.expected()).endsWith("(6 Mondays, last days +19 %)");
    }

    @Test
    void an_absent_or_empty_day_always_rings() {
        TestDays absent = weeks(20, MONDAY).without("2026-01-05");

        assertThat(absent.judge(DeltaCheck.DEFAULT, "2026-01-05").outcome()).isEqualTo(Outcome.FAILED);
        assertThat(absent.judge(DeltaCheck.DEFAULT, "2026-01-05").text())
                .isEqualTo("0 B, usual for a Monday is 259 to 292 MB (6 Mondays); the partition is not there");
        assertThat(judged(0)).isEqualTo(Outcome.FAILED);
    }

    @Test
    void absent_and_empty_days_are_no_history_and_are_named() {
        TestDays days = weeks(20, MONDAY).without("2026-01-02").with("2025-12-29", 0);

        Verdict verdict = days.judge(DeltaCheck.DEFAULT, "2026-01-05");

        assertThat(verdict.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(verdict.text())
                .isEqualTo("275 MB, usual for a Monday is 259 to 292 MB (6 Mondays);"
                        + " left out dt=2026-01-02 (absent), dt=2025-12-29 (holds nothing)");
    }

    @Test
    void a_bad_day_does_not_make_the_next_one_pass() {
        TestDays days = weeks(20, MONDAY).with("2026-01-04", weekly(DayOfWeek.SUNDAY) / 2);

        assertThat(days.with("2026-01-05", weekly(DayOfWeek.MONDAY) / 2)
                        .judge(DeltaCheck.DEFAULT, "2026-01-05")
                        .outcome())
                .isEqualTo(Outcome.FAILED);
    }

    @Test
    void too_little_history_is_skipped_and_says_how_many_days_are_missing() {
        TestDays days = weeks(2, MONDAY);

        Verdict verdict = days.judge(DeltaCheck.DEFAULT, "2026-01-05");

        assertThat(verdict.outcome()).isEqualTo(Outcome.SKIPPED);
        assertThat(verdict.text())
                .isEqualTo("7 of 10 earlier days that tell what is usual to compare 275 MB with; 3 more days needed");
        assertThat(weeks(2, MONDAY)
                        .each("2025-12-19", "2025-12-21", 100_000_000)
                        .judge(DeltaCheck.DEFAULT, "2026-01-05")
                        .outcome())
                .isNotEqualTo(Outcome.SKIPPED);
    }

    @Test
    void drop_and_rise_judge_until_there_is_enough_history() {
        DeltaCheck bridged =
                DeltaCheck.of(new SeasonalBaseline(), Tolerance.of(TestDays.percent(30), TestDays.percent(30)));
        TestDays two = weeks(2, MONDAY);

        assertThat(two.judge(bridged, "2026-01-05").text())
                .isEqualTo("0 % (275 MB after 275 MB), -30 % to +30 % allowed;"
                        + " with 7 of 10 earlier days that tell what is usual; median of 6 same-weekday: dt=2025-12-29, dt=2025-12-22;"
                        + " left out dt=2025-12-15 (absent), dt=2025-12-08 (absent), dt=2025-12-01 (absent),"
                        + " dt=2025-11-24 (absent), dt=2025-11-17 (absent), dt=2025-11-10 (absent),"
                        + " dt=2025-11-03 (absent), dt=2025-10-27 (absent) and 2 more");
        assertThat(two.with("2026-01-05", 150_000_000)
                        .judge(bridged, "2026-01-05")
                        .outcome())
                .isEqualTo(Outcome.FAILED);
        assertThat(weeks(20, MONDAY).judge(bridged, "2026-01-05").expected()).startsWith("usual for a Monday");
    }

    @Test
    void drop_and_rise_judge_by_the_day_before_where_there_is_no_same_weekday_yet() {
        DeltaCheck bridged =
                DeltaCheck.of(new SeasonalBaseline(), Tolerance.of(TestDays.percent(30), TestDays.percent(30)));

        assertThat(TestDays.daily()
                        .with("2026-01-04", 100)
                        .with("2026-01-05", 100)
                        .judge(bridged, "2026-01-05")
                        .reason())
                .isEqualTo("with 0 of 10 earlier days that tell what is usual; previous: dt=2026-01-04");
    }

    @Test
    void a_holiday_that_was_quiet_a_year_ago_may_be_quiet_again() {
        LocalDate christmas = LocalDate.parse("2025-12-25");
        TestDays days = weeks(80, christmas).with("2025-12-25", weekly(DayOfWeek.THURSDAY) / 3);

        assertThat(days.judge(DeltaCheck.DEFAULT, "2025-12-25").outcome()).isEqualTo(Outcome.FAILED);

        days.with("2024-12-25", weekly(DayOfWeek.WEDNESDAY) / 3);
        Verdict verdict = days.judge(DeltaCheck.DEFAULT, "2025-12-25");

        assertThat(verdict.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(verdict.reason()).isEqualTo("a year ago dt=2024-12-25 was off by -67 % too");
    }

    @Test
    void a_holiday_that_moves_with_the_weekday_counts_too() {
        TestDays days = weeks(80, LocalDate.parse("2025-11-27"))
                .with("2025-11-27", weekly(DayOfWeek.THURSDAY) / 3)
                .with("2024-11-28", weekly(DayOfWeek.THURSDAY) / 3);

        assertThat(days.judge(DeltaCheck.DEFAULT, "2025-11-27").reason())
                .isEqualTo("a year ago dt=2024-11-28 was off by -67 % too");
    }

    @Test
    void a_year_ago_does_not_excuse_what_is_off_to_the_other_side() {
        TestDays days = weeks(80, LocalDate.parse("2025-12-25"))
                .with("2025-12-25", weekly(DayOfWeek.THURSDAY) * 3)
                .with("2024-12-25", weekly(DayOfWeek.WEDNESDAY) / 3);

        assertThat(days.judge(DeltaCheck.DEFAULT, "2025-12-25").outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void days_outside_the_calendar_are_not_looked_at_and_told_by_number() {
        Calendar weekdays =
                new Calendar(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), Set.of(LocalDate.parse("2025-12-25")));
        TestDays days = weeks(TestDays.daily().on(weekdays), 20, MONDAY);

        Verdict verdict = days.judge(DeltaCheck.DEFAULT, "2026-01-05");

        assertThat(verdict.text())
                .isEqualTo("275 MB, usual for a Monday is 259 to 292 MB (6 Mondays);"
                        + " left out 26 days outside the calendar, 1 day excepted");
        assertThat(verdict.history())
                .filteredOn(precedent -> precedent.snapshot().isEmpty())
                .hasSize(27)
                .extracting(HistoryEntry::text)
                .contains("dt=2025-12-25 (excepted)", "dt=2026-01-04 (outside the calendar)");
    }

    @Test
    void days_without_a_marker_and_outside_the_size_limits_are_no_history_and_are_named() {
        TestDays days = weeks(TestDays.daily().checkedBy(Datasets.atLeast(100)), 20, MONDAY)
                .with("2026-01-01", 99);

        assertThat(days.judge(DeltaCheck.DEFAULT, "2026-01-05").reason())
                .isEqualTo("left out dt=2026-01-01 (outside the size limits)");
    }

    @Test
    void too_little_history_says_what_was_left_out_of_it() {
        TestDays days = weeks(2, MONDAY).without("2025-12-25").without("2025-12-26");

        assertThat(days.judge(DeltaCheck.DEFAULT, "2026-01-05").reason())
                .isEqualTo("5 more days needed; left out dt=2025-12-26 (absent), dt=2025-12-25 (absent)");
    }

    @Test
    void lookback_says_how_far_it_may_look() {
        DeltaCheck shortSighted = new DeltaCheck(
                new SeasonalBaseline(),
                Tolerance.DEFAULT,
                Volume.BYTES,
                OptionalInt.empty(),
                OptionalInt.of(14),
                DeltaPolicies.DEFAULT,
                Severity.FAIL);

        assertThat(weeks(20, MONDAY).judge(shortSighted, "2026-01-05").outcome())
                .isEqualTo(Outcome.SKIPPED);
    }

    @Test
    void a_dataset_without_dates_has_no_history() {
        Location undated = Location.of("s3://refined/latest/");
        MemoryLake lake = new MemoryLake().put("s3://refined/latest/part-0", 1, "2026-01-01T00:00:00Z");
        Dataset dataset = new Dataset(
                "latest",
                undated,
                new Schedule(ZoneOffset.UTC, Duration.ZERO, Calendar.EVERY_DAY),
                ObjectFilter.DATA,
                List.of(DeltaCheck.DEFAULT),
                Map.of());

        assertThat(Lakecheck.on(lake).run(Suite.of(dataset)).outcome()).isEqualTo(Outcome.SKIPPED);
    }

    private static Outcome judged(long bytes) {
        return weeks(20, MONDAY)
                .with("2026-01-05", bytes)
                .judge(DeltaCheck.DEFAULT, "2026-01-05")
                .outcome();
    }

    /** So many weeks that are all alike, up to and with the last day. */
    private static TestDays weeks(int count, LocalDate last) {
        return weeks(TestDays.daily(), count, last);
    }

    private static TestDays weeks(TestDays days, int count, LocalDate last) {
        for (int back = 0; back <= 7 * count; back++) {
            LocalDate day = last.minusDays(back);
            days.with(day.atStartOfDay(), weekly(day.getDayOfWeek()));
        }
        return days;
    }

    private static long weekly(DayOfWeek day) {
        return (day.getValue() > 5 ? 120_000_000L : 270_000_000L) + 5_000_000L * day.getValue();
    }
}
