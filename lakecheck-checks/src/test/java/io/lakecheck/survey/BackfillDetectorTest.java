// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Dataset;
import io.lakecheck.Datasets;
import io.lakecheck.Finding;
import io.lakecheck.Outcome;
import io.lakecheck.RecencyCheck;
import io.lakecheck.Severity;
import io.lakecheck.Suite;
import io.lakecheck.lake.Arrival;
import io.lakecheck.lake.Completion;
import io.lakecheck.lake.MemoryLake;
import io.lakecheck.lake.ObjectFilter;
import io.lakecheck.lake.PartRule;
import io.lakecheck.lake.Presence;
import io.lakecheck.partition.Calendar;
import io.lakecheck.partition.Partition;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Tests backtests of days that were rewritten, so that their write times no longer show when they arrived. Each day is
 * due six hours after its end, and originally arrived three hours before that.
 */
class BackfillDetectorTest {

    private static final LocalDate LAST = LocalDate.parse("2026-01-30");
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final RecencyCheck MARKED = Datasets.marked("_SUCCESS");

    private final MemoryLake lake = new MemoryLake();

    @Test
    void recency_is_skipped_for_a_copied_lake() {
        for (int back = 0; back < 40; back++) {
            written(back, "2026-03-01T10:00:" + (10 + back) + "Z");
        }

        Backtest.Series recency = recency(30);

        assertThat(recency.alerts()).isEmpty();
        assertThat(recency.count(Outcome.SKIPPED)).isEqualTo(30);
        assertThat(text(recency, 0)).contains("2026-03-01 10:00:10 Z", "29 other overdue partitions");
    }

    @Test
    void a_single_late_day_alerts() {
        inTime(40);
        written(4, "2026-01-27T09:00:00Z");

        assertThat(alerts(recency(30))).containsExactly("dt=2026-01-26 WARNED");
    }

    @Test
    void a_late_day_alerts_even_if_other_days_were_restored() {
        inTime(40);
        written(2, "2026-01-29T09:00:00Z");
        IntStream.range(10, 25).forEach(back -> written(back, "2026-03-01T10:00:00Z"));

        Backtest.Series recency = recency(30);

        assertThat(alerts(recency)).containsExactly("dt=2026-01-28 WARNED");
        assertThat(recency.count(Outcome.SKIPPED)).isEqualTo(15);
        assertThat(recency.count(Outcome.PASSED)).isEqualTo(14);
    }

    @Test
    void an_outage_of_less_than_a_week_alerts_only_for_its_last_days() {
        inTime(40);
        IntStream.range(3, 10).forEach(back -> written(back, "2026-01-28T12:00:00Z"));

        assertThat(alerts(recency(30))).containsExactly("dt=2026-01-27 WARNED");
        assertThat(text(recency(30), 4)).contains("probably rewritten");
    }

    @Test
    void days_a_week_apart_that_were_written_at_once_are_a_copy() {
        inTime(40);
        IntStream.range(3, 11).forEach(back -> written(back, "2026-01-28T12:00:00Z"));

        assertThat(recency(30).alerts()).isEmpty();
        assertThat(recency(30).count(Outcome.SKIPPED)).isEqualTo(8);
    }

    @Test
    void three_days_written_at_once_are_a_copy_but_two_are_rewritten() {
        inTime(40);
        written(3, "2026-02-20T12:00:00Z");
        written(20, "2026-02-20T12:00:00Z");

        assertThat(recency(30).count(Outcome.SKIPPED)).isEqualTo(2);
        assertThat(text(recency(30), 3)).contains("probably rewritten");

        written(11, "2026-02-21T12:00:00Z");

        assertThat(recency(30).count(Outcome.SKIPPED)).isEqualTo(3);
        assertThat(text(recency(30), 3)).contains("probably copied");
    }

    @Test
    void a_day_is_not_rewritten_if_some_of_its_data_is_older() {
        inTime(40);
        written(3, "2026-02-20T12:00:00Z");
        lake.put(folder(3) + "part-1", 1000, "2026-01-28T05:00:00Z");

        assertThat(alerts(recency(30))).containsExactly("dt=2026-01-27 WARNED");
    }

    @Test
    void a_dataset_that_is_always_equally_late_is_not_a_copy() {
        for (int back = 0; back < 40; back++) {
            written(back, LAST.minusDays(back - 2L) + "T09:00:00Z");
        }

        assertThat(recency(30).alerts()).hasSize(30);
    }

    @Test
    void a_late_hourly_dataset_is_not_a_copy_but_a_restored_one_is() {
        Dataset hourly = Datasets.of(
                "kpi",
                "s3://refined/kpi/dt={date}/hour={HH}/",
                ZoneOffset.UTC,
                Duration.ofMinutes(10),
                Calendar.EVERY_DAY,
                ObjectFilter.DATA,
                Datasets.recency());
        LocalDateTime last = LAST.atTime(12, 0);
        for (int back = 0; back < 24 * 12; back++) {
            LocalDateTime hour = last.minusHours(back);
            lake.put(hourly.partition(hour.toString()).folder() + "part-0", 1000, hour.plusHours(4) + ":00Z");
        }

        assertThat(recency(hourly, "2026-01-30T12", 10).alerts()).hasSize(24 * 10);

        for (int back = 0; back < 24 * 12; back++) {
            lake.put(
                    hourly.partition(last.minusHours(back).toString()).folder() + "part-0",
                    1000,
                    "2026-03-01T10:00:00Z");
        }

        assertThat(recency(hourly, "2026-01-30T12", 10).count(Outcome.SKIPPED)).isEqualTo(24 * 10);
    }

    @Test
    void three_weeks_or_months_written_at_once_are_a_copy() {
        for (String location : List.of("s3://refined/weeks/{YYYY-'W'ww}/", "s3://refined/months/{yyyy-MM}/")) {
            Dataset dataset = Datasets.at(location, Datasets.recency());
            Partition partition = dataset.newestDue(Instant.parse("2026-01-30T12:00:00Z"));
            lake.put(partition.folder() + "part-0", 1000, "2026-03-01T10:00:00Z");
            dataset.before(partition)
                    .limit(2)
                    .forEach(earlier -> lake.put(earlier.folder() + "part-0", 1000, "2026-03-01T10:00:00Z"));

            assertThat(recency(dataset, partition.label(), 10).alerts())
                    .as("goes back as far as it needs")
                    .isEmpty();
        }
    }

    @Test
    void a_copy_of_few_days_is_detected_by_the_days_before_them() {
        IntStream.range(0, 40).forEach(back -> written(back, "2026-03-01T10:00:00Z"));

        assertThat(recency(1).count(Outcome.SKIPPED)).isEqualTo(1);
        assertThat(recency(3).findings()).hasSize(3);
    }

    @Test
    void missing_data_and_markers_alert_even_in_a_copy() {
        IntStream.range(0, 40).forEach(back -> {
            written(back, "2026-03-01T10:00:00Z");
            sealed(back, "2026-03-01T10:00:00Z");
        });
        lake.remove(folder(3) + "part-0").remove(folder(3) + "_SUCCESS");
        lake.remove(folder(5) + "_SUCCESS");
        lake.remove(folder(7) + "part-0");

        assertThat(alerts(recency(Datasets.daily(MARKED), LAST.toString(), 30)))
                .containsExactly("dt=2026-01-23 FAILED", "dt=2026-01-25 FAILED", "dt=2026-01-27 FAILED");
    }

    @Test
    void leftovers_alert_even_in_a_copy() {
        IntStream.range(0, 40).forEach(back -> written(back, "2026-03-01T10:00:00Z"));
        lake.put(folder(3) + "x.tmp", 1, "2026-03-01T10:00:00Z");
        RecencyCheck clean = new RecencyCheck(
                new Completion(Optional.empty(), true, List.of("*.tmp"), Optional.empty()),
                Arrival.within(Duration.ZERO),
                Severity.WARN,
                Optional.empty(),
                Severity.FAIL);

        assertThat(alerts(recency(Datasets.daily(clean), LAST.toString(), 30))).containsExactly("dt=2026-01-27 FAILED");
    }

    @Test
    void missing_parts_alert_even_in_a_copy() {
        IntStream.range(0, 40).forEach(back -> {
            lake.put(folder(back) + "country=DE/part-0", 1000, "2026-03-01T10:00:00Z");
            lake.put(folder(back) + "country=FR/part-0", 1000, "2026-03-01T10:00:00Z");
        });
        lake.remove(folder(3) + "country=FR/part-0");
        Dataset daily = Datasets.daily(Datasets.recency());
        Dataset parts = new Dataset(
                daily.name(),
                daily.location(),
                daily.schedule(),
                daily.filter(),
                daily.checks(),
                daily.dimensions(),
                new Presence(
                        false, false, Optional.empty(), Optional.of(new PartRule("country", List.of("DE", "FR")))));

        assertThat(alerts(recency(parts, LAST.toString(), 30))).containsExactly("dt=2026-01-27 FAILED");
    }

    @Test
    void data_written_after_the_marker_is_skipped_in_a_copy() {
        IntStream.range(0, 40).forEach(back -> {
            written(back, "2026-03-01T10:00:05Z");
            sealed(back, "2026-03-01T10:00:00Z");
        });

        assertThat(recency(Datasets.daily(MARKED), LAST.toString(), 30).count(Outcome.SKIPPED))
                .isEqualTo(30);
    }

    @Test
    void data_written_after_old_markers_alerts_unless_it_is_a_backfill() {
        IntStream.range(0, 40).forEach(back -> {
            inTime(back, back + 1);
            sealed(back, LAST.minusDays(back - 1L) + "T03:00:01Z");
        });
        written(2, "2026-03-01T10:00:00Z");

        assertThat(alerts(recency(Datasets.daily(MARKED), LAST.toString(), 30)))
                .containsExactly("dt=2026-01-28 FAILED");

        IntStream.range(2, 20).forEach(back -> written(back, "2026-03-01T10:00:00Z"));

        assertThat(recency(Datasets.daily(MARKED), LAST.toString(), 30).count(Outcome.SKIPPED))
                .isEqualTo(18);
    }

    @Test
    void a_copy_made_before_the_deadline_passes() {
        IntStream.range(0, 40).forEach(back -> written(back, "2026-01-31T01:00:00Z"));

        assertThat(recency(30).count(Outcome.PASSED)).as("the last day").isEqualTo(1);
        assertThat(recency(30).count(Outcome.SKIPPED)).isEqualTo(29);
    }

    @Test
    void sizes_of_a_copy_are_checked() {
        IntStream.range(0, 40).forEach(back -> written(back, "2026-03-01T10:00:00Z"));

        Backtest past = backtest(Datasets.daily(Datasets.recency(), Datasets.atLeast(1001)), LAST.toString(), 30);

        assertThat(past.series().get(1).count(Outcome.FAILED)).isEqualTo(30);
    }

    @Test
    void a_run_for_a_single_day_does_not_detect_copies() {
        IntStream.range(0, 40).forEach(back -> written(back, "2026-03-01T10:00:00Z"));

        assertThat(Lakecheck.on(new FixedClockLake(lake, NOW))
                        .at(Clock.fixed(NOW, ZoneOffset.UTC))
                        .partition(LAST.toString())
                        .run(Suite.of(Datasets.daily(Datasets.recency())))
                        .outcome())
                .isEqualTo(Outcome.WARNED);
    }

    @Test
    void detecting_a_copy_of_small_days_costs_no_further_request() {
        IntStream.range(0, 40).forEach(back -> written(back, "2026-03-01T10:00:00Z"));

        assertThat(backtest(Datasets.daily(Datasets.recency()), LAST.toString(), 3)
                        .traffic()
                        .requests())
                .isEqualTo(1);
    }

    private Backtest.Series recency(int days) {
        return recency(Datasets.daily(Datasets.recency()), LAST.toString(), days);
    }

    private Backtest.Series recency(Dataset dataset, String newest, int days) {
        return backtest(dataset, newest, days).series().get(0);
    }

    private Backtest backtest(Dataset dataset, String newest, int days) {
        return Lakecheck.on(new FixedClockLake(lake, NOW))
                .at(Clock.fixed(NOW, ZoneOffset.UTC))
                .partition(newest)
                .backtest(Suite.of(dataset), days);
    }

    private static List<String> alerts(Backtest.Series series) {
        return series.alerts().stream()
                .map(finding -> finding.partition().label() + " " + finding.outcome())
                .toList();
    }

    private static String text(Backtest.Series series, int back) {
        List<Finding> findings = series.findings();
        return findings.get(findings.size() - 1 - back).verdict().text();
    }

    private void inTime(int count) {
        inTime(0, count);
    }

    private void inTime(int first, int end) {
        IntStream.range(first, end).forEach(back -> written(back, LAST.minusDays(back - 1L) + "T03:00:00Z"));
    }

    private void written(int back, String moment) {
        lake.put(folder(back) + "part-0", 1000, moment);
    }

    private void sealed(int back, String moment) {
        lake.put(folder(back) + "_SUCCESS", 0, moment);
    }

    private static String folder(int back) {
        return "s3://refined/kpi/dt=" + LAST.minusDays(back) + "/";
    }
}
