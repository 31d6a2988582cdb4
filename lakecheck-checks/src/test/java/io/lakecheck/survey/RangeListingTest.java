// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Check;
import io.lakecheck.Dataset;
import io.lakecheck.Datasets;
import io.lakecheck.DeltaCheck;
import io.lakecheck.Finding;
import io.lakecheck.Outcome;
import io.lakecheck.Report;
import io.lakecheck.Severity;
import io.lakecheck.SizeCheck;
import io.lakecheck.Suite;
import io.lakecheck.baseline.Baseline;
import io.lakecheck.baseline.HistoryEntry;
import io.lakecheck.baseline.SampleBaseline;
import io.lakecheck.baseline.Statistic;
import io.lakecheck.baseline.TestDays;
import io.lakecheck.baseline.Tolerance;
import io.lakecheck.lake.KeyRange;
import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeException;
import io.lakecheck.lake.MemoryLake;
import io.lakecheck.lake.ObjectFilter;
import io.lakecheck.lake.Observation;
import io.lakecheck.partition.Calendar;
import io.lakecheck.partition.Location;
import io.lakecheck.partition.Rhythm;
import io.lakecheck.partition.Schedule;
import io.lakecheck.value.Limits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counts the LIST requests that a history takes, and checks that the way of listing never affects the findings. */
class RangeListingTest {

    private static final LocalDate JUDGED = LocalDate.parse("2026-01-29");

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-01-30T06:00:00Z"), ZoneOffset.UTC);

    private final MemoryLake lake = new MemoryLake();

    @Test
    void twenty_eight_days_of_five_files_cost_one_request() {
        days(29, 5);

        Report report = run(daily(median(28)));

        assertThat(report.traffic().requests()).isEqualTo(1);
        assertThat(report.findings().get(0).text()).contains("PASSED", "median of 28");
        assertThat(considered(report)).isEqualTo(28);
    }

    @ParameterizedTest
    @CsvSource({
        "kpi_{yyyyMMdd}.csv, 'kpi_'yyyyMMdd'.csv'",
        "{yyyy}/{MM}/kpi_{yyyyMMdd}.csv, yyyy/MM/'kpi_'yyyyMMdd'.csv'",
        "E2.{date}-*.gz, 'E2.'yyyy-MM-dd'-13.ab.gz'",
        "run={date}-*/, 'run='yyyy-MM-dd'-04-17/part-0'",
        "dt={date}/run=*/, 'dt='yyyy-MM-dd'/run=1/part-0'"
    })
    void days_in_the_names_of_files_cost_one_request(String location, String file) {
        for (int back = 0; back < 29; back++) {
            LocalDate day = JUDGED.minusDays(back);
            String key = "s3://refined/kpi/"
                    + DateTimeFormatter.ofPattern(file, Locale.ROOT).format(day);
            lake.put(key, 1000, day.plusDays(1) + "T03:00:00Z")
                    .put(key + ".sha256", 64, day.plusDays(1) + "T04:00:00Z");
        }

        Report report = run(dataset("s3://refined/kpi/" + location, median(28)));

        assertThat(report.traffic().requests()).isEqualTo(1);
        assertThat(report.findings().get(0).text()).contains("PASSED");
        assertThat(considered(report)).isEqualTo(28);
    }

    @Test
    void markers_next_to_the_days_cost_one_more_request() {
        days(29, 5);
        for (int back = 0; back < 29; back++) {
            LocalDate day = JUDGED.minusDays(back);
            lake.put("s3://refined/flags/" + day + ".done", 0, day.plusDays(1) + "T04:00:00Z");
        }

        Report report = run(daily(Datasets.marked("s3://refined/flags/{date}.done"), median(28)));

        assertThat(report.traffic().requests()).isEqualTo(2);
        assertThat(report.findings()).extracting(Finding::outcome).containsOnly(Outcome.PASSED, Outcome.WARNED);
        assertThat(considered(report)).isEqualTo(28);
    }

    @Test
    void small_days_cost_as_many_requests_as_they_fill_pages() {
        days(29, 300);

        assertThat(run(daily(median(28))).traffic().requests()).isEqualTo(9);
    }

    @Test
    void does_not_request_pages_that_are_not_needed() {
        days(29, 500);
        DeltaCheck sameWeekday =
                DeltaCheck.of(SampleBaseline.SAME_WEEKDAY, Tolerance.of(TestDays.percent(30), Optional.empty()));

        Report report = run(daily(sameWeekday));

        assertThat(report.findings().get(0).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(report.traffic().requests()).isEqualTo(2);
    }

    @Test
    void large_days_are_listed_separately_and_concurrently() {
        days(29, 2500);

        Report report = run(daily(median(28)));

        assertThat(report.traffic().requests()).isEqualTo(29 * 3);
        assertThat(lake.listedRanges())
                .hasSize(29)
                .extracting(KeyRange::prefix)
                .contains("dt=2026-01-02/", "dt=2026-01-29/");
        assertThat(report.findings().get(0).outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void days_of_just_over_a_page_are_listed_separately() {
        days(29, 1001);

        assertThat(run(daily(median(28))).traffic().requests()).isLessThanOrEqualTo(29 * 2);
    }

    @Test
    void weeks_between_small_days_are_passed_with_one_request() {
        days(60, 5);

        assertThat(run(daily(sameWeekdays(4))).traffic().requests()).isEqualTo(1);
    }

    @Test
    void weeks_between_large_days_are_not_listed() {
        days(60, 600);

        Report report = run(daily(sameWeekdays(4)));

        assertThat(report.traffic().requests()).isLessThanOrEqualTo(6);
        assertThat(report.findings().get(0).outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void replacements_of_missing_days_cost_one_further_request() {
        days(100, 5);
        for (int back = 1; back < 100; back++) {
            if (JUDGED.minusDays(back).getDayOfWeek().getValue() > 5 || back % 11 == 0) {
                remove(JUDGED.minusDays(back));
            }
        }

        Report report = run(daily(median(28)));

        assertThat(report.findings().get(0).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(report.findings().get(0).verdict().history().stream().filter(HistoryEntry::isUsable))
                .hasSize(28);
        assertThat(report.traffic().requests()).isEqualTo(2);
    }

    @Test
    void locations_that_do_not_sort_by_time_are_listed_separately() {
        for (String location : List.of("s3://refined/a/{dd}-{MM}-{yyyy}/", "s3://refined/b/{yyyy}/{M}/{d}/")) {
            days(location, 29, 5);

            Report report = run(dataset(location, median(28)));

            assertThat(report.traffic().requests()).isEqualTo(29);
            assertThat(report.findings().get(0).outcome()).isEqualTo(Outcome.PASSED);
        }
    }

    @Test
    void nested_folders_share_requests_too() {
        String location = "s3://refined/kpi/{yyyy}/{MM}/{dd}/out/";
        days(location, 29, 5);

        assertThat(run(dataset(location, median(28))).traffic().requests()).isEqualTo(1);
    }

    @Test
    void finds_the_same_as_separate_listings() {
        days(40, 30);
        remove(JUDGED.minusDays(4));
        lake.put("s3://refined/kpi/dt=2026-01-20/", 0, "2026-01-21T03:00:00Z")
                .put("s3://refined/kpi/dt=2026-01-20/_SUCCESS", 0, "2026-01-21T03:00:00Z")
                .put("s3://refined/kpi/dt=2026-01-20-old/part-0", 99, "2026-01-21T03:00:00Z")
                .put("s3://refined/kpi/dt=2026-01-20.bak", 99, "2026-01-21T03:00:00Z")
                .put("s3://refined/kpi/dt=2026-01-2", 99, "2026-01-21T03:00:00Z")
                .put("s3://refined/kpi/dt=2026-01-\uffee/part-0", 99, "2026-01-21T03:00:00Z")
                .put("s3://refined/kpi/dt=2026-01-31/part-0", 99, "2026-02-01T03:00:00Z")
                .put("s3://refined/kpi/report.txt", 99, "2026-02-01T03:00:00Z");
        Lake separate = (range, visitor) -> lake.list(range, visitor);

        for (Check check : List.of(median(28), sameWeekdays(4), DeltaCheck.DEFAULT)) {
            assertThat(observations(run(daily(check)))).isEqualTo(observations(run(separate, daily(check))));
        }
    }

    @Test
    void lists_partitions_separately_if_the_range_is_denied() {
        days(29, 5);
        Lake noRanges = new Paged((range, visitor) -> {
            lake.list(range, visitor);
            if (!range.after().isEmpty()) {
                throw new LakeException(LakeException.Reason.DENIED, "only the prefixes of partitions may be listed");
            }
        });

        Report report = run(noRanges, daily(median(28)));

        assertThat(report.findings().get(0).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(considered(report)).isEqualTo(28);
    }

    @Test
    void lists_partitions_separately_after_a_bug() {
        days(29, 5);
        Lake buggy = new Paged((range, visitor) -> {
            if (!range.after().isEmpty()) {
                throw new StackOverflowError();
            }
            lake.list(range, visitor);
        });

        Report report = run(buggy, daily(median(28)));

        assertThat(report.findings().get(0).outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void size_is_checked_even_if_the_history_can_not_be_listed() {
        days(29, 5);
        Lake today = new Paged((range, visitor) -> {
            if (!range.prefix().equals("dt=" + JUDGED + "/")) {
                throw new LakeException(LakeException.Reason.DENIED, "grant s3:ListBucket");
            }
            lake.list(range, visitor);
        });
        SizeCheck size = new SizeCheck(
                new Limits(OptionalLong.of(5), OptionalLong.empty()), Limits.NONE, Limits.NONE, Severity.FAIL);

        Report report = run(today, daily(size, median(28)));

        assertThat(report.findings()).extracting(Finding::outcome).containsExactly(Outcome.PASSED, Outcome.UNKNOWN);
        assertThat(report.findings().get(1).verdict().measured()).startsWith("could not be checked");
    }

    /** A lake whose pages are defined by a test. */
    private record Paged(Listing listing) implements Lake {

        interface Listing {
            void list(KeyRange range, Visitor visitor);
        }

        @Override
        public void list(KeyRange range, Visitor visitor) {
            listing.list(range, visitor);
        }
    }

    private void days(int count, int files) {
        days("s3://refined/kpi/dt={date}/", count, files);
    }

    /** Writes the checked day and the days before it. */
    private void days(String location, int count, int files) {
        for (int back = 0; back < count; back++) {
            LocalDate day = JUDGED.minusDays(back);
            String folder = dataset(location, DeltaCheck.DEFAULT)
                    .partition(day.toString())
                    .folder();
            remove(day);
            for (int file = 0; file < files; file++) {
                lake.put(folder + name(file), 1000 + back % 3, day.plusDays(1) + "T03:00:00Z");
            }
        }
    }

    private void remove(LocalDate day) {
        for (int file = 0; file < 5; file++) {
            lake.remove("s3://refined/kpi/dt=" + day + "/" + name(file));
        }
    }

    private static String name(int file) {
        return String.format(Locale.ROOT, "part-%05d", file);
    }

    private Report run(Dataset dataset) {
        return run(lake, dataset);
    }

    private static Report run(Lake lake, Dataset dataset) {
        return Lakecheck.on(lake).at(NOW).run(Suite.of(dataset));
    }

    private static List<Observation> observations(Report report) {
        return report.findings().get(0).evidence().observations().values().stream()
                .sorted(Comparator.comparing(
                        observation -> observation.partition().path()))
                .toList();
    }

    private static int considered(Report report) {
        List<Finding> findings = report.findings();
        return findings.get(findings.size() - 1).verdict().history().size();
    }

    private static DeltaCheck median(int count) {
        return half(new SampleBaseline(Rhythm.EVERY, count, Statistic.MEDIAN));
    }

    private static DeltaCheck sameWeekdays(int count) {
        return half(new SampleBaseline(Rhythm.SAME_WEEKDAY, count, Statistic.MEDIAN));
    }

    private static DeltaCheck half(Baseline baseline) {
        return DeltaCheck.of(baseline, Tolerance.of(TestDays.percent(50), TestDays.percent(50)));
    }

    private static Dataset daily(Check... checks) {
        return dataset("s3://refined/kpi/dt={date}/", checks);
    }

    private static Dataset dataset(String location, Check... checks) {
        return new Dataset(
                "kpi",
                Location.of(location),
                new Schedule(ZoneOffset.UTC, Duration.ZERO, Calendar.EVERY_DAY),
                ObjectFilter.DATA,
                List.of(checks),
                Map.of());
    }
}
