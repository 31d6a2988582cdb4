// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakecheck.lake.LakeException;
import io.lakecheck.lake.MemoryLake;
import io.lakecheck.lake.Traffic;
import io.lakecheck.partition.Location;
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

class SuggestionTest {

    /** A Monday. */
    private static final LocalDateTime FIRST = LocalDateTime.parse("2026-01-05T00:00");

    private static final String ROOT = "s3://refined/kpi/";

    /** Later than everything here but what is said to be young. */
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
    void finds_how_folders_are_named(String pattern, ChronoUnit step, String template) {
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
    void days_without_leading_zeros_are_all_found_though_some_would_fit_with_them_too() {
        for (int i = 0; i < 100; i++) {
            LocalDateTime from = LocalDateTime.parse("2025-12-01T00:00").plusDays(i);
            put(DateTimeFormatter.ofPattern("'dt='yyyy-M-d", Locale.UK).format(from) + "/part-0", 1000, from);
        }

        assertThat(lines(LATER))
                .contains("    location: s3://refined/kpi/dt={yyyy-M-d}/")
                .anyMatch(line -> line.startsWith("    # 100 days, dt=2025-12-1 to dt=2026-3-10."));
    }

    @Test
    void leading_zeros_are_meant_where_no_day_tells() {
        for (int day = 10; day < 30; day++) {
            put("dt=2025-12-" + day + "/part-0", 1000, FIRST);
        }

        assertThat(lines(LATER)).contains("    location: s3://refined/kpi/dt={date}/");
    }

    @Test
    void says_each_limit_with_the_evidence_for_it() {
        days(28);

        assertThat(lines("2026-02-03T00:00:00Z"))
                .containsExactly(
                        "# Learned from what lies below s3://refined/kpi/ on 2026-02-03 00:00:00 UTC. Each limit stands under",
                        "# its evidence: read it, and make it yours.",
                        "# Names of folders don't tell the zone in which their days begin. UTC is assumed: write yours, or let",
                        "# it be suggested again with lakecheck.zone=Europe/London.",
                        "zone: UTC",
                        "datasets:",
                        "  kpi:",
                        "    # 28 days, dt=2026-01-05 to dt=2026-02-01.",
                        "    location: s3://refined/kpi/dt={date}/",
                        "    # 28 of 28 were complete 3 h 1 s after the end of their day at the latest, and a quarter of that to",
                        "    # spare.",
                        "    due: 4h",
                        "    checks:",
                        "      # 28 of 28 have _SUCCESS, written last in all of them.",
                        "      - recency: { marker: _SUCCESS, late: fail }",
                        "      # 100 kB (dt=2026-01-05) to 200.6 kB (dt=2026-02-01), and 15 % to spare.",
                        "      - size: { min: 85 kB, max: 240 kB }",
                        "      # A Monday has 100.4 kB as a rule, a Sunday has 200.4 kB. Against same weekday, 21 good ones were off",
                        "      # by +0.1 % to +0.2 %; with 30 % of that to spare, and no limit below 10 %.",
                        "      - delta: { against: same weekday, drop: 10%, rise: 10% }");
    }

    @Test
    void knows_until_when_and_how_far_back_there_is_a_past() {
        days(28);
        put("dt=2026-02-02/part-0", 7, LocalDateTime.parse("2026-02-02T08:00"));

        Suggestion suggestion = suggestion("2026-02-02T09:00:00Z", Optional.empty());

        assertThat(suggestion.end()).contains(Instant.parse("2026-02-02T04:00:00Z"));
        assertThat(suggestion.days()).isEqualTo(28);
        assertThat(suggestion.traffic()).isEqualTo(new Traffic(1, 0, 57));
    }

    @Test
    void the_day_that_may_still_grow_is_no_evidence() {
        days(28);
        put("dt=2026-02-02/part-0", 7, LocalDateTime.parse("2026-02-02T08:00"));

        assertThat(lines("2026-02-02T09:00:00Z"))
                .contains(
                        "    # 28 days, dt=2026-01-05 to dt=2026-02-01. Left out, as what may still grow or lies on days without",
                        "    # data: 1.")
                .anyMatch(line -> line.contains("min: 85 kB"));
    }

    @Test
    void what_was_not_due_yet_is_no_past() {
        put("dt=2026-01-05/part-0", 7, FIRST.plusHours(3));

        Suggestion suggestion = suggestion("2026-01-05T09:00:00Z", Optional.empty());

        assertThat(suggestion.lines())
                .contains("    # 1 day, and none of them was due yet.", "      - size: { min: 1 }");
        assertThat(suggestion.end()).isEmpty();
    }

    @Test
    void a_bad_day_of_the_past_does_not_become_a_limit_and_is_told() {
        days(28);
        put("dt=2026-01-20/part-0", 3_000, done(15));

        assertThat(lines("2026-03-01T00:00:00Z"))
                .contains("      # empty, incomplete or out of line: dt=2026-01-20.")
                .anyMatch(line -> line.contains("min: 85 kB"));
    }

    @Test
    void a_day_that_changed_after_its_marker_or_has_none_is_no_evidence() {
        days(28);
        put("dt=2026-01-20/part-1", 90_000, done(15).plusHours(1));
        lake.remove(ROOT + "dt=2026-01-21/_SUCCESS");

        assertThat(lines("2026-03-01T00:00:00Z"))
                .contains("      # 27 of 28 have _SUCCESS, written last in 26 of them.")
                .anyMatch(line -> line.contains("dt=2026-01-20, dt=2026-01-21"))
                .anyMatch(line -> line.contains("max: 240 kB"));
    }

    @Test
    void what_is_not_written_last_is_no_marker() {
        for (int i = 0; i < 28; i++) {
            put("dt=" + FIRST.plusDays(i).toLocalDate() + "/_metadata", 10, done(i).minusHours(1));
            put("dt=" + FIRST.plusDays(i).toLocalDate() + "/part-0", 1000, done(i));
        }

        assertThat(lines("2026-03-01T00:00:00Z"))
                .contains("      # There is no name that most of them have and that is written last: no marker.")
                .contains("      - recency: { late: fail }");
    }

    @Test
    void a_marker_beside_the_files_of_a_day_counts_though_the_files_lie_deeper() {
        for (int i = 0; i < 30; i++) {
            for (int bucket = 0; bucket < 40; bucket++) {
                String name = String.format(Locale.ROOT, "%02d", bucket);
                put("dt=" + FIRST.plusDays(i).toLocalDate() + "/" + name + "/part", 10, done(i));
            }
            put("dt=" + FIRST.plusDays(i).toLocalDate() + "/_SUCCESS", 0, done(i));
        }

        assertThat(lines("2026-03-01T00:00:00Z"))
                .as("buckets below a day are no hours")
                .contains("    location: s3://refined/kpi/dt={date}/")
                .anyMatch(line -> line.startsWith("      # 400 B (dt=2026-01-05) to 400 B"))
                .contains("      - recency: { marker: _SUCCESS, late: fail }");
    }

    @Test
    void weekends_without_data_are_no_holes() {
        for (int i = 0; i < 28; i++) {
            if (FIRST.plusDays(i).getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0) {
                day(i, 1000 + i);
            } else {
                put("dt=" + FIRST.plusDays(i).toLocalDate() + "/_SUCCESS", 0, done(i));
            }
        }

        assertThat(lines("2026-03-01T00:00:00Z"))
                .containsSequence("    # Never data on a Saturday or a Sunday.", "    days: weekdays")
                .contains(
                        "    # 20 days, dt=2026-01-05 to dt=2026-01-30. Left out, as what may still grow or lies on days without",
                        "    # data: 8.")
                .noneMatch(line -> line.contains("Not learned from"));
    }

    @Test
    void days_of_the_week_are_named_where_no_word_is_for_them() {
        for (int week = 0; week < 8; week++) {
            day(7 * week, 1000);
            day(7 * week + 3, 1000);
        }

        assertThat(lines("2026-03-15T00:00:00Z")).contains("    days: [monday, thursday]");
    }

    @Test
    void a_week_is_too_little_to_tell_its_days() {
        for (int i = 0; i < 5; i++) {
            day(i, 1000);
            day(i + 7, 1000);
        }

        assertThat(lines("2026-03-01T00:00:00Z")).noneMatch(line -> line.contains("days:"));
    }

    @Test
    void a_copied_lake_does_not_tell_when_its_days_came() {
        for (int i = 0; i < 28; i++) {
            put("dt=" + FIRST.plusDays(i).toLocalDate() + "/part-0", 1000, LocalDateTime.parse("2026-06-01T00:00"));
        }

        assertThat(lines("2026-07-01T00:00:00Z"))
                .containsSequence(
                        "    # When it comes can't be told: what is there was written long after its day, as by a copy or a",
                        "    # restore. This deadline is a guess, and all of the past looks late.",
                        "    due: 24h")
                .contains("      - recency: {}");
    }

    @Test
    void a_few_days_that_were_written_again_do_not_move_the_deadline() {
        days(28);
        put("dt=2026-01-20/_SUCCESS", 0, LocalDateTime.parse("2026-02-20T00:00"));

        assertThat(lines("2026-03-01T00:00:00Z"))
                .contains("    # spare. 1 came much later, or were written again since.", "    due: 4h");
    }

    @Test
    void asks_for_the_zone_where_days_are_complete_before_they_end() {
        for (int i = 0; i < 28; i++) {
            put("dt=" + FIRST.plusDays(i).toLocalDate() + "/part-0", 1000, done(i).minusHours(11));
        }

        assertThat(lines("2026-03-01T00:00:00Z"))
                .containsSequence(
                        "    # 28 of 28 were complete 8 h before the end of their day at the latest: is the zone right? Where",
                        "    # folders are named by the day of the run, write dt={date+1d}/.",
                        "    due: 30m");
        assertThat(suggestion("2026-03-01T00:00:00Z", Optional.of(ZoneId.of("Pacific/Auckland")))
                        .lines())
                .contains("zone: Pacific/Auckland", "    due: 7h")
                .noneMatch(line -> line.contains("zone right") || line.contains("UTC is assumed"));
    }

    @Test
    void what_to_write_for_folders_named_by_the_run_means_the_period_before() {
        for (int i = 0; i < 12; i++) {
            LocalDateTime from = LocalDateTime.parse("2026-01-01T00:00").plusMonths(i);
            put(from.toString().substring(0, 7).replace('-', '/') + "/part-0", 1000, from.plusHours(5));
        }

        assertThat(lines(LATER)).anyMatch(line -> line.contains("by the month of the run, write {yyyy+1M}/{MM+1M}/."));
        assertThat(Location.of(ROOT + "{yyyy+1M}/{MM+1M}/").parse("2026/01"))
                .contains(LocalDateTime.parse("2025-12-01T00:00"));
    }

    @Test
    void too_little_history_is_said_and_nothing_is_made_up() {
        days(3);

        assertThat(lines("2026-03-01T00:00:00Z"))
                .contains("      - size: { min: 50 kB }")
                .contains("      # No delta, which takes more history. Suggest again when there is more.")
                .noneMatch(line -> line.contains("- delta"));
    }

    @Test
    void sizes_that_go_up_and_down_without_bounds_get_no_delta() {
        for (int i = 0; i < 28; i++) {
            day(i, i % 2 == 0 ? 1000 : 200_000);
        }

        assertThat(lines("2026-03-01T00:00:00Z"))
                .anyMatch(line -> line.contains("No delta, as none"))
                .noneMatch(line -> line.contains("- delta"));
    }

    @Test
    void a_long_history_is_left_to_what_is_usual() {
        days(120);

        assertThat(lines("2026-09-01T00:00:00Z"))
                .containsSequence(
                        "      # A Tuesday has 101.6 kB as a rule, a Sunday has 201.6 kB. Against same weekday, 113 good ones were",
                        "      # off by +0.1 % to +0.2 %. 120 days are enough to learn each time what is usual, and how far off that",
                        "      # is usual.",
                        "      - delta: {}");
    }

    @Test
    void hours_are_compared_with_the_same_hour_of_the_same_weekday() {
        for (int i = 0; i < 24 * 21; i++) {
            LocalDateTime from = FIRST.plusHours(i);
            long bytes = 1000 + 500L * from.getHour() * (from.getDayOfWeek() == DayOfWeek.SUNDAY ? 2 : 1);
            put(
                    "dt=" + from.toLocalDate() + "/" + from.toString().substring(11, 13) + "/part-0",
                    bytes,
                    from.plusMinutes(75));
        }

        assertThat(lines("2026-03-01T00:00:00Z"))
                .contains("    # 504 hours, dt=2026-01-05/00 to dt=2026-01-25/23.", "    due: 45m")
                .contains("      - delta: { against: same weekday, drop: 10%, rise: 10% }")
                .anyMatch(
                        line -> line.startsWith(
                                "      # An hour of a Monday has 7 kB as a rule, one of a Sunday has 13 kB. Against same weekday,"));
    }

    @Test
    void finds_every_dataset_below_a_folder_and_leaves_hidden_ones_alone() {
        for (int i = 0; i < 20; i++) {
            String day = FIRST.plusDays(i).toLocalDate().toString();
            put("a/dt=" + day + "/part-0", 1000, done(i));
            put("b/leads/" + day.replace('-', '/') + "/part-0", 1000, done(i));
            put("c/leads/" + day + "/part-0", 1000, done(i));
            put("_tmp/dt=" + day + "/part-0", 1000, done(i));
        }

        assertThat(lines("2026-03-01T00:00:00Z"))
                .contains("# 20 objects in no dated folder left out.")
                .containsSubsequence(
                        "  a:",
                        "    location: s3://refined/kpi/a/dt={date}/",
                        "  leads:",
                        "    location: s3://refined/kpi/b/leads/{yyyy}/{MM}/{dd}/",
                        "  c-leads:",
                        "    location: s3://refined/kpi/c/leads/{date}/")
                .noneMatch(line -> line.contains("_tmp"));
    }

    @Test
    void more_datasets_than_anybody_reads_are_counted() {
        for (int i = 0; i < 60; i++) {
            put(String.format(Locale.ROOT, "x%02d/2026-01-05/part-0", i), 1000, done(0));
        }

        assertThat(lines("2026-03-01T00:00:00Z"))
                .contains("# 10 more datasets left out; name a folder further down in lakecheck.location.")
                .filteredOn(line -> line.contains("location: "))
                .hasSize(50);
    }

    @Test
    void stray_folders_are_told() {
        days(20);
        put("dt=2026-13-45/part-0", 1, done(1));

        assertThat(lines("2026-03-01T00:00:00Z"))
                .contains("    # Strays, which lie beside the dated folders and are named otherwise: dt=2026-13-45/.");
    }

    @Test
    void what_looks_like_a_date_or_has_the_same_key_beside_the_dated_folders_is_a_stray() {
        days(100);
        put("dt=2026-1-5/part-0", 1, done(1));
        put("dt=null/part-0", 1, done(1));
        put("dt=null/part-1", 1, done(1));
        put("2026-01-05_old/a/part-0", 1, done(1));
        put("_2026-01-05/part-0", 1, done(1));
        put("archive/part-0", 1, done(1));
        put("archive/dt=null/part-0", 1, done(1));
        put("country=GB/part-0", 1, done(1));

        assertThat(lines(LATER))
                .containsSequence(
                        "    # Strays, which lie beside the dated folders and are named otherwise: 2026-01-05_old/, dt=2026-1-5/,",
                        "    # dt=null/.");
    }

    @Test
    void folders_named_by_bare_numbers_have_no_key_to_share() {
        for (int i = 0; i < 20; i++) {
            put(FIRST.plusDays(i).toLocalDate() + "/part-0", 1000, done(i));
        }
        put("archive/part-0", 1, done(1));
        put("id=12026/part-0", 1, done(1));

        assertThat(lines(LATER)).noneMatch(line -> line.contains("Strays"));
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
                .noneMatch(line -> line.contains("Left out, as such"))
                .filteredOn(line -> line.contains("location:"))
                .containsExactly("    location: " + ROOT + "n/" + folder + "/" + template + "/");
    }

    @Test
    void datasets_that_differ_by_the_year_in_their_names_are_found_each_for_itself() {
        for (int i = 0; i < 40; i++) {
            String day = FIRST.minusDays(20).plusDays(i).toLocalDate().toString();
            put("census2021/dt=" + day + "/part-0", 1000, done(i));
            put("census2026/dt=" + day + "/part-0", 1000, done(i));
        }
        put("census2021/dt=null/part-0", 1, FIRST);

        assertThat(lines(LATER))
                .containsSubsequence(
                        "  census2021:",
                        "    # Strays, which lie beside the dated folders and are named otherwise: dt=null/.",
                        "    location: s3://refined/kpi/census2021/dt={date}/",
                        "  census2026:",
                        "    location: s3://refined/kpi/census2026/dt={date}/")
                .noneMatch(line -> line.contains("Left out, as such"));
    }

    @Test
    void a_year_above_its_own_days_stays_a_date_though_a_few_days_lie_below_another_year() {
        for (int i = 0; i < 40; i++) {
            LocalDateTime day = FIRST.minusDays(20).plusDays(i);
            put(day.getYear() + "/dt=" + day.toLocalDate() + "/part-0", 1000, done(i));
        }
        put("2025/dt=2026-01-05/part-0", 1000, done(0));

        assertThat(lines(LATER))
                .contains(
                        "    # Strays, which lie beside the dated folders and are named otherwise: 2025/dt=2026-01-05/.")
                .filteredOn(line -> line.contains("location:"))
                .containsExactly("    location: s3://refined/kpi/{yyyy}/dt={date}/");
    }

    @Test
    void what_follows_no_pattern_beside_a_dataset_is_told_by_its_whole_name() {
        days(20);
        put("x/census2021/part-0", 1, FIRST);

        assertThat(lines(LATER))
                .containsSequence(
                        "# Left out, as such folders follow no pattern, or have names that are not fit for a suite:",
                        "# s3://refined/kpi/x/census2021/.");
    }

    @Test
    void a_dataset_that_has_ended_is_told() {
        days(28);

        assertThat(lines("2026-03-01T00:00:00Z"))
                .contains("    # Nothing since dt=2026-02-01: if it has ended, leave it out.");
        assertThat(lines("2026-02-09T03:00:00Z")).noneMatch(line -> line.contains("Nothing since"));
    }

    @Test
    void a_dataset_that_always_came_seldom_has_not_ended() {
        for (int i = 0; i < 6; i++) {
            day(30 * i, 1000);
        }

        assertThat(lines("2026-07-31T00:00:00Z")).noneMatch(line -> line.contains("Nothing since"));
        assertThat(lines("2026-08-31T00:00:00Z"))
                .contains("    # Nothing since dt=2026-06-04: if it has ended, leave it out.");
    }

    @Test
    void looks_once() {
        days(28);
        lines("2026-03-01T00:00:00Z");

        assertThat(lake.listedRanges()).hasSize(1);
    }

    @Test
    void an_empty_place_is_told_with_a_remedy() {
        assertThatThrownBy(() -> lines(LATER))
                .isInstanceOf(NothingToSuggestException.class)
                .hasMessage(
                        "there is nothing below s3://refined/kpi/; see that lakecheck.location names the folder above"
                                + " the dated ones, such as s3://refined/kpi/");
    }

    @Test
    void a_place_without_dates_is_told_with_a_remedy() {
        put("current/part-0", 1, FIRST);

        assertThatThrownBy(() -> lines(LATER))
                .isInstanceOf(NothingToSuggestException.class)
                .hasMessageStartingWith("nothing below s3://refined/kpi/ is dated: 1 object, and no folder such as");
    }

    @Test
    void a_place_whose_dates_nobody_can_make_out_is_told_with_a_remedy() {
        put("2026-13/part-0", 1, FIRST);

        assertThatThrownBy(() -> lines(LATER))
                .isInstanceOf(NothingToSuggestException.class)
                .hasMessageStartingWith(
                        "the folders below s3://refined/kpi/ that may be dated follow no pattern, or have")
                .hasMessageContaining("such as s3://refined/kpi/2026-13/; name another folder");
    }

    @Test
    void looking_ends_when_its_time_is_up() {
        days(1);

        assertThatThrownBy(() -> Suggestion.of(lake, ROOT, ROOT, Optional.empty(), Instant.parse(LATER), Duration.ZERO))
                .isInstanceOf(NothingToSuggestException.class)
                .hasMessageEndingWith(
                        "allow more with lakecheck.timeout, or name a folder further down in lakecheck.location");
    }

    @Test
    void sizes_that_add_up_to_more_than_there_can_be_are_no_evidence() {
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

    private List<String> lines(String now) {
        return suggestion(now, Optional.empty()).lines();
    }

    private Suggestion suggestion(String now, Optional<ZoneId> zone) {
        return Suggestion.of(lake, ROOT, ROOT, zone, Instant.parse(now), Duration.ofMinutes(1));
    }
}
