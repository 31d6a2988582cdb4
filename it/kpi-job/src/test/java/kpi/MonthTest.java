// SPDX-License-Identifier: Apache-2.0
package kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Finding;
import io.lakecheck.Outcome;
import io.lakecheck.Suite;
import io.lakecheck.file.FileLake;
import io.lakecheck.report.RecordingConsole;
import io.lakecheck.run.Commands;
import io.lakecheck.run.RunResult;
import io.lakecheck.spec.RunSettings;
import io.lakecheck.spec.SuiteFile;
import io.lakecheck.survey.Backtest;
import io.lakecheck.survey.Lakecheck;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks a month of the job with its own suite and with the suite that lakecheck suggests for it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MonthTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
    private static final LocalDate LAST = LocalDate.parse("2026-01-31");
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-02-01T09:00:00Z"), ZoneOffset.UTC);

    /** A day with little data, on which doubled data is hardest to detect. */
    private static final LocalDate FRIDAY = LocalDate.parse("2026-01-16");

    /** The day with the most data, on which halved data is hardest to detect. */
    private static final LocalDate SUNDAY = LocalDate.parse("2026-01-25");

    @TempDir
    private static Path directory;

    private final RecordingConsole console = RecordingConsole.colored();
    private final List<LocalDate> broken = new ArrayList<>();

    private Target lake;
    private RawZone raw;
    private Suite own;
    private Suite suggested;

    @BeforeAll
    void run_the_job_and_suggest_a_suite() throws Exception {
        raw = new RawZone(directory.resolve("raw"));
        new RawEvents(FIRST, LAST).writeTo(raw);
        lake = LocalLake.replaying(directory);
        for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
            new KpiJob(raw, lake).run(day);
        }
        own = SuiteFile.read(Path.of("lakecheck.yml"), name -> Optional.of(directory.toString())
                .filter(value -> name.equals("KPI_LAKE")));
        Path file = directory.resolve("lakecheck.yml");
        assertThat(suggest(file)).isEqualTo(RunResult.PASS);
        suggested = SuiteFile.read(file, name -> Optional.empty());
    }

    @AfterEach
    void repair_broken_days() throws Exception {
        for (LocalDate day : broken) {
            new KpiJob(raw, lake).run(day);
        }
        broken.clear();
    }

    @Test
    void suggest_finds_both_datasets() {
        assertThat(console.lines)
                .containsSubsequence(
                        "zone: Europe/London",
                        "    # 31 days, dt=2026-01-01 to dt=2026-01-31.",
                        "    location: refined/kpi/dt={date}/",
                        "    due: 4h",
                        "      - recency: { marker: _SUCCESS, late: fail }",
                        "    # 31 days, 2026/01/01 to 2026/01/31.",
                        "    location: refined/leads/{yyyy}/{MM}/{dd}/",
                        "    due: 4h",
                        "      - recency: { marker: _SUCCESS, late: fail }",
                        "I kpi recency     alerted on 0 of 30 days  (30 passed)",
                        "I suite: " + directory.resolve("lakecheck.yml"))
                .anyMatch(line -> line.contains("All 31 partitions contain _SUCCESS"))
                .anyMatch(line -> line.contains("Backtest: no alerts in"))
                .anyMatch(line -> line.contains("a typical Sunday has "));
    }

    @Test
    void each_good_day_passes_or_has_too_little_history() {
        for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
            // On the first days, 'complete' rightly fails: the days before them are absent.
            assertThat(judge(suggested, day))
                    .hasSize(8)
                    .filteredOn(finding -> !finding.check().name().equals("complete"))
                    .allSatisfy(finding -> assertThat(finding.text())
                            .containsPattern(" PASSED: | delta SKIPPED: .*: no usable earlier partitions; "));
        }
        assertThat(judge(suggested, LAST))
                .hasSize(8)
                .extracting(Finding::outcome)
                .containsOnly(Outcome.PASSED);
    }

    @Test
    void a_backtest_of_the_good_month_has_no_alerts() {
        for (Suite suite : List.of(own, suggested)) {
            assertThat(past(suite).series()).hasSize(suite.equals(own) ? 6 : 8).allSatisfy(series -> {
                assertThat(series.alerts()).isEmpty();
                assertThat(series.count(Outcome.PASSED)).isGreaterThanOrEqualTo(24);
            });
        }
    }

    @ParameterizedTest
    @MethodSource("sabotaged_days")
    void each_fault_fails_on_its_day_and_no_other(Sabotage sabotage, LocalDate day) throws Exception {
        broken.add(day);
        Target target = sabotage.of(KpiJob.kpiFolder(day), sabotage.of(KpiJob.leadsFolder(day), lake));
        new KpiJob(raw, target).run(day);

        String[] failures = {"kpi " + day + " FAILED", "leads " + day + " FAILED"};
        assertThat(alerts(judge(suggested, day))).containsExactly(failures);
        assertThat(alerts(backtest(suggested))).containsExactly(failures);

        // In the job's own suite, late leads are only WARNED, while late KPIs are FAILED.
        String leads = sabotage == Sabotage.LATE ? failures[1].replace("FAILED", "WARNED") : failures[1];
        assertThat(alerts(judge(own, day))).containsExactly(failures[0], leads);
        assertThat(alerts(backtest(own))).containsExactly(failures[0], leads);
    }

    Stream<Arguments> sabotaged_days() {
        return Arrays.stream(Sabotage.values())
                .flatMap(sabotage -> Stream.of(FRIDAY, SUNDAY).map(day -> Arguments.of(sabotage, day)));
    }

    /** Returns the dataset, day and outcome of each finding that is WARNED or worse. */
    private static List<String> alerts(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.outcome().isAtLeast(Outcome.WARNED))
                .map(finding -> finding.dataset().name() + " "
                        + finding.partition().span().orElseThrow().from().toLocalDate() + " " + finding.outcome())
                .distinct()
                .toList();
    }

    private static List<Finding> backtest(Suite suite) {
        return past(suite).series().stream()
                .flatMap(series -> series.findings().stream())
                .toList();
    }

    private static List<Finding> judge(Suite suite, LocalDate day) {
        return Lakecheck.on(new FileLake())
                .at(NOW)
                .partition(day.toString())
                .run(suite)
                .findings();
    }

    private static Backtest past(Suite suite) {
        return Lakecheck.on(new FileLake()).at(NOW).backtest(suite, 90);
    }

    private RunResult suggest(Path file) {
        return new Commands(
                        "lakecheck.yml",
                        () -> {
                            throw new AssertionError("suggest must not read a suite");
                        },
                        () -> RunSettings.read(
                                "the test",
                                Map.of("location", "refined", "zone", "Europe/London"),
                                name -> Optional.empty()),
                        NOW,
                        console,
                        name -> Optional.empty())
                .suggest(directory, Optional.of(file), progress -> {});
    }
}
