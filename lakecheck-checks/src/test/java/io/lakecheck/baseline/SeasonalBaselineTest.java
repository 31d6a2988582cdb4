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
import io.lakecheck.partition.Incidents;
import io.lakecheck.partition.Location;
import io.lakecheck.partition.Schedule;
import io.lakecheck.survey.Lakecheck;
import io.lakecheck.value.Percentage;
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

/**
 * Tests the baseline {@code usual} on whole datasets, with the settings that a suite may contain. 2026-01-05 is a
 * Monday.
 */
class SeasonalBaselineTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-01-05");

    @Test
    void detects_one_file_more_or_less_if_there_are_few() {
        assertThat(ofThreeFiles(3).text()).isEqualTo("3 objects; expected 3 objects (8 Mondays)");
        assertThat(ofThreeFiles(3).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(ofThreeFiles(2).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(ofThreeFiles(4).outcome()).isEqualTo(Outcome.FAILED);
    }

    private static Verdict ofThreeFiles(int today) {
        TestDays days = TestDays.daily();
        for (int back = 1; back <= 140; back++) {
            days.with(MONDAY.minusDays(back).toString(), 3, 10);
        }
        return days.with(MONDAY.toString(), today, 10).judge(objects(0), MONDAY.toString());
    }

    @Test
    void is_the_default_and_allows_twice_the_spread() {
        assertThat(DeltaCheck.DEFAULT.against())
                .isEqualTo(new SeasonalBaseline())
                .hasToString("usual");
        assertThat(SeasonalBaseline.DEFAULT_DEVIATION).isEqualTo(BigDecimal.valueOf(2));
    }

    @Test
    void states_the_expected_range_and_its_history() {
        TestDays days = weeks(20, MONDAY);

        assertThat(days.judge(DeltaCheck.DEFAULT, "2026-01-05").text())
                .isEqualTo("275 MB; expected 258 to 293 MB (8 Mondays)");
        assertThat(days.with("2026-01-05", 187_000_000)
                        .judge(DeltaCheck.DEFAULT, "2026-01-05")
                        .text())
                .isEqualTo("187 MB; expected 258 to 293 MB (8 Mondays)");
    }

    @Test
    void alerts_only_outside_the_expected_range() {
        assertThat(judged(258_985_247)).isEqualTo(Outcome.PASSED);
        assertThat(judged(258_985_246)).isEqualTo(Outcome.FAILED);
        assertThat(judged(292_005_050)).isEqualTo(Outcome.PASSED);
        assertThat(judged(292_005_051)).isEqualTo(Outcome.FAILED);
    }

    @Test
    void shows_as_many_digits_as_the_outcome_needs() {
        assertThat(weeks(20, MONDAY)
                        .with("2026-01-05", 258_985_000)
                        .judge(DeltaCheck.DEFAULT, "2026-01-05")
                        .text())
                .startsWith("258.9 MB; expected 258.9852 to");
        assertThat(weeks(20, MONDAY)
                        .with("2026-01-05", 258_950_000)
                        .judge(DeltaCheck.DEFAULT, "2026-01-05")
                        .text())
                .startsWith("258.9 MB; expected 258.98 to");
    }

    @Test
    void the_checked_partition_never_affects_what_is_usual() {
        Verdict small = weeks(20, MONDAY).with("2026-01-05", 1).judge(DeltaCheck.DEFAULT, "2026-01-05");
        Verdict large =
                weeks(20, MONDAY).with("2026-01-05", 1_000_000_000_000L).judge(DeltaCheck.DEFAULT, "2026-01-05");

        assertThat(small.expected()).isEqualTo(large.expected()).isEqualTo("258 to 293 MB (8 Mondays)");
        assertThat(large.history())
                .extracting(precedent -> precedent.partition().label())
                .isNotEmpty()
                .doesNotContain("dt=2026-01-05");
    }

    @Test
    void a_smaller_deviation_detects_more() {
        Tolerance strict = new Tolerance(Optional.empty(), Optional.empty(), Optional.of(new BigDecimal("1.4")), 0);
        TestDays days = weeks(20, MONDAY).with("2026-01-05", 262_000_000);

        assertThat(days.judge(DeltaCheck.DEFAULT, "2026-01-05").outcome()).isEqualTo(Outcome.PASSED);
        assertThat(days.judge(DeltaCheck.of(new SeasonalBaseline(), strict), "2026-01-05")
                        .outcome())
                .isEqualTo(Outcome.FAILED);
    }

    @Test
    void the_verdict_contains_the_figures() {
        Verdict verdict = weeks(20, MONDAY).judge(DeltaCheck.DEFAULT, "2026-01-05");

        assertThat(verdict.figures())
                .containsEntry(Figure.BASELINE, BigDecimal.valueOf(275_000_000))
                .containsEntry(Figure.LOWEST, BigDecimal.valueOf(258_985_247))
                .containsEntry(Figure.HIGHEST, BigDecimal.valueOf(292_005_050))
                .containsEntry(Figure.CHANGE_PERCENT, BigDecimal.ZERO)
                .containsKey(Figure.DEVIATION);
        assertThat(verdict.history().get(0).partition().label()).isEqualTo("dt=2026-01-04");
    }

    @Test
    void follows_growth_and_reports_it() {
        TestDays days = TestDays.daily();
        for (int back = 0; back <= 150; back++) {
            days.with(MONDAY.minusDays(back).atStartOfDay(), Math.round(1e9 * Math.exp(-0.01 * back)));
        }

        Verdict verdict = days.judge(DeltaCheck.DEFAULT, "2026-01-05");

        assertThat(verdict.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(verdict.expected()).endsWith("(8 Mondays, recent days +24.7 %)");
    }

    @Test
    void an_absent_or_empty_day_always_fails() {
        TestDays absent = weeks(20, MONDAY).without("2026-01-05");

        assertThat(absent.judge(DeltaCheck.DEFAULT, "2026-01-05").outcome()).isEqualTo(Outcome.FAILED);
        assertThat(absent.judge(DeltaCheck.DEFAULT, "2026-01-05").text())
                .startsWith("0 B; expected 258 to 293 MB (8 Mondays); ");
        assertThat(judged(0)).isEqualTo(Outcome.FAILED);
        assertThat(TestDays.daily()
                        .with("2026-01-04", 1)
                        .judge(DeltaCheck.DEFAULT, "2026-01-05")
                        .outcome())
                .as("without history")
                .isEqualTo(Outcome.FAILED);
    }

    @Test
    void absent_and_empty_days_are_no_history() {
        TestDays days = weeks(20, MONDAY).without("2026-01-02").with("2025-12-29", 0);

        Verdict verdict = days.judge(DeltaCheck.DEFAULT, "2026-01-05");

        assertThat(verdict.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(verdict.expected()).isEqualTo("258 to 293 MB (8 Mondays)");
        assertThat(verdict.history())
                .extracting(HistoryEntry::text)
                .contains("dt=2026-01-02 (absent)", "dt=2025-12-29 (has 0 bytes)", "dt=2025-12-28");
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
    void too_little_history_is_skipped_with_the_reason() {
        Verdict verdict = weeks(2, MONDAY).judge(DeltaCheck.DEFAULT, "2026-01-05");

        assertThat(verdict.outcome()).isEqualTo(Outcome.SKIPPED);
        assertThat(verdict.text())
                .isEqualTo(
                        "275 MB; found 2 Mondays (at least 3 required) and 0 comparable days (at least 10 required)");
    }

    @Test
    void a_daily_dataset_is_checked_from_its_32nd_day() {
        TestDays days = TestDays.daily().each("2025-12-05", "2026-01-05", 100);

        assertThat(days.judge(DeltaCheck.DEFAULT, "2026-01-04").outcome()).isEqualTo(Outcome.SKIPPED);
        assertThat(days.judge(DeltaCheck.DEFAULT, "2026-01-05").outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void history_requires_more_days_to_compare() {
        TestDays days = TestDays.daily().each("2025-12-05", "2026-01-05", 100);
        DeltaCheck patient = usual(Tolerance.DEFAULT, OptionalInt.of(12), OptionalInt.empty());

        assertThat(days.judge(patient, "2026-01-05").reason())
                .isEqualTo("found 4 Mondays (at least 3 required) and 10 comparable days (at least 12 required)");
    }

    @Test
    void drop_and_rise_are_skipped_without_enough_history() {
        assertThat(weeks(2, MONDAY).judge(change(30, 30), "2026-01-05").outcome())
                .isEqualTo(Outcome.SKIPPED);
    }

    @Test
    void an_explicit_limit_replaces_the_spread_on_its_side() {
        Verdict drop = weeks(20, MONDAY)
                .judge(
                        DeltaCheck.of(new SeasonalBaseline(), Tolerance.of(percent(20), Optional.empty())),
                        "2026-01-05");

        assertThat(drop.figures())
                .containsEntry(Figure.LOWEST, BigDecimal.valueOf(220_000_000))
                .containsEntry(Figure.HIGHEST, BigDecimal.valueOf(292_005_050));

        Verdict both = weeks(20, MONDAY).judge(change(1, 50), "2026-01-05");

        assertThat(both.figures())
                .containsEntry(Figure.LOWEST, BigDecimal.valueOf(272_250_000))
                .containsEntry(Figure.HIGHEST, BigDecimal.valueOf(412_500_000));
    }

    @Test
    void an_explicit_limit_holds_regardless_of_the_year_before() {
        TestDays days = weeks(80, LocalDate.parse("2025-12-25"))
                .with("2025-12-25", weekly(DayOfWeek.THURSDAY) / 3)
                .with("2024-12-25", weekly(DayOfWeek.WEDNESDAY) / 3);

        assertThat(days.judge(change(30, 30), "2025-12-25").outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void at_least_allows_one_object_to_become_two() {
        TestDays days = TestDays.daily();
        for (int back = 1; back <= 40; back++) {
            days.with(MONDAY.minusDays(back).toString(), 1, 10);
        }
        days.with(MONDAY.toString(), 2, 10);

        assertThat(days.judge(objects(0), MONDAY.toString()).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(days.judge(objects(2), MONDAY.toString()).outcome()).isEqualTo(Outcome.PASSED);
    }

    private static DeltaCheck objects(long atLeast) {
        return new DeltaCheck(
                new SeasonalBaseline(),
                new Tolerance(Optional.empty(), Optional.empty(), Optional.empty(), atLeast),
                Volume.OBJECTS,
                OptionalInt.empty(),
                OptionalInt.empty(),
                DeltaPolicies.DEFAULT,
                Severity.FAIL);
    }

    private static Optional<Percentage> percent(long percent) {
        return TestDays.percent(percent);
    }

    private static DeltaCheck change(long drop, long rise) {
        return DeltaCheck.of(new SeasonalBaseline(), Tolerance.of(percent(drop), percent(rise)));
    }

    private static DeltaCheck usual(Tolerance tolerance, OptionalInt history, OptionalInt lookback) {
        return new DeltaCheck(
                new SeasonalBaseline(),
                tolerance,
                Volume.BYTES,
                history,
                lookback,
                DeltaPolicies.DEFAULT,
                Severity.FAIL);
    }

    @Test
    void a_holiday_that_was_quiet_a_year_ago_may_be_quiet_again() {
        LocalDate christmas = LocalDate.parse("2025-12-25");
        TestDays days = weeks(80, christmas).with("2025-12-25", weekly(DayOfWeek.THURSDAY) / 3);

        assertThat(days.judge(DeltaCheck.DEFAULT, "2025-12-25").outcome()).isEqualTo(Outcome.FAILED);

        days.with("2024-12-25", weekly(DayOfWeek.WEDNESDAY) / 3);
        Verdict verdict = days.judge(DeltaCheck.DEFAULT, "2025-12-25");

        assertThat(verdict.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(verdict.expected()).endsWith("; 67 % below usual on 2024-12-25)");
    }

    @Test
    void a_holiday_that_moves_with_the_weekday_counts_too() {
        TestDays days = weeks(80, LocalDate.parse("2025-11-27"))
                .with("2025-11-27", weekly(DayOfWeek.THURSDAY) / 3)
                .with("2024-11-28", weekly(DayOfWeek.THURSDAY) / 3);

        assertThat(days.judge(DeltaCheck.DEFAULT, "2025-11-27").expected())
                .endsWith("; 67 % below usual on 2024-11-28)");
    }

    @Test
    void a_year_ago_does_not_excuse_the_other_side() {
        TestDays days = weeks(80, LocalDate.parse("2025-12-25"))
                .with("2025-12-25", weekly(DayOfWeek.THURSDAY) * 3)
                .with("2024-12-25", weekly(DayOfWeek.WEDNESDAY) / 3);

        assertThat(days.judge(DeltaCheck.DEFAULT, "2025-12-25").outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void days_outside_the_calendar_are_not_listed() {
        Calendar weekdays =
                new Calendar(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), Set.of(LocalDate.parse("2025-12-25")));
        TestDays days = weeks(TestDays.daily().on(weekdays), 20, MONDAY);

        Verdict verdict = days.judge(DeltaCheck.DEFAULT, "2026-01-05");

        assertThat(verdict.expected()).isEqualTo("258 to 293 MB (8 Mondays)");
        assertThat(verdict.history())
                .filteredOn(entry -> entry.snapshot().isEmpty())
                .hasSize(41)
                .extracting(HistoryEntry::text)
                .contains("dt=2025-12-25 (a holiday or exception date)", "dt=2026-01-04 (outside the calendar)");
    }

    @Test
    void days_outside_the_size_limits_are_no_history() {
        TestDays days = weeks(TestDays.daily().checkedBy(Datasets.atLeast(100)), 20, MONDAY)
                .with("2026-01-01", 99);

        assertThat(days.judge(DeltaCheck.DEFAULT, "2026-01-05").history())
                .extracting(HistoryEntry::text)
                .contains("dt=2026-01-01 (outside the size limits)");
    }

    @Test
    void days_of_an_incident_are_marked_in_the_history() {
        TestDays days = weeks(20, MONDAY);
        for (int back = 3; back < 7; back++) {
            days.with(MONDAY.minusDays(back).toString(), 1_000_000);
        }

        assertThat(days.judge(DeltaCheck.DEFAULT, "2026-01-05").history())
                .filteredOn(entry -> !entry.isUsable())
                .extracting(HistoryEntry::text)
                .containsExactly(
                        "dt=2026-01-02 (outside the usual range)",
                        "dt=2026-01-01 (outside the usual range)",
                        "dt=2025-12-31 (outside the usual range)",
                        "dt=2025-12-30 (outside the usual range)");
    }

    @Test
    void an_odd_day_is_checked_for_presence_only_and_is_no_history() {
        Calendar odd = Calendar.EVERY_DAY.with(new Incidents(Set.of(MONDAY.minusDays(1)), Set.of()));
        TestDays days = weeks(TestDays.daily().on(odd), 20, MONDAY).with("2026-01-04", 5);

        assertThat(days.judge(DeltaCheck.DEFAULT, "2026-01-04").outcome()).isEqualTo(Outcome.SKIPPED);
        assertThat(days.judge(Datasets.atLeast(100), "2026-01-04").outcome()).isEqualTo(Outcome.SKIPPED);
        assertThat(days.judge(DeltaCheck.DEFAULT, "2026-01-05").history())
                .extracting(HistoryEntry::text)
                .contains("dt=2026-01-04 (marked as odd)");
        assertThat(days.judge(
                                DeltaCheck.of(SampleBaseline.PREVIOUS, Tolerance.of(percent(1), percent(1))),
                                "2026-01-05")
                        .reason())
                .startsWith("previous: dt=2026-01-03;");
        assertThat(days.without("2026-01-04")
                        .judge(DeltaCheck.DEFAULT, "2026-01-04")
                        .outcome())
                .isEqualTo(Outcome.FAILED);
    }

    @Test
    void a_declared_level_starts_over_but_keeps_the_spread() {
        LocalDate migration = MONDAY.minusDays(21);
        Calendar migrated = Calendar.EVERY_DAY.with(new Incidents(Set.of(), Set.of(migration)));
        TestDays days = weeks(TestDays.daily().on(migrated), 20, MONDAY);
        for (LocalDate day = migration; !day.isAfter(MONDAY); day = day.plusDays(1)) {
            days.with(day.atStartOfDay(), weekly(day.getDayOfWeek()) * 10);
        }

        assertThat(days.judge(DeltaCheck.DEFAULT, migration.plusDays(8).toString())
                        .text())
                .endsWith("found 1 Tuesday (at least 3 required) and 28 comparable days (at least 10 required)");
        Verdict verdict = days.judge(DeltaCheck.DEFAULT, "2026-01-05");

        assertThat(verdict.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(verdict.expected()).isEqualTo("2.58 to 2.93 GB (3 Mondays)");
        assertThat(verdict.history())
                .extracting(HistoryEntry::text)
                .contains("dt=2025-12-15", "dt=2025-12-14 (before a new level)");
    }

    @Test
    void lookback_limits_the_history() {
        DeltaCheck shortSighted = usual(Tolerance.DEFAULT, OptionalInt.empty(), OptionalInt.of(14));

        Verdict verdict = weeks(20, MONDAY).judge(shortSighted, "2026-01-05");

        assertThat(verdict.outcome()).isEqualTo(Outcome.SKIPPED);
        assertThat(verdict.reason()).endsWith("(at least 10 required); lookback: 14 limits the search");
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

    /** Returns the given number of identical weeks, up to and including the last day. */
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
