// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests when the data of a partition counts as arrived. */
class ArrivalTest {

    @TempDir
    Path folder;

    private CaseLake lake;

    @BeforeEach
    void createLake() {
        lake = new CaseLake(folder);
    }

    @Test
    void a_stream_must_reach_the_end_of_its_day() {
        stream(24);

        assertThat(verify("through: 30m"))
                .anyMatch(line -> line.contains(" recency PASSED: arrived 2026-01-31 23:45:00"));

        lake = new CaseLake(folder.resolve("stopped"));
        stream(18);

        assertThat(verify("through: 30m"))
                .anyMatch(line -> line.contains(" recency FAILED: last data written 2026-01-31 17:45:00")
                        && line.contains(", 6 h 15 min before the end of its day; expected at most 30 min before it"));
        assertThat(verify("through: 30m, severity: warn")).anyMatch(line -> line.contains(" recency WARNED: "));
        assertThat(verify("through: 6h15m")).anyMatch(line -> line.contains(" recency PASSED: "));
    }

    @ParameterizedTest
    @CsvSource({"10, 2026-01-31T23:50:00Z", "0, 2026-01-31T23:50:00Z", "40, 2026-02-01T02:00:00Z"})
    void stragglers_do_not_reach_the_end_of_a_day(int bytes, String written) {
        stream(18);
        lake.put("lake/kpi/dt=2026-01-31/straggler", bytes, written);

        for (String recency : List.of("through: 30m", "through: 30m, marker: _SUCCESS")) {
            lake.put("lake/kpi/dt=2026-01-31/_SUCCESS", 0, "2026-02-01T03:00:00Z");

            assertThat(verify(recency))
                    .anyMatch(line -> line.contains(" recency FAILED: last data written 2026-01-31"
                            + " 17:45:00 UTC, 6 h 15 min before the end of its day; expected at most 30 min before it;"
                            + " only " + bytes + " B followed, the last at "));
        }
    }

    @Test
    void a_quiet_hour_reaches_the_end_of_a_day() {
        stream(18);
        lake.put("lake/kpi/dt=2026-01-31/part-23", 200, "2026-01-31T23:50:00Z");

        assertThat(verify("through: 30m")).anyMatch(line -> line.contains(" recency PASSED: "));
        assertThat(verify("through: 6h")).anyMatch(line -> line.contains(" recency FAILED: "));
    }

    @Test
    void data_that_is_written_after_its_day_reaches_its_end() {
        lake.put("lake/kpi/dt=2026-01-31/part-0", 9000, "2026-02-01T03:00:00Z");

        assertThat(verify("through: 0s")).anyMatch(line -> line.contains(" recency PASSED: "));
    }

    @Test
    void a_stream_need_not_reach_the_end_of_a_day_that_is_not_over() {
        lake.put("lake/kpi/dt=2026-02-01/part-0", 9000, "2026-02-01T09:45:00Z");

        assertThat(lake.verify(suite("through: 30m"), Map.of("partition", "2026-02-01")))
                .anyMatch(line -> line.contains(" recency PASSED: "));
    }

    @Test
    void a_small_straggler_is_not_the_arrival() {
        CaseLake.days(60, day -> lake.put("lake/kpi/dt=" + day + "/part-0", 199_600, day.plusDays(1) + "T03:00:00Z")
                .put("lake/kpi/dt=" + day + "/part-1", 400, day.plusDays(1) + "T11:00:00Z"));

        assertThat(verify(""))
                .anyMatch(line -> line.contains(" recency PASSED: arrived 2026-02-01 03:00:00")
                        && line.contains("the last 400 B (0.2 %, less than 1 %) arrived by 2026-02-01 11:00:00"));
        assertThat(lake.backtest(suite(""))).anyMatch(line -> line.startsWith("I kpi recency  alerted on 0 of 90"));
        assertThat(verify("arrival: 99.8%")).anyMatch(line -> line.contains(" recency PASSED: "));
        assertThat(verify("arrival: 99.81%, late: fail")).anyMatch(line -> line.contains(" recency FAILED: "));
        assertThat(verify("arrival: 100%")).anyMatch(line -> line.contains(" recency WARNED: "));
    }

    @Test
    void a_late_object_without_bytes_is_not_mentioned() {
        lake.put("lake/kpi/dt=2026-01-31/part-0", 9000, "2026-02-01T03:00:00Z")
                .put("lake/kpi/dt=2026-01-31/part-1", 0, "2026-02-01T11:00:00Z");

        assertThat(verify(""))
                .anyMatch(line -> line.contains(" recency PASSED: arrived 2026-02-01 03:00:00 UTC, 3 h early; "
                        + "expected by 2026-02-01 06:00:00 UTC ("));
    }

    @Test
    void late_events_are_not_the_arrival_but_a_late_part_is() {
        lake.put("lake/kpi/dt=2026-01-31/part-0", 11_000_000, "2026-02-01T01:00:00Z")
                .put("lake/kpi/dt=2026-01-31/part-1", 40_000, "2026-02-01T09:00:00Z");

        assertThat(verify("late: fail")).anyMatch(line -> line.contains(" recency PASSED: arrived 2026-02-01 01:00"));

        lake.put("lake/kpi/dt=2026-01-31/part-1", 4_000_000, "2026-02-01T09:00:00Z");

        assertThat(verify("late: fail"))
                .anyMatch(line -> line.contains(" recency FAILED: arrived 2026-02-01 09:00:00")
                        && line.contains("the last 4 MB (26.7 %) arrived late"));
        assertThat(verify("late: fail, arrival: 70%")).anyMatch(line -> line.contains(" recency PASSED: "));
        assertThat(verify("late: fail, grace: 3h")).anyMatch(line -> line.contains(" recency PASSED: "));
    }

    @Test
    void each_recency_check_has_a_grace_period_of_its_own() {
        lake.put("lake/kpi/dt=2026-01-31/part-0", 9_000, "2026-02-01T05:00:00Z")
                .put("lake/kpi/dt=2026-01-31/part-1", 900, "2026-02-01T07:00:00Z")
                .put("lake/kpi/dt=2026-01-31/part-2", 9, "2026-02-01T11:00:00Z");

        assertThat(verify("late: warn } }, { recency: { late: fail, grace: 2h"))
                .anyMatch(line -> line.contains(" recency WARNED: arrived 2026-02-01 11:00:00"))
                .anyMatch(line -> line.contains(" recency PASSED: arrived 2026-02-01 07:00:00"));
    }

    @Test
    void a_table_that_is_compacted_each_week_is_not_late_in_a_backtest() {
        CaseLake.days(
                60,
                day -> lake.put(
                        "lake/kpi/dt=" + day + "/part-0",
                        9000,
                        day.isAfter(LocalDate.parse("2026-01-25"))
                                ? day.plusDays(1) + "T03:00:00Z"
                                : day.with(TemporalAdjusters.next(DayOfWeek.MONDAY)) + "T02:00:00Z"));

        List<String> printed = lake.backtest(suite(""));

        assertThat(printed)
                .anyMatch(line -> line.startsWith("I kpi recency  alerted on 0 of 90"))
                .anyMatch(line -> line.contains("so the partition was probably rewritten"));
    }

    @Test
    void a_day_that_was_a_few_hours_late_is_late_in_a_backtest() {
        CaseLake.days(
                60,
                day -> lake.put(
                        "lake/kpi/dt=" + day + "/part-0",
                        9000,
                        day.plusDays(1) + (day.equals(LocalDate.parse("2026-01-20")) ? "T09:00:00Z" : "T03:00:00Z")));

        assertThat(lake.backtest(suite(""))).anyMatch(line -> line.startsWith("I kpi recency  alerted on 1 of 90"));
    }

    private void stream(int hours) {
        for (int hour = 0; hour < hours; hour++) {
            lake.put(
                    "lake/kpi/dt=2026-01-31/part-" + hour,
                    9000,
                    String.format(Locale.ROOT, "2026-01-31T%02d:45:00Z", hour));
        }
    }

    private List<String> verify(String recency) {
        return lake.verify(suite(recency));
    }

    private static String suite(String recency) {
        return "{ zone: UTC, due: 6h, datasets: { kpi: { location: 'lake/kpi/dt={date}/', checks: [ { recency: { "
                + recency + " } } ] } } }";
    }
}
