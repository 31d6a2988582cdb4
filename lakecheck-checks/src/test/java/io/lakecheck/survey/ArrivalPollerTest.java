// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Dataset;
import io.lakecheck.Finding;
import io.lakecheck.Outcome;
import io.lakecheck.RecencyCheck;
import io.lakecheck.Report;
import io.lakecheck.Severity;
import io.lakecheck.SizeCheck;
import io.lakecheck.Suite;
import io.lakecheck.lake.KeyRange;
import io.lakecheck.lake.MemoryLake;
import io.lakecheck.lake.ObjectFilter;
import io.lakecheck.partition.Calendar;
import io.lakecheck.partition.Location;
import io.lakecheck.partition.Schedule;
import io.lakecheck.value.Limits;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ArrivalPollerTest {

    private static final String DAY = "s3://refined/kpi/dt=2026-01-02/";

    private final MemoryLake lake = new MemoryLake();
    private final SimulatedTime time = new SimulatedTime("2026-01-03T06:10:00Z");
    private final List<String> lines = new ArrayList<>();

    @Test
    void waits_for_a_partition_that_arrives_in_parts() {
        time.after(Duration.ofSeconds(5), () -> lake.put(DAY + "part-0", 100, "2026-01-03T06:10:05Z"))
                .after(Duration.ofSeconds(20), () -> lake.put(DAY + "part-1", 100, "2026-01-03T06:10:20Z"))
                .after(Duration.ofSeconds(30), () -> lake.put(DAY + "_SUCCESS", 0, "2026-01-03T06:10:30Z"));

        Report report = run(Duration.ofMinutes(30), kpi(marker()));

        assertThat(report.findings()).extracting(Finding::outcome).containsExactly(Outcome.WARNED, Outcome.PASSED);
        assertThat(report.findings().get(0).text()).contains("2026-01-03 06:10:30 Z", "10 min 30 s late");
        assertThat(report.findings().get(1).text()).contains("200 B in 2 objects");
        assertThat(report.at()).isEqualTo("2026-01-03T06:10:40.625Z");
    }

    @Test
    void reports_before_each_pause_what_is_missing_and_how_late_it_is() {
        time.after(Duration.ofSeconds(5), () -> lake.put(DAY + "part-0", 100, "2026-01-03T06:10:05Z"));

        run(Duration.ofSeconds(10), kpi(marker()));

        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).contains("kpi dt=2026-01-02", "absent", "10 min late", "5 s", "10 s");
        assertThat(lines.get(1)).contains("_SUCCESS", "100 B", "10 min 5 s late");
    }

    @Test
    void checks_what_has_arrived_when_the_wait_times_out() {
        Report report = run(Duration.ofMinutes(2), kpi(marker()));

        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(time.nanos()).isEqualTo(Duration.ofMinutes(2).toNanos());
    }

    @Test
    void polls_at_growing_intervals() {
        run(Duration.ofMinutes(5), kpi(marker()));

        assertThat(time.pauses())
                .extracting(Duration::toMillis)
                .startsWith(5000L, 7500L, 11250L, 16875L, 25312L, 37968L, 56953L, 60000L)
                .allMatch(millis -> millis <= 60_000);
    }

    @Test
    void lists_only_what_is_still_missing() {
        lake.put("s3://refined/other/dt=2026-01-02/part-0", 100, "2026-01-03T01:00:00Z");
        time.after(Duration.ofSeconds(30), () -> lake.put(DAY + "_SUCCESS", 0, "2026-01-03T06:10:30Z")
                .put(DAY + "part-0", 1000, "2026-01-03T06:10:30Z"));

        run(Duration.ofMinutes(5), kpi(marker()), dataset("other", Optional.empty()));

        assertThat(lake.listedRanges())
                .extracting(KeyRange::root)
                .filteredOn("s3://refined/other/"::equals)
                .hasSize(2);
    }

    @Test
    void does_not_wait_if_everything_has_arrived() {
        lake.put(DAY + "part-0", 100, "2026-01-03T04:00:00Z").put(DAY + "_SUCCESS", 0, "2026-01-03T05:00:00Z");

        run(Duration.ofMinutes(5), kpi(marker()));

        assertThat(time.pauses()).isEmpty();
    }

    @Test
    void checks_the_awaited_partition_even_if_the_next_one_is_due_by_then() {
        Dataset hourly = new Dataset(
                "hourly",
                Location.of("s3://refined/kpi/dt={date}/hour={HH}/"),
                new Schedule(ZoneOffset.UTC, Duration.ZERO, Calendar.EVERY_DAY),
                ObjectFilter.DATA,
                List.of(recency(marker(), Optional.empty())),
                Map.of());

        Report report = run(Duration.ofHours(2), hourly);

        assertThat(report.findings().get(0).partition().label()).isEqualTo("dt=2026-01-03/hour=05");
    }

    @Test
    void a_partition_is_complete_when_it_has_been_quiet_long_enough() {
        lake.put(DAY + "part-0", 100, "2026-01-03T06:09:00Z");
        time.after(Duration.ofMinutes(3), () -> lake.put(DAY + "part-1", 100, "2026-01-03T06:13:00Z"));

        Report report = run(Duration.ofHours(1), kpi(Optional.empty()));

        assertThat(report.findings().get(1).text()).contains("PASSED: 200 B in 2 objects");
        assertThat(Duration.ofNanos(time.nanos())).isBetween(Duration.ofMinutes(13), Duration.ofMinutes(15));
    }

    @Test
    void detects_changes_that_times_of_last_write_do_not_show() {
        lake.put(DAY + "part-0", 100, "2026-01-03T06:09:00Z");
        time.after(Duration.ofMinutes(8), () -> lake.put(DAY + "part-1", 100, "2026-01-03T06:00:00Z"));

        Report report = run(Duration.ofMinutes(10), kpi(Optional.empty()));

        assertThat(report.findings().get(0).text()).contains("recency FAILED", "1 min", "10 min");
    }

    @Test
    void without_waiting_quiet_is_measured_from_the_last_write() {
        lake.put(DAY + "part-0", 100, "2026-01-03T06:09:00Z");

        Report report = run(Duration.ZERO, kpi(Optional.empty()));

        assertThat(report.findings().get(0).text()).contains("recency FAILED", "1 min ago");
        assertThat(lake.listedRanges()).hasSize(1);
    }

    private Report run(Duration atMost, Dataset... datasets) {
        return Lakecheck.on(lake)
                .at(time)
                .waitPolicy(new WaitPolicy(atMost, time, lines::add))
                .run(Suite.of(datasets));
    }

    private static Dataset kpi(Optional<String> marker) {
        return dataset("kpi", marker);
    }

    private static Dataset dataset(String name, Optional<String> marker) {
        return new Dataset(
                name,
                Location.of("s3://refined/" + name + "/dt={date}/"),
                new Schedule(ZoneOffset.UTC, Duration.ofHours(6), Calendar.EVERY_DAY),
                ObjectFilter.DATA,
                List.of(
                        recency(marker, marker.isPresent() ? Optional.empty() : Optional.of(Duration.ofMinutes(10))),
                        new SizeCheck(
                                new Limits(OptionalLong.of(150), OptionalLong.empty()),
                                Limits.NONE,
                                Limits.NONE,
                                Severity.FAIL)),
                Map.of());
    }

    private static RecencyCheck recency(Optional<String> marker, Optional<Duration> quiet) {
        return new RecencyCheck(marker, true, Duration.ZERO, Severity.WARN, Optional.empty(), quiet, Severity.FAIL);
    }

    private static Optional<String> marker() {
        return Optional.of("_SUCCESS");
    }
}
