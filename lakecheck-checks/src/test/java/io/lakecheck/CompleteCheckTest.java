// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.lake.KeyRange;
import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeException;
import io.lakecheck.lake.MemoryLake;
import io.lakecheck.lake.ObjectFilter;
import io.lakecheck.partition.Calendar;
import io.lakecheck.survey.Lakecheck;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests complete checks of 2026-01-02, a Friday, at its deadline. */
class CompleteCheckTest {

    private final MemoryLake lake = new MemoryLake();

    @Test
    void passes_if_each_of_the_last_days_is_complete() {
        days(7);

        assertThat(judge(new CompleteCheck(7, Severity.FAIL, MissingPolicy.WARN))
                        .text())
                .isEqualTo("all of the last 7 days are complete");
    }

    @Test
    void lists_incomplete_days_oldest_first_with_the_reason() {
        days(7);
        lake.remove(part(2)).remove(marker(2));
        lake.remove(part(4));
        lake.remove(marker(5));

        Verdict verdict = judge(new CompleteCheck(7, Severity.FAIL, MissingPolicy.WARN));

        assertThat(verdict.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(verdict.text())
                .contains(
                        "3 of the last 7 days",
                        "dt=2025-12-28 (no marker), dt=2025-12-29 (empty), dt=2025-12-31 (absent)");
    }

    @Test
    void writes_consecutive_gaps_with_the_same_reason_as_one_span() {
        days(9);
        for (int back : new int[] {1, 2, 3, 6}) {
            lake.remove(part(back)).remove(marker(back));
        }
        lake.remove(marker(4));

        assertThat(judge(new CompleteCheck(9, Severity.FAIL, MissingPolicy.WARN))
                        .measured())
                .isEqualTo("5 of the last 9 days are incomplete: dt=2025-12-27 (absent), dt=2025-12-29 (no marker),"
                        + " dt=2025-12-30 to dt=2026-01-01 (absent)");
    }

    @Test
    void a_span_continues_over_days_outside_the_calendar() {
        days(7);
        for (int back : new int[] {0, 1, 4, 5}) {
            lake.remove(part(back)).remove(marker(back));
        }
        Calendar calendar =
                new Calendar(EnumSet.complementOf(EnumSet.of(DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY)), Set.of());

        assertThat(judge(calendar, new CompleteCheck(5, Severity.FAIL, MissingPolicy.WARN))
                        .measured())
                .contains("dt=2025-12-28 to dt=2026-01-02 (4 expected days, absent)");
    }

    @Test
    void names_at_most_ten_gaps_and_counts_the_other_days() {
        days(40);
        for (int back = 0; back < 30; back += 2) {
            lake.remove(part(back)).remove(marker(back));
        }

        assertThat(judge(new CompleteCheck(40, Severity.FAIL, MissingPolicy.WARN))
                        .measured())
                .startsWith("15 of the last 40 days are incomplete: dt=2025-12-05 (absent), dt=2025-12-07 (absent)")
                .endsWith("dt=2025-12-23 (absent) and 5 more days");
    }

    @Test
    void a_day_that_changed_after_its_marker_is_incomplete() {
        days(3);
        lake.put(part(1), 10, "2026-01-05T00:00:00Z");

        assertThat(judge(new CompleteCheck(3, Severity.FAIL, MissingPolicy.WARN))
                        .measured())
                .contains("dt=2026-01-01 (changed after its marker)");
    }

    @Test
    void includes_the_checked_day() {
        days(3);
        lake.remove(part(0)).remove(marker(0));

        assertThat(judge(new CompleteCheck(3, Severity.FAIL, MissingPolicy.WARN))
                        .text())
                .contains("1 of the last 3 days", "dt=2026-01-02 (absent)");
    }

    @Test
    void checks_only_the_configured_number_of_days() {
        days(3);

        assertThat(judge(new CompleteCheck(3, Severity.FAIL, MissingPolicy.WARN))
                        .outcome())
                .isEqualTo(Outcome.PASSED);
        assertThat(judge(new CompleteCheck(4, Severity.FAIL, MissingPolicy.WARN))
                        .outcome())
                .isEqualTo(Outcome.FAILED);
    }

    @Test
    void ignores_days_outside_the_calendar() {
        days(1);
        days(8, 1);
        Calendar fridays = new Calendar(EnumSet.of(DayOfWeek.FRIDAY), Set.of(LocalDate.parse("2025-12-26")));

        assertThat(judge(fridays, new CompleteCheck(1, Severity.FAIL, MissingPolicy.SKIP))
                        .outcome())
                .isEqualTo(Outcome.PASSED);
        assertThat(judge(fridays, new CompleteCheck(2, Severity.FAIL, MissingPolicy.WARN))
                        .measured())
                .endsWith(": dt=2025-12-19 (absent)");
    }

    @Test
    void ignores_size_limits() {
        days(3);

        Verdict verdict = Datasets.judge(
                lake,
                Datasets.DUE_AT,
                Datasets.daily(
                        Datasets.marked("_SUCCESS"),
                        Datasets.atLeast(1_000_000),
                        new CompleteCheck(3, Severity.FAIL, MissingPolicy.WARN)));

        assertThat(verdict.outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void warns_if_the_severity_is_warn() {
        assertThat(judge(new CompleteCheck(2, Severity.WARN, MissingPolicy.WARN))
                        .outcome())
                .isEqualTo(Outcome.WARNED);
    }

    @Test
    void unknown_if_a_day_can_not_be_listed() {
        days(3);
        Lake denied = (range, visitor) -> {
            if (!range.prefix().isEmpty() && "dt=2026-01-01/".startsWith(range.prefix())) {
                throw new LakeException(LakeException.Reason.DENIED, "grant s3:ListBucket");
            }
            lake.list(range, visitor);
        };

        Verdict verdict = Datasets.judge(
                denied, Datasets.DUE_AT, dataset(new CompleteCheck(3, Severity.FAIL, MissingPolicy.WARN)));

        assertThat(verdict.text()).contains("access denied", "grant s3:ListBucket");
    }

    @Test
    void warns_of_stray_folders() {
        days(7);
        strays("dt=2026-1-5", "dt=null");

        Verdict verdict = judge(new CompleteCheck(7, Severity.FAIL, MissingPolicy.WARN));

        assertThat(verdict.outcome()).isEqualTo(Outcome.WARNED);
        assertThat(verdict.measured()).startsWith("stray folders: dt=null (").endsWith("), dt=2026-1-5");
        assertThat(verdict.reason()).isEqualTo("all of the last 7 days are complete");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dt=2026-1-5",
                "dt=2026-13-01",
                "dt=null",
                "dt=__HIVE_DEFAULT_PARTITION__",
                "date=2026-01-05",
                "2026-01-05",
                "archive",
                "dt=2026-01-05T00"
            })
    void folders_that_do_not_match_the_location_are_strays(String name) {
        days(3);
        strays(name);

        assertThat(judge(new CompleteCheck(3, Severity.FAIL, MissingPolicy.WARN))
                        .measured())
                .startsWith("stray folder: " + name);
    }

    @Test
    void other_days_hidden_folders_and_files_are_not_strays() {
        days(3);
        strays("dt=2025-06-01", "dt=2026-01-03", "_temporary", ".spark-staging-1");
        lake.put("s3://refined/kpi/README.md", 9, "2026-01-03T02:00:00Z");

        assertThat(judge(new CompleteCheck(3, Severity.FAIL, MissingPolicy.FAIL))
                        .text())
                .isEqualTo("all of the last 3 days are complete");
    }

    @Test
    void a_folder_with_an_empty_name_is_a_stray() {
        days(3);
        strays("", "/dt=2026-01-05");

        assertThat(judge(new CompleteCheck(3, Severity.FAIL, MissingPolicy.WARN))
                        .measured())
                .isEqualTo("stray folder: /");
    }

    @Test
    void folders_of_other_datasets_are_not_strays() {
        days(3);
        strays("month=2026-01", "deeper/kpi/dt=2026-01-02", "archive");

        List<Finding> findings = Lakecheck.on(lake)
                .at(Datasets.clock(Datasets.DUE_AT))
                .run(Suite.of(
                        Datasets.daily(
                                Datasets.marked("_SUCCESS"), new CompleteCheck(3, Severity.FAIL, MissingPolicy.WARN)),
                        Datasets.named("monthly", "s3://refined/kpi/month={yyyy-MM}/", Datasets.atLeast(1)),
                        Datasets.named("deeper", "s3://refined/kpi/deeper/kpi/dt={date}/", Datasets.atLeast(1))))
                .findings();

        assertThat(findings.get(1).verdict().measured()).isEqualTo("stray folder: archive");
    }

    @Test
    void names_the_first_strays_and_counts_the_others() {
        days(1);
        strays(IntStream.range(1000, 2000).mapToObj(i -> "x" + i).toArray(String[]::new));

        assertThat(judge(new CompleteCheck(1, Severity.FAIL, MissingPolicy.WARN))
                        .measured())
                .endsWith(": x1000, x1001, x1002, x1003, x1004 and 995 more");
    }

    @Test
    void reports_incomplete_days_and_strays_with_the_worst_outcome() {
        days(3);
        lake.remove(part(1)).remove(marker(1));
        strays("dt=2026-1-1");

        Verdict verdict = judge(new CompleteCheck(3, Severity.FAIL, MissingPolicy.WARN));

        assertThat(verdict.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(verdict.text())
                .contains("1 of the last 3 days", "dt=2026-01-01 (absent)", "stray folder: dt=2026-1-1");
    }

    @Test
    void the_policy_for_strays_is_independent_of_the_severity() {
        days(3);
        strays("dt=null");

        assertThat(judge(new CompleteCheck(3, Severity.WARN, MissingPolicy.FAIL))
                        .outcome())
                .isEqualTo(Outcome.FAILED);
        assertThat(judge(new CompleteCheck(3, Severity.FAIL, MissingPolicy.WARN))
                        .outcome())
                .isEqualTo(Outcome.WARNED);
        assertThat(judge(new CompleteCheck(3, Severity.FAIL, MissingPolicy.SKIP))
                        .text())
                .isEqualTo("all of the last 3 days are complete");
    }

    @Test
    void searches_only_the_nested_folders_that_hold_the_periods() {
        for (int back = 0; back < 5; back++) {
            LocalDate day = LocalDate.parse("2026-01-02").minusDays(back);
            lake.put(
                    "s3://refined/n/" + day.toString().replace('-', '/') + "/part-0",
                    9,
                    day.plusDays(1) + "T02:00:00Z");
        }
        for (String stray : List.of("2026/1/05", "2026/01/5", "2025/12/32", "26", "2025/11/5", "2024/1", "2025/13")) {
            lake.put("s3://refined/n/" + stray + "/part-0", 9, "2026-01-03T02:00:00Z");
        }

        Report report = Lakecheck.on(lake)
                .at(Datasets.clock(Datasets.DUE_AT))
                .run(Suite.of(Datasets.at(
                        "s3://refined/n/{yyyy}/{MM}/{dd}/", new CompleteCheck(5, Severity.FAIL, MissingPolicy.WARN))));

        assertThat(report.findings().get(0).verdict().measured())
                .endsWith(": 26, 2025/13, 2025/12/32, 2026/1, 2026/01/5");
        assertThat(lake.searchedFolders())
                .containsExactlyInAnyOrder(
                        "s3://refined/n/",
                        "s3://refined/n/2025/",
                        "s3://refined/n/2025/12/",
                        "s3://refined/n/2026/",
                        "s3://refined/n/2026/01/");
    }

    @Test
    void unknown_strays_do_not_hide_incomplete_days() {
        days(3);
        lake.remove(part(1)).remove(marker(1));

        Verdict verdict = Datasets.judge(
                unsearchable(new LakeException(LakeException.Reason.DENIED, "grant s3:ListBucket")),
                Datasets.DUE_AT,
                dataset(new CompleteCheck(3, Severity.WARN, MissingPolicy.WARN)));

        assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(verdict.text())
                .contains("1 of the last 3 days", "dt=2026-01-01 (absent)", "access denied", "grant s3:ListBucket");
    }

    @Test
    void names_the_reason_once_if_strays_can_not_be_searched() {
        days(3);

        Verdict verdict = Datasets.judge(
                unsearchable(new LakeException(LakeException.Reason.DENIED, "access denied listing s3://refined/")),
                Datasets.DUE_AT,
                dataset(new CompleteCheck(3, Severity.FAIL, MissingPolicy.WARN)));

        assertThat(verdict.reason())
                .isEqualTo("could not search for stray folders: access denied listing s3://refined/;"
                        + " set strays: skip to disable the search");
    }

    @Test
    void unknown_if_the_search_for_strays_throws() {
        days(3);

        Verdict verdict = Datasets.judge(
                unsearchable(new IllegalStateException("a\nbug")),
                Datasets.DUE_AT,
                dataset(new CompleteCheck(3, Severity.FAIL, MissingPolicy.WARN)));

        assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(verdict.reason()).contains("unexpected error; internal error (IllegalStateException: a\\u{a}bug)");
    }

    @Test
    void skipping_strays_needs_no_permission_to_list_folders() {
        days(3);
        Lake unsearchable = unsearchable(new LakeException(LakeException.Reason.DENIED, "grant s3:ListBucket"));

        assertThat(Datasets.judge(
                                unsearchable,
                                Datasets.DUE_AT,
                                dataset(new CompleteCheck(3, Severity.FAIL, MissingPolicy.SKIP)))
                        .outcome())
                .isEqualTo(Outcome.PASSED);
    }

    @Test
    void a_month_of_days_costs_one_request_and_its_strays_another() {
        days(30);

        assertThat(cost(new CompleteCheck(30, Severity.FAIL, MissingPolicy.SKIP)))
                .isEqualTo(1);
        assertThat(cost(new CompleteCheck(30, Severity.FAIL, MissingPolicy.WARN)))
                .isEqualTo(2);
    }

    @Test
    void searches_each_folder_once_per_run() {
        days(30);

        Lakecheck.on(lake)
                .at(Datasets.clock(Datasets.DUE_AT))
                .run(Suite.of(
                        dataset(new CompleteCheck(30, Severity.FAIL, MissingPolicy.WARN)),
                        Datasets.named(
                                "again",
                                Datasets.KPI,
                                new CompleteCheck(30, Severity.FAIL, MissingPolicy.FAIL),
                                new CompleteCheck(7, Severity.FAIL, MissingPolicy.WARN))));

        assertThat(lake.searchedFolders()).containsExactly("s3://refined/kpi/");
    }

    @Test
    void searches_nothing_without_an_expected_day_or_a_check() {
        days(30);
        Calendar mondays = new Calendar(EnumSet.of(DayOfWeek.MONDAY), Set.of());

        Lakecheck.on(lake)
                .at(Datasets.clock(Datasets.DUE_AT))
                .partition("2026-01-02")
                .run(Suite.of(
                        Datasets.daily(Datasets.recency(), Datasets.atLeast(1), DeltaCheck.DEFAULT),
                        Datasets.of(
                                "mondays",
                                Datasets.KPI,
                                ZoneOffset.UTC,
                                Datasets.DUE,
                                mondays,
                                ObjectFilter.DATA,
                                new CompleteCheck(3, Severity.FAIL, MissingPolicy.WARN))));

        assertThat(lake.searchedFolders()).isEmpty();
    }

    private long cost(CompleteCheck check) {
        Report report = Lakecheck.on(lake).at(Datasets.clock(Datasets.DUE_AT)).run(Suite.of(dataset(check)));
        assertThat(report.outcome()).isEqualTo(Outcome.PASSED);
        return report.traffic().requests();
    }

    private void strays(String... names) {
        for (String name : names) {
            lake.put("s3://refined/kpi/" + name + "/part-0", 9, "2026-01-03T02:00:00Z");
        }
    }

    /** Returns a view of this test's lake that fails to list folders. */
    private Lake unsearchable(RuntimeException failure) {
        return new Lake() {
            @Override
            public void list(KeyRange range, Visitor visitor) {
                lake.list(range, visitor);
            }

            @Override
            public void folders(String root, String path, FolderVisitor visitor) {
                visitor.onFolder("dt=null");
                throw failure;
            }
        };
    }

    private Verdict judge(CompleteCheck check) {
        return judge(Calendar.EVERY_DAY, check);
    }

    private Verdict judge(Calendar calendar, CompleteCheck check) {
        Instant due = Datasets.DUE_AT;
        return Datasets.judge(lake, due, Datasets.expected(calendar, Datasets.marked("_SUCCESS"), check));
    }

    private static Dataset dataset(CompleteCheck check) {
        return Datasets.daily(Datasets.marked("_SUCCESS"), check);
    }

    private void days(int count) {
        days(0, count);
    }

    private void days(int firstBack, int count) {
        for (int back = firstBack; back < firstBack + count; back++) {
            String day = LocalDate.parse("2026-01-03").minusDays(back).toString();
            lake.put(part(back), 10, day + "T02:00:00Z").put(marker(back), 0, day + "T02:00:01Z");
        }
    }

    private static String part(int back) {
        return folder(back) + "part-0";
    }

    private static String marker(int back) {
        return folder(back) + "_SUCCESS";
    }

    private static String folder(int back) {
        return "s3://refined/kpi/dt=" + LocalDate.parse("2026-01-02").minusDays(back) + "/";
    }
}
