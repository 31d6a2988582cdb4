// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Check;
import io.lakecheck.Dataset;
import io.lakecheck.Finding;
import io.lakecheck.Outcome;
import io.lakecheck.RecencyCheck;
import io.lakecheck.Report;
import io.lakecheck.Severity;
import io.lakecheck.SizeCheck;
import io.lakecheck.Suite;
import io.lakecheck.lake.Lake;
import io.lakecheck.lake.ObjectFilter;
import io.lakecheck.partition.Calendar;
import io.lakecheck.partition.Location;
import io.lakecheck.partition.Schedule;
import io.lakecheck.survey.Lakecheck;
import io.lakecheck.survey.SimulatedTime;
import io.lakecheck.survey.WaitPolicy;
import io.lakecheck.value.Limits;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/**
 * Tests of partitions that arrive while a run waits for them, for all kinds of lakes. The run's time is simulated, but
 * lakes and writes are real.
 */
abstract class WaitingContract {

    /**
     * The simulated time. It starts at the current time, because objects have the real times at which they are written.
     */
    final SimulatedTime time = new SimulatedTime(Clock.systemUTC()
            .instant()
            .truncatedTo(ChronoUnit.SECONDS)
            .plusSeconds(2)
            .toString());

    private final LocalDate day =
            LocalDate.ofInstant(time.instant(), ZoneOffset.UTC).minusDays(1);
    private final List<String> waitLines = new ArrayList<>();

    /** Returns the root of the lake, with a trailing slash. */
    abstract String root();

    abstract Lake lake();

    abstract void put(String key, String content);

    @Test
    void waits_until_a_partition_is_complete() {
        String folder = "kpi/dt=" + day + "/";
        time.after(Duration.ofSeconds(4), () -> put(folder + "part-0", "0123456789"))
                .after(Duration.ofSeconds(11), () -> put(folder + "part-1", "0123456789"))
                .after(Duration.ofSeconds(23), () -> put(folder + "_SUCCESS", ""));

        Report report = run(Duration.ofMinutes(30), recency(Optional.of("_SUCCESS"), Optional.empty()));

        assertThat(report.findings()).extracting(Finding::outcome).containsExactly(Outcome.PASSED, Outcome.PASSED);
        assertThat(report.findings().get(1).verdict().measured()).isEqualTo("20 B in 2 objects");
        assertThat(time.pauses()).extracting(Duration::toMillis).containsExactly(5000L, 7500L, 11250L);
        assertThat(waitLines).hasSize(3);
        assertThat(waitLines).allMatch(line -> line.contains("kpi dt=" + day));
        assertThat(waitLines.get(0)).contains("5 s", "30 min");
        assertThat(waitLines.get(1)).contains("_SUCCESS", "10 B", "7 s", "29 min 55 s");
        assertThat(waitLines.get(2)).contains("20 B");
    }

    @Test
    void fails_when_time_runs_out() {
        time.after(Duration.ofSeconds(4), () -> put("kpi/dt=" + day + "/part-0", "0123456789"));

        Report report = run(Duration.ofMinutes(2), recency(Optional.of("_SUCCESS"), Optional.empty()));

        assertThat(report.findings()).extracting(Finding::outcome).containsExactly(Outcome.FAILED, Outcome.FAILED);
        assertThat(Duration.ofNanos(time.nanos())).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void without_a_marker_waits_until_content_stops_changing() {
        String key = "kpi/dt=" + day + "/part-0";
        put(key, "first content, the same length");
        time.after(Duration.ofMinutes(8), () -> put(key, "other content, the same length"));

        Report report = run(Duration.ofHours(1), recency(Optional.empty(), Optional.of(Duration.ofMinutes(10))));

        assertThat(report.findings()).extracting(Finding::outcome).containsExactly(Outcome.PASSED, Outcome.PASSED);
        assertThat(Duration.ofNanos(time.nanos())).isBetween(Duration.ofMinutes(18), Duration.ofMinutes(20));
        assertThat(waitLines).last().asString().contains("kpi dt=" + day);
    }

    private Report run(Duration atMost, RecencyCheck recency) {
        Check size = new SizeCheck(
                new Limits(OptionalLong.of(20), OptionalLong.empty()), Limits.NONE, Limits.NONE, Severity.FAIL);
        Dataset dataset = new Dataset(
                "kpi",
                Location.of(root() + "kpi/dt={date}/"),
                new Schedule(ZoneOffset.UTC, Duration.ZERO, Calendar.EVERY_DAY),
                ObjectFilter.DATA,
                List.of(recency, size),
                Map.of());
        try (Lake lake = lake()) {
            return Lakecheck.on(lake)
                    .at(time)
                    .waitPolicy(new WaitPolicy(atMost, time, waitLines::add))
                    .run(Suite.of(dataset));
        }
    }

    /** Returns a check with a grace period, so that the time of day at which the test runs does not matter. */
    private static RecencyCheck recency(Optional<String> marker, Optional<Duration> quiet) {
        return new RecencyCheck(
                marker, true, Duration.ofDays(2), Severity.WARN, Optional.empty(), quiet, Severity.FAIL);
    }
}
