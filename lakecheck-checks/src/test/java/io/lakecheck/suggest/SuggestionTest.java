// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakecheck.lake.KeyRange;
import io.lakecheck.lake.LakeException;
import io.lakecheck.lake.MemoryLake;
import io.lakecheck.partition.Location;
import io.lakecheck.spec.SuiteFile;
import io.lakecheck.survey.Backtest;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tests that suggestions have limits that are supported by past data. {@link SuggestSentencesTest} pins their wording.
 */
class SuggestionTest {

    /** A Monday. */
    private static final LocalDateTime FIRST = LocalDateTime.parse("2026-01-05T00:00");

    private static final String ROOT = "s3://refined/kpi/";

    /** A time that is later than all partitions. */
    private static final String LATER = "2030-01-01T00:00:00Z";

    private final MemoryLake lake = new MemoryLake();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            yyyy-MM-dd              | DAYS   | {date}
            'dt='yyyy-MM-dd         | DAYS   | dt={date}
            'kpi-v2-'yyyy-MM-dd     | DAYS   | kpi-v2-{date}
            'cost$'yyyy-MM-dd       | DAYS   | "cost$${date}/"
            'dt='yyyy-M-d           | DAYS   | dt={yyyy-M-d}
            'dt='yyyy-M-d/HH        | HOURS  | dt={yyyy-M-d}/{HH}
            'dt='yyyy-M-d/H         | HOURS  | dt={yyyy-M-d}/{H}
            yyyyMMdd                | DAYS   | {yyyyMMdd}
            yyyy/MM/dd              | DAYS   | {yyyy}/{MM}/{dd}
            yyyy/M/d                | DAYS   | {yyyy}/{M}/{d}
            'year='yyyy/'month='MM/'day='dd | DAYS | year={yyyy}/month={MM}/day={dd}
            'year='yyyy/'month='M/'day='d   | DAYS | year={yyyy}/month={M}/day={d}
            yyyy/MM/yyyy-MM-dd      | DAYS   | {yyyy}/{MM}/{date}
            'dt='yyyy-MM-dd/HH      | HOURS  | dt={date}/{HH}
            'dt='yyyy-MM-dd/'hour='HH       | HOURS | dt={date}/hour={HH}
            'dt='yyyy-MM-dd/'event_hour='HH | HOURS | dt={date}/event_hour={HH}
            yyyy/MM/dd/HH           | HOURS  | {yyyy}/{MM}/{dd}/{HH}
            yyyyMMddHH              | HOURS  | {yyyyMMddHH}
            yyyy-MM                 | MONTHS | {yyyy-MM}
            yyyy/MM                 | MONTHS | {yyyy}/{MM}
            YYYY-'W'ww              | WEEKS  | {YYYY-'W'ww}
            YYYY/'week='ww          | WEEKS  | {YYYY}/week={ww}
            """)
    void detects_how_folders_are_named(String pattern, ChronoUnit step, String template) {
        for (int i = 0; i < 30; i++) {
            LocalDateTime from = FIRST.plus(i, step);
            put(DateTimeFormatter.ofPattern(pattern, Locale.UK).format(from) + "/part-0", 1000, from.plusDays(40));
        }

        String quoted = template.replaceFirst("^\"", "\"" + ROOT);
        assertThat(lines(LATER))
                .filteredOn(line -> line.contains("location:"))
                .containsExactly("    location: " + (quoted.equals(template) ? ROOT + template + "/" : quoted));
    }

    @Test
    void days_without_leading_zeros_are_all_found() {
        for (int i = 0; i < 100; i++) {
            LocalDateTime from = LocalDateTime.parse("2025-12-01T00:00").plusDays(i);
            put(
                    DateTimeFormatter.ofPattern("'dt='yyyy-M-d", Locale.UK).format(from) + "/part-0",
                    1000,
                    from.plusDays(1));
        }

        assertThat(lines(LATER))
                .contains("    location: s3://refined/kpi/dt={yyyy-M-d}/")
                .anyMatch(line -> line.startsWith("    # 100 days, dt=2025-12-1 to dt=2026-3-10"));
    }

    @Test
    void leading_zeros_are_assumed_if_every_day_has_two_digits() {
        for (int day = 10; day < 30; day++) {
            put("dt=2025-12-" + day + "/part-0", 1000, FIRST);
        }

        assertThat(lines(LATER)).contains("    location: s3://refined/kpi/dt={date}/");
    }

    @Test
    void derives_each_limit_from_the_past() {
        days(28);

        assertThat(lines("2026-02-03T00:00:00Z"))
                .filteredOn(line -> !line.strip().startsWith("#"))
                .containsExactly(
                        "zone: UTC",
                        "datasets:",
                        "  kpi:",
                        "    location: s3://refined/kpi/dt={date}/",
                        "    due: 4h",
                        "    checks:",
                        "      - recency: { marker: _SUCCESS, late: fail }",
                        "      - size: { min: 85 kB, max: 240 kB, objects: { min: 1, max: 1 } }",
                        "      - delta: { against: same weekday, drop: 10%, rise: 10% }",
                        "      - complete: { last: 28 }");
        assertThat(text("2026-02-03T00:00:00Z"))
                .contains("28 days, dt=2026-01-05 to dt=2026-02-01", "All 28 partitions", "3 h 1 s")
                .contains("All 28 partitions contain _SUCCESS", "100 kB (dt=2026-01-05) to 200.6 kB (dt=2026-02-01)")
                .contains("Monday has 100.4 kB", "Sunday has 200.4 kB", "21 partitions", "+0.1 % to +0.2 %");
    }

    @Test
    void the_backtest_covers_the_whole_past() {
        days(28);
        put("dt=2026-02-02/part-0", 7, LocalDateTime.parse("2026-02-02T08:00"));

        Suggestion suggestion = suggestion("2026-02-02T09:00:00Z", Optional.empty());

        Backtest backtest = backtest(suggestion);

        assertThat(backtest.at()).isEqualTo(Instant.parse("2026-02-02T04:00:00Z"));
        assertThat(backtest.days()).isEqualTo(28);
        assertThat(backtest.series())
                .extracting(series -> series.findings().size())
                .containsOnly(28);
        assertThat(backtest.traffic().requests()).isEqualTo(suggestion.traffic().requests());
    }

    @Test
    void a_day_that_may_still_grow_is_not_evidence() {
        days(28);
        put("dt=2026-02-02/part-0", 7, LocalDateTime.parse("2026-02-02T08:00"));

        assertThat(text("2026-02-02T09:00:00Z"))
                .contains("28 days, dt=2026-01-05 to dt=2026-02-01", "1 more day has not ended yet.")
                .contains("min: 85 kB");
    }

    @Test
    void a_partition_that_is_not_due_yet_is_not_evidence() {
        put("dt=2026-01-05/part-0", 7, FIRST.plusHours(3));

        Suggestion suggestion = suggestion("2026-01-05T09:00:00Z", Optional.empty());

        assertThat(suggestion.lines())
                .contains("      - size: { min: 1 }")
                .anyMatch(line -> line.contains("1 day, which is not due yet."));
        assertThat(backtest(suggestion).series()).isEmpty();
    }

    @Test
    void an_outlier_is_excluded_and_named() {
        days(28);
        put("dt=2026-01-20/part-0", 3_000, done(15));

        assertThat(text("2026-03-01T00:00:00Z")).contains("outliers): dt=2026-01-20.", "min: 85 kB");
    }

    @Test
    void a_day_without_valid_marker_is_excluded() {
        days(28);
        put("dt=2026-01-20/part-1", 90_000, done(15).plusHours(1));
        lake.remove(ROOT + "dt=2026-01-21/_SUCCESS");

        assertThat(text("2026-03-01T00:00:00Z"))
                .contains(
                        "27 of 28 partitions contain _SUCCESS",
                        "26 of them",
                        "dt=2026-01-20, dt=2026-01-21",
                        "max: 240 kB");
    }

    @Test
    void an_object_that_is_not_written_last_is_not_a_marker() {
        for (int i = 0; i < 28; i++) {
            put("dt=" + FIRST.plusDays(i).toLocalDate() + "/_metadata", 10, done(i).minusHours(1));
            put("dt=" + FIRST.plusDays(i).toLocalDate() + "/part-0", 1000, done(i));
        }

        assertThat(lines("2026-03-01T00:00:00Z"))
                .contains("      - recency: { late: fail }")
                .anyMatch(line -> line.contains("No marker"));
    }

    @Test
    void a_marker_above_the_folders_of_its_files_is_found() {
        for (int i = 0; i < 30; i++) {
            for (int bucket = 0; bucket < 40; bucket++) {
                String name = String.format(Locale.ROOT, "%02d", bucket);
                put("dt=" + FIRST.plusDays(i).toLocalDate() + "/" + name + "/part", 10, done(i));
            }
            put("dt=" + FIRST.plusDays(i).toLocalDate() + "/_SUCCESS", 0, done(i));
        }

        assertThat(lines("2026-03-01T00:00:00Z"))
                .as("buckets below a day are not hours")
                .contains("    location: s3://refined/kpi/dt={date}/")
                .anyMatch(line -> line.startsWith("      # The size has always been 400 B, in 40 objects each."))
                .contains("      - recency: { marker: _SUCCESS, late: fail }");
    }

    @Test
    void weekends_without_data_are_not_missing() {
        for (int i = 0; i < 28; i++) {
            if (FIRST.plusDays(i).getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0) {
                day(i, 1000 + i);
            } else {
                put("dt=" + FIRST.plusDays(i).toLocalDate() + "/_SUCCESS", 0, done(i));
            }
        }

        assertThat(text("2026-03-01T00:00:00Z"))
                .contains("Saturday or Sunday.\n    days: weekdays")
                .contains(
                        "20 days, dt=2026-01-05 to dt=2026-01-30",
                        "8 more days are excluded, because they may still grow or are weekdays that usually have no data.")
                .doesNotContain("Excluded");
    }

    @Test
    void days_are_listed_if_they_are_not_weekdays() {
        for (int week = 0; week < 8; week++) {
            day(7 * week, 1000);
            day(7 * week + 3, 1000);
        }

        assertThat(lines("2026-03-15T00:00:00Z")).contains("    days: [monday, thursday]");
    }

    @Test
    void two_weeks_are_too_short_to_suggest_days() {
        for (int i = 0; i < 5; i++) {
            day(i, 1000);
            day(i + 7, 1000);
        }

        assertThat(lines("2026-03-01T00:00:00Z")).noneMatch(line -> line.contains("days:"));
    }

    @Test
    void in_a_copied_lake_the_deadline_is_a_guess() {
        for (int i = 0; i < 28; i++) {
            put("dt=" + FIRST.plusDays(i).toLocalDate() + "/part-0", 1000, LocalDateTime.parse("2026-06-01T00:00"));
        }

        assertThat(lines("2026-07-01T00:00:00Z"))
                .contains("    due: 24h", "      - recency: {}")
                .anyMatch(line -> line.contains("arrival times are unknown"));
    }

    @Test
    void a_rewritten_day_does_not_move_the_deadline() {
        days(28);
        put("dt=2026-01-20/_SUCCESS", 0, LocalDateTime.parse("2026-02-20T00:00"));

        assertThat(text("2026-03-01T00:00:00Z"))
                .contains("27 of 28", "The other partition is ignored", "\n    due: 4h");
    }

    @Test
    void days_that_are_complete_before_their_end_question_the_zone() {
        for (int i = 0; i < 28; i++) {
            put("dt=" + FIRST.plusDays(i).toLocalDate() + "/part-0", 1000, done(i).minusHours(11));
        }

        assertThat(text("2026-03-01T00:00:00Z"))
                .contains("All 28", "8 h before the end", "time zone", "dt={date+1d}/", "\n    due: 30m");
        assertThat(suggestion("2026-03-01T00:00:00Z", Optional.of(ZoneId.of("Pacific/Auckland")))
                        .lines())
                .contains("zone: Pacific/Auckland", "    due: 7h")
                .noneMatch(line -> line.contains("time zone") || line.contains("UTC"));
    }

    @Test
    void suggests_a_shift_for_folders_named_by_the_run() {
        for (int i = 0; i < 12; i++) {
            LocalDateTime from = LocalDateTime.parse("2026-01-01T00:00").plusMonths(i);
            put(from.toString().substring(0, 7).replace('-', '/') + "/part-0", 1000, from.plusHours(5));
        }

        assertThat(text(LATER)).contains("{yyyy+1M}/{MM+1M}/");
        assertThat(Location.of(ROOT + "{yyyy+1M}/{MM+1M}/").parse("2026/01"))
                .contains(LocalDateTime.parse("2025-12-01T00:00"));
    }

    @Test
    void a_short_history_results_in_few_limits() {
        days(3);

        assertThat(lines("2026-03-01T00:00:00Z"))
                .contains("      - size: { min: 50 kB }")
                .anyMatch(line -> line.contains("history is too short"))
                .noneMatch(line -> line.contains("- delta"));
    }

    @Test
    void erratic_sizes_result_in_no_delta() {
        for (int i = 0; i < 28; i++) {
            day(i, i % 2 == 0 ? 1000 : 200_000);
        }

        assertThat(lines("2026-03-01T00:00:00Z"))
                .anyMatch(line -> line.contains("No delta check is suggested"))
                .noneMatch(line -> line.contains("- delta"));
    }

    @Test
    void a_long_history_results_in_the_default_baseline() {
        days(120);

        assertThat(text("2026-09-01T00:00:00Z"))
                .contains("Tuesday has 101.6 kB", "Sunday has 201.6 kB", "113 partitions", "120 days")
                .contains("\n      - delta: {}");
    }

    @Test
    void hours_are_compared_with_the_same_weekday() {
        for (int i = 0; i < 24 * 21; i++) {
            LocalDateTime from = FIRST.plusHours(i);
            long bytes = 1000 + 500L * from.getHour() * (from.getDayOfWeek() == DayOfWeek.SUNDAY ? 2 : 1);
            put(
                    "dt=" + from.toLocalDate() + "/" + from.toString().substring(11, 13) + "/part-0",
                    bytes,
                    from.plusMinutes(75));
        }

        assertThat(lines("2026-03-01T00:00:00Z"))
                .contains("    # 400 hours, dt=2026-01-09/08 to dt=2026-01-25/23.", "    due: 45m")
                .contains("      - delta: { against: same weekday, drop: 10%, rise: 10% }")
                .anyMatch(line -> line.contains("hour on a Monday has 7 kB, and a typical hour on a Sunday has 13 kB"));
    }

    @Test
    void finds_all_datasets_below_a_folder_except_hidden_ones() {
        for (int i = 0; i < 20; i++) {
            String day = FIRST.plusDays(i).toLocalDate().toString();
            put("a/dt=" + day + "/part-0", 1000, done(i));
            put("b/leads/" + day.replace('-', '/') + "/part-0", 1000, done(i));
            put("c/leads/" + day + "/part-0", 1000, done(i));
            put("_tmp/dt=" + day + "/part-0", 1000, done(i));
        }

        assertThat(lines("2026-03-01T00:00:00Z"))
                .containsSubsequence(
                        "  a:",
                        "    location: s3://refined/kpi/a/dt={date}/",
                        "  b-leads:",
                        "    location: s3://refined/kpi/b/leads/{yyyy}/{MM}/{dd}/",
                        "  c-leads:",
                        "    location: s3://refined/kpi/c/leads/{date}/")
                .noneMatch(line -> line.contains("_tmp"));
    }

    @Test
    void only_the_first_fifty_datasets_of_different_shapes_are_suggested() {
        for (int i = 0; i < 60; i++) {
            put(String.format(Locale.ROOT, "x%02d/day%d=2026-01-05/part-0", i, i), 1000, done(0));
        }

        assertThat(lines("2026-03-01T00:00:00Z"))
                .anyMatch(line -> line.contains("too many files or folders: s3://refined/kpi/x48/"))
                .filteredOn(line -> line.contains("location: "))
                .hasSize(50);
    }

    @Test
    void stray_folders_are_named() {
        days(20);
        put("dt=2026-13-45/part-0", 1, done(1));

        assertThat(text("2026-03-01T00:00:00Z")).contains("the pattern: dt=2026-13-45/\n    location:");
    }

    @Test
    void strays_look_like_dates_or_have_the_same_key() {
        days(100);
        put("dt=2026-1-5/part-0", 1, done(1));
        put("dt=null/part-0", 1, done(1));
        put("dt=null/part-1", 1, done(1));
        put("2026-01-05_old/a/part-0", 1, done(1));
        put("_2026-01-05/part-0", 1, done(1));
        put("archive/part-0", 1, done(1));
        put("archive/dt=null/part-0", 1, done(1));
        put("country=GB/part-0", 1, done(1));

        assertThat(text(LATER)).contains("the pattern: 2026-01-05_old/, dt=2026-1-5/, dt=null/\n    location:");
    }

    @Test
    void bare_dates_have_no_key_that_strays_could_share() {
        for (int i = 0; i < 20; i++) {
            put(FIRST.plusDays(i).toLocalDate() + "/part-0", 1000, done(i));
        }
        put("archive/part-0", 1, done(1));
        put("id=12026/part-0", 1, done(1));

        assertThat(lines(LATER)).noneMatch(line -> line.contains("Stray folders, whose names"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            census2021     | 'dt='yyyy-MM-dd   | dt={date}
            census2026     | 'dt='yyyy-MM-dd   | dt={date}
            sap-2000/kpi   | 'dt='yyyy-MM-dd   | dt={date}
            sap-2000/x2001 | 'dt='yyyy-MM-dd   | dt={date}
            census2021     | yyyy/MM/dd        | {yyyy}/{MM}/{dd}
            census2021     | yyyy/MM/dd/HH     | {yyyy}/{MM}/{dd}/{HH}
            census2021     | yyyy-MM           | {yyyy-MM}
            """)
    void a_dataset_whose_own_name_ends_in_a_year_is_found(String folder, String pattern, String template) {
        for (int i = 0; i < 100; i++) {
            LocalDateTime from = FIRST.minusDays(40).plusDays(i);
            String name = DateTimeFormatter.ofPattern(pattern, Locale.UK).format(from);
            put("n/" + folder + "/" + name + "/part-0", 1000, from.plusDays(1));
        }
        put("n/" + folder + "/dt=null/part-0", 1, FIRST);

        assertThat(lines(LATER))
                .noneMatch(line -> line.contains("ot included"))
                .filteredOn(line -> line.contains("location:"))
                .containsExactly("    location: " + ROOT + "n/" + folder + "/" + template + "/");
    }

    @Test
    void datasets_with_different_years_in_their_names_are_separate() {
        for (int i = 0; i < 40; i++) {
            String day = FIRST.minusDays(20).plusDays(i).toLocalDate().toString();
            put("census2021/dt=" + day + "/part-0", 1000, done(i));
            put("census2026/dt=" + day + "/part-0", 1000, done(i));
        }
        put("census2021/dt=null/part-0", 1, FIRST);

        assertThat(lines(LATER))
                .containsSubsequence(
                        "  census2021:",
                        "    # Stray folders, whose names do not match the pattern: dt=null/",
                        "    location: s3://refined/kpi/census2021/dt={date}/",
                        "  census2026:",
                        "    location: s3://refined/kpi/census2026/dt={date}/")
                .noneMatch(line -> line.contains("ot included"));
    }

    @Test
    void a_year_remains_a_date_if_a_few_days_are_below_a_wrong_year() {
        for (int i = 0; i < 40; i++) {
            LocalDateTime day = FIRST.minusDays(20).plusDays(i);
            put(day.getYear() + "/dt=" + day.toLocalDate() + "/part-0", 1000, done(i));
        }
        put("2025/dt=2026-01-05/part-0", 1000, done(0));

        assertThat(text(LATER)).contains("the pattern: 2025/dt=2026-01-05/\n");
        assertThat(lines(LATER))
                .filteredOn(line -> line.contains("location:"))
                .containsExactly("    location: s3://refined/kpi/{yyyy}/dt={date}/");
    }

    @Test
    void a_dated_folder_without_pattern_is_named() {
        days(20);
        put("x/census2021/part-0", 1, FIRST);

        assertThat(text(LATER)).contains("not included", "s3://refined/kpi/x/census2021/");
    }

    @Test
    void a_dataset_that_may_have_ended_is_marked() {
        days(28);

        assertThat(lines("2026-03-01T00:00:00Z")).anyMatch(line -> line.contains("No data since dt=2026-02-01"));
        assertThat(lines("2026-02-09T03:00:00Z")).noneMatch(line -> line.contains("No data since"));
    }

    @Test
    void a_dataset_with_long_gaps_has_not_ended() {
        for (int i = 0; i < 6; i++) {
            day(30 * i, 1000);
        }

        assertThat(lines("2026-07-31T00:00:00Z")).noneMatch(line -> line.contains("No data since"));
        assertThat(lines("2026-08-31T00:00:00Z")).anyMatch(line -> line.contains("No data since dt=2026-06-04"));
    }

    @Test
    void reads_the_names_of_folders_and_only_recent_partitions() {
        days(1500);
        lines(LATER);

        assertThat(lake.searchedFolders()).containsExactly(ROOT, ROOT + "dt=2030-02-12/");
        assertThat(lake.listedRanges()).extracting(KeyRange::after).containsExactly("dt=2029-12-22", "dt=2028-11-27");
    }

    @Test
    void an_empty_folder_is_an_error() {
        assertThatThrownBy(() -> lines(LATER))
                .isInstanceOf(NothingToSuggestException.class)
                .satisfies(error -> assertThat(error.getMessage())
                        .contains("no objects", "s3://refined/kpi/", "lakecheck.location"));
    }

    @Test
    void a_folder_without_dates_is_an_error() {
        put("current/part-0", 1, FIRST);

        assertThatThrownBy(() -> lines(LATER))
                .isInstanceOf(NothingToSuggestException.class)
                .satisfies(error -> assertThat(error.getMessage())
                        .contains(
                                "no dated folders", "s3://refined/kpi/current/part-0", "maxAge", "lakecheck.location"));
    }

    @Test
    void a_folder_with_unknown_date_patterns_is_an_error() {
        put("2026-13/part-0", 1, FIRST);

        assertThatThrownBy(() -> lines(LATER))
                .isInstanceOf(NothingToSuggestException.class)
                .satisfies(error -> assertThat(error.getMessage())
                        .contains("date pattern", "s3://refined/kpi/2026-13/", "lakecheck.location"));
    }

    @Test
    void the_listing_stops_at_the_timeout() {
        days(1);

        assertThatThrownBy(() -> Suggestion.of(
                        lake, ROOT, ROOT, Optional.empty(), Instant.parse(LATER), Sampling.within(Duration.ZERO)))
                .isInstanceOf(NothingToSuggestException.class)
                .satisfies(error -> assertThat(error.getMessage()).contains("lakecheck.timeout", "lakecheck.location"));
    }

    @Test
    void a_total_size_that_overflows_is_an_error() {
        put("dt=2026-01-05/part-0", Long.MAX_VALUE, done(0));
        put("dt=2026-01-05/part-1", Long.MAX_VALUE, done(0));

        assertThatThrownBy(() -> lines(LATER)).isInstanceOf(LakeException.class).hasMessageContaining("2^63 - 1");
    }

    private void days(int count) {
        for (int i = 0; i < count; i++) {
            day(i, 100_000L * (FIRST.plusDays(i).getDayOfWeek() == DayOfWeek.SUNDAY ? 2 : 1) + 100L * (i / 7) * 2);
        }
    }

    private void day(int i, long bytes) {
        String folder = "dt=" + FIRST.plusDays(i).toLocalDate() + "/";
        put(folder + "part-0", bytes, done(i));
        put(folder + "_SUCCESS", 0, done(i).plusSeconds(1));
    }

    private static LocalDateTime done(int i) {
        return FIRST.plusDays(i + 1).plusHours(3);
    }

    private void put(String key, long bytes, LocalDateTime modified) {
        lake.put(ROOT + key, bytes, modified.toInstant(ZoneOffset.UTC).toString());
    }

    private static Backtest backtest(Suggestion suggestion) {
        return suggestion.backtest(
                SuiteFile.parse("suggestion", String.join("\n", suggestion.lines()), Path.of("/lake")));
    }

    private List<String> lines(String now) {
        return suggestion(now, Optional.empty()).lines();
    }

    /** Returns the suggestion as text, with the lines of each comment joined. */
    private String text(String now) {
        return String.join("\n", lines(now)).replaceAll("\n *# ", " ");
    }

    private Suggestion suggestion(String now, Optional<ZoneId> zone) {
        return Suggestion.of(lake, ROOT, ROOT, zone, Instant.parse(now), Sampling.within(Duration.ofMinutes(1)));
    }
}
