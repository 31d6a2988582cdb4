// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Check;
import io.lakecheck.CompleteCheck;
import io.lakecheck.Dataset;
import io.lakecheck.Datasets;
import io.lakecheck.DeltaCheck;
import io.lakecheck.Finding;
import io.lakecheck.MissingPolicy;
import io.lakecheck.Outcome;
import io.lakecheck.Report;
import io.lakecheck.Severity;
import io.lakecheck.Suite;
import io.lakecheck.baseline.SampleBaseline;
import io.lakecheck.baseline.TestDays;
import io.lakecheck.baseline.Tolerance;
import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeException;
import io.lakecheck.lake.MemoryLake;
import io.lakecheck.partition.Calendar;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

class BacktestTest {

    private static final LocalDate LAST = LocalDate.parse("2026-01-02");

    private final MemoryLake lake = new MemoryLake();

    @Test
    void the_number_of_days_does_not_affect_a_days_verdict() {
        days(900, 1, back -> back % 41 != 7);
        for (int back = 100; back < 112; back++) {
            lake.put(folder(back) + "part-0", 30, LAST.minusDays(back - 1L) + "T03:00:00Z");
        }
        lake.put(folder(0) + "part-0", 400, LAST.plusDays(1) + "T03:00:00Z");
        List<Finding> many = backtest(400, DeltaCheck.DEFAULT).series().get(0).findings();

        assertThat(many).hasSize(400);
        for (int i = 399; i > 0; i -= 57) {
            Finding finding = many.get(i);
            Lakecheck then = Lakecheck.on(lake)
                    .at(Datasets.clock(finding.evidence().now()))
                    .partition(finding.partition().label());
            assertThat(then.run(Suite.of(finding.dataset())).findings().get(0).verdict())
                    .isEqualTo(finding.verdict());
            assertThat(then.backtest(Suite.of(finding.dataset()), 1)
                            .series()
                            .get(0)
                            .findings()
                            .get(0)
                            .verdict())
                    .isEqualTo(finding.verdict());
        }
    }

    @Test
    void reports_how_often_and_when_each_check_would_have_alerted() {
        days(60);
        lake.remove(folder(3) + "part-0");
        lake.put(folder(5) + "part-0", 400, LAST.minusDays(4) + "T03:00:00Z");

        Backtest past = backtest(30, Datasets.recency(), Datasets.atLeast(500), drop());

        assertThat(past.series())
                .extracting(series -> series.check().name() + " alerted on "
                        + series.alerts().size() + " of " + series.findings().size())
                .containsExactly("recency alerted on 1 of 30", "size alerted on 2 of 30", "delta alerted on 2 of 30");
        assertThat(past.series().get(1).alerts())
                .extracting(finding -> finding.partition().label())
                .containsExactly("dt=2025-12-28", "dt=2025-12-30");
    }

    @Test
    void each_day_is_checked_at_its_own_deadline() {
        days(10);
        lake.put(folder(2) + "part-0", 1000, LAST.minusDays(1) + "T07:00:00Z");

        Backtest past = backtest(5, Datasets.recency());

        assertThat(past.series().get(0).alerts())
                .singleElement()
                .extracting(finding -> finding.partition().label() + " " + finding.outcome())
                .isEqualTo("dt=2025-12-31 WARNED");
    }

    @Test
    void lists_each_partition_once_and_small_ones_together() {
        days(300);

        Backtest past = backtest(
                90, Datasets.atLeast(1), DeltaCheck.DEFAULT, new CompleteCheck(30, Severity.FAIL, MissingPolicy.WARN));

        assertThat(past.series())
                .allSatisfy(series -> assertThat(series.alerts()).isEmpty());
        assertThat(past.traffic().objects()).isLessThanOrEqualTo(300);
        assertThat(past.traffic().requests())
                .as("including one for the names of folders")
                .isLessThanOrEqualTo(4);
    }

    @Test
    void strays_alert_on_the_newest_day_only_and_are_searched_once() {
        days(60);
        lake.put("s3://refined/kpi/dt=2025-12-4/part-0", 9, "2025-12-05T03:00:00Z");

        Backtest past = backtest(30, new CompleteCheck(7, Severity.FAIL, MissingPolicy.WARN));

        assertThat(past.series().get(0).alerts()).singleElement().satisfies(finding -> {
            assertThat(finding.partition().label()).isEqualTo("dt=2026-01-02");
            assertThat(finding.verdict().text()).contains("dt=2025-12-4");
        });
        assertThat(past.series().get(0).count(Outcome.PASSED)).isEqualTo(29);
        assertThat(lake.searchedFolders()).hasSize(1);
    }

    @Test
    void ninety_days_against_usual_cost_at_most_three_requests() {
        days(800, 3, back -> true);

        assertThat(backtest(90, DeltaCheck.DEFAULT).traffic().requests())
                .as("no day missing")
                .isEqualTo(1);

        days(800, 5, back -> true);

        assertThat(backtest(90, DeltaCheck.DEFAULT).traffic().requests())
                .as("5 files a day: 230 days have 1150 keys")
                .isEqualTo(2);

        days(800, 3, back -> LAST.minusDays(back).getDayOfWeek().getValue() < 6);

        Backtest weekdays = backtest(90, DeltaCheck.DEFAULT);
        assertThat(weekdays.traffic().requests()).as("no weekends").isEqualTo(1);
        assertThat(weekdays.series().get(0).alerts()).as("absent days alert").hasSize(25);
    }

    @Test
    void days_that_alert_share_the_requests_for_the_year_before() {
        days(800, 3, back -> true);
        for (int back = 3; back < 90; back += 10) {
            for (int file = 0; file < 3; file++) {
                lake.put(folder(back) + "part-" + file, 1, LAST.minusDays(back - 1L) + "T03:00:00Z");
            }
        }

        Backtest past = backtest(90, DeltaCheck.DEFAULT);

        assertThat(past.series().get(0).alerts()).hasSize(9);
        assertThat(past.traffic().requests()).isEqualTo(2);
    }

    @Test
    void gives_the_same_verdicts_as_a_run_for_each_day() {
        days(300, 2, back -> back % 11 != 4);

        Backtest past = backtest(40, DeltaCheck.DEFAULT, drop());

        for (Backtest.Series series : past.series()) {
            for (Finding finding : series.findings()) {
                Report run = Lakecheck.on(lake)
                        .at(Datasets.clock(finding.evidence().now()))
                        .partition(finding.partition().label())
                        .run(Suite.of(finding.dataset()));
                assertThat(run.findings()).extracting(Finding::verdict).contains(finding.verdict());
            }
        }
    }

    @Test
    void days_outside_the_calendar_are_not_checked() {
        days(30);
        Dataset weekdays = Datasets.expected(
                new Calendar(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), Set.of(LAST.minusDays(1))),
                Datasets.atLeast(1));

        Backtest past = Lakecheck.on(lake).at(Datasets.clock(Datasets.DUE_AT)).backtest(Suite.of(weekdays), 7);

        assertThat(past.series().get(0).findings()).hasSize(4);
    }

    @Test
    void days_before_the_first_partition_are_skipped() {
        days(31);

        Backtest past = backtest(90, Datasets.recency(), Datasets.atLeast(500));

        assertThat(past.series()).allSatisfy(series -> {
            assertThat(series.alerts()).isEmpty();
            assertThat(series.count(Outcome.PASSED)).isEqualTo(31);
            assertThat(series.count(Outcome.SKIPPED)).isEqualTo(59);
            assertThat(series.findings().get(0).verdict().text()).contains("dt=2025-12-03");
        });
    }

    @Test
    void a_dataset_without_any_partition_alerts_each_day() {
        Backtest past = backtest(7, Datasets.recency());

        assertThat(past.series().get(0).alerts()).hasSize(7);
    }

    @Test
    void a_first_day_with_only_ignored_objects_is_checked() {
        days(3);
        lake.put(folder(4) + "_temporary/part-0", 1000, "2025-12-30T03:00:00Z");

        Backtest past = backtest(7, Datasets.recency());

        assertThat(past.series().get(0).alerts())
                .extracting(finding -> finding.partition().label())
                .containsExactly("dt=2025-12-29", "dt=2025-12-30");
    }

    @Test
    void undated_datasets_have_no_series() {
        Backtest past = Lakecheck.on(lake)
                .at(Datasets.clock(Datasets.DUE_AT))
                .backtest(Suite.of(Datasets.named("a", "s3://refined/ref/", Datasets.atLeast(1))), 7);

        assertThat(past.series()).isEmpty();
    }

    @Test
    void days_that_can_not_be_listed_are_unknown() {
        days(30);
        Lake denied = (range, visitor) -> {
            throw new LakeException(LakeException.Reason.DENIED, "grant s3:ListBucket");
        };

        Backtest past = Lakecheck.on(denied)
                .at(Datasets.clock(Datasets.DUE_AT))
                .backtest(Suite.of(Datasets.daily(Datasets.atLeast(1))), 3);

        assertThat(past.series().get(0).count(Outcome.UNKNOWN)).isEqualTo(3);
    }

    private Backtest backtest(int days, Check... checks) {
        Instant now = Datasets.DUE_AT;
        return Lakecheck.on(lake).at(Datasets.clock(now)).backtest(Suite.of(Datasets.daily(checks)), days);
    }

    private static DeltaCheck drop() {
        return DeltaCheck.of(SampleBaseline.PREVIOUS, Tolerance.of(TestDays.percent(30), Optional.empty()));
    }

    private void days(int count) {
        for (int back = 0; back < count; back++) {
            lake.put(folder(back) + "part-0", 1000, LAST.minusDays(back - 1L) + "T03:00:00Z");
        }
    }

    /** Writes days with the given number of files each. */
    private void days(int count, int files, IntPredicate exists) {
        for (int back = 0; back < count; back++) {
            for (int file = 0; file < 5; file++) {
                lake.remove(folder(back) + "part-" + file);
                if (file < files && exists.test(back)) {
                    lake.put(folder(back) + "part-" + file, 1000 + back % 3, LAST.minusDays(back - 1L) + "T03:00:00Z");
                }
            }
        }
    }

    private static String folder(int back) {
        return "s3://refined/kpi/dt=" + LAST.minusDays(back) + "/";
    }
}
