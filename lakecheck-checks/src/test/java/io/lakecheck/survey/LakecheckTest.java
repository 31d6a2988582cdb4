// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Dataset;
import io.lakecheck.DeltaCheck;
import io.lakecheck.DeltaPolicies;
import io.lakecheck.Finding;
import io.lakecheck.Outcome;
import io.lakecheck.RecencyCheck;
import io.lakecheck.Report;
import io.lakecheck.Severity;
import io.lakecheck.SizeCheck;
import io.lakecheck.Suite;
import io.lakecheck.baseline.SampleBaseline;
import io.lakecheck.baseline.Tolerance;
import io.lakecheck.baseline.Volume;
import io.lakecheck.lake.KeyRange;
import io.lakecheck.lake.MemoryLake;
import io.lakecheck.lake.ObjectFilter;
import io.lakecheck.partition.Calendar;
import io.lakecheck.partition.Location;
import io.lakecheck.partition.Schedule;
import io.lakecheck.value.Limits;
import io.lakecheck.value.Percentage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class LakecheckTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final MemoryLake lake = new MemoryLake()
            .put("s3://refined/kpi/dt=2026-01-01/part-0.parquet", 361_000, "2026-01-02T03:00:00Z")
            .put("s3://refined/kpi/dt=2026-01-01/_SUCCESS", 0, "2026-01-02T03:00:01Z")
            .put("s3://refined/kpi/dt=2026-01-02/part-0.parquet", 187_200, "2026-01-03T03:00:00Z")
            .put("s3://refined/kpi/dt=2026-01-02/_SUCCESS", 0, "2026-01-03T03:00:01Z");

    private final Dataset kpiDaily = new Dataset(
            "kpi-daily",
            Location.of("s3://refined/kpi/dt={date}/"),
            new Schedule(LONDON, Duration.ofHours(6), Calendar.EVERY_DAY),
            ObjectFilter.DATA,
            List.of(
                    new RecencyCheck(
                            Optional.of("_SUCCESS"),
                            true,
                            Duration.ZERO,
                            Severity.WARN,
                            Optional.empty(),
                            Severity.FAIL),
                    new SizeCheck(
                            new Limits(OptionalLong.of(195_000), OptionalLong.empty()),
                            Limits.NONE,
                            Limits.NONE,
                            Severity.FAIL),
                    new DeltaCheck(
                            SampleBaseline.PREVIOUS,
                            Tolerance.of(Optional.of(Percentage.of(30)), Optional.of(Percentage.of(100))),
                            Volume.BYTES,
                            OptionalInt.empty(),
                            OptionalInt.empty(),
                            DeltaPolicies.DEFAULT,
                            Severity.WARN)),
            Map.of());

    @Test
    void gives_a_verdict_for_each_check() {
        Report report = Lakecheck.on(lake).at(at("2026-01-03T07:00:00Z")).run(Suite.of(kpiDaily));

        assertThat(report.findings())
                .extracting(Finding::outcome)
                .containsExactly(Outcome.PASSED, Outcome.FAILED, Outcome.WARNED);
        assertThat(report.findings().get(0).text()).contains("2026-01-03 03:00:01 GMT", "2 h 59 min 59 s early");
        assertThat(report.findings().get(1).text()).contains("187.2 kB in 1 object", "at least 195 kB");
        assertThat(report.findings().get(2).text())
                .contains("-48.1 % (187.2 kB compared with 361 kB)", "previous: dt=2026-01-01");
        assertThat(report.outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void checks_the_newest_partition_whose_deadline_has_passed() {
        assertThat(judgedAt("2026-01-03T05:59:59Z")).isEqualTo("dt=2026-01-01");
        assertThat(judgedAt("2026-01-03T06:00:00Z")).isEqualTo("dt=2026-01-02");
    }

    @Test
    void lists_each_partition_once_for_all_checks() {
        Lakecheck.on(lake).at(at("2026-01-03T07:00:00Z")).run(Suite.of(kpiDaily));

        assertThat(lake.listedRanges()).containsExactly(new KeyRange("s3://refined/kpi/", "dt=", "dt=2026-01-01"));
    }

    private String judgedAt(String instant) {
        return Lakecheck.on(lake)
                .at(at(instant))
                .plan(Suite.of(kpiDaily))
                .get(0)
                .partition()
                .label();
    }

    private static Clock at(String instant) {
        return Clock.fixed(Instant.parse(instant), LONDON);
    }
}
