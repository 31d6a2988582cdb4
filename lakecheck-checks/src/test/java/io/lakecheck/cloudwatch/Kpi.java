// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import io.lakecheck.Check;
import io.lakecheck.Dataset;
import io.lakecheck.DeltaCheck;
import io.lakecheck.DeltaPolicies;
import io.lakecheck.RecencyCheck;
import io.lakecheck.Report;
import io.lakecheck.Severity;
import io.lakecheck.SizeCheck;
import io.lakecheck.Suite;
import io.lakecheck.baseline.SampleBaseline;
import io.lakecheck.baseline.Tolerance;
import io.lakecheck.baseline.Volume;
import io.lakecheck.delivery.Connection;
import io.lakecheck.delivery.Metrics;
import io.lakecheck.lake.Lake;
import io.lakecheck.lake.MemoryLake;
import io.lakecheck.lake.ObjectFilter;
import io.lakecheck.partition.Calendar;
import io.lakecheck.partition.Location;
import io.lakecheck.partition.Schedule;
import io.lakecheck.survey.Lakecheck;
import io.lakecheck.value.Limits;
import io.lakecheck.value.Percentage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The dataset {@code kpi-daily} in this package's tests, with its checks and runs. */
final class Kpi {

    static final Instant NOW = Instant.parse("2026-01-03T07:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final Metrics METRICS = Metrics.to("ATUK/Lambda");

    static final Check RECENCY = new RecencyCheck(
            Optional.of("_SUCCESS"), true, Duration.ZERO, Severity.WARN, Optional.empty(), Severity.FAIL);
    static final Check SIZE = size(195_000, 1_000_000);
    static final Check DELTA = delta(Volume.BYTES, 30, 100);

    private Kpi() {}

    static SizeCheck size(long min, long max) {
        return new SizeCheck(
                new Limits(OptionalLong.of(min), OptionalLong.of(max)), Limits.NONE, Limits.NONE, Severity.FAIL);
    }

    static DeltaCheck delta(Volume of, int drop, int rise) {
        return new DeltaCheck(
                SampleBaseline.PREVIOUS,
                Tolerance.of(Optional.of(Percentage.of(drop)), Optional.of(Percentage.of(rise))),
                of,
                OptionalInt.empty(),
                OptionalInt.empty(),
                DeltaPolicies.DEFAULT,
                Severity.FAIL);
    }

    static Dataset dataset(String name, String location, Check... checks) {
        return dataset(name, location, Map.of(), checks);
    }

    static Dataset dataset(String name, String location, Map<String, String> dimensions, Check... checks) {
        return new Dataset(
                name,
                Location.of(location),
                new Schedule(ZoneOffset.UTC, Duration.ofHours(6), Calendar.EVERY_DAY),
                ObjectFilter.DATA,
                List.of(checks),
                dimensions);
    }

    /** Returns a dataset in whose location {@code TENANT} stands for names that are found in the lake. */
    static Dataset open(String location, Check... checks) {
        return new Dataset(
                "orders[tenant=*]",
                Location.of(location).open("TENANT"),
                new Schedule(ZoneOffset.UTC, Duration.ofHours(6), Calendar.EVERY_DAY),
                ObjectFilter.DATA,
                List.of(checks),
                Map.of());
    }

    static Dataset daily(Check... checks) {
        return dataset("kpi-daily", "s3://refined/kpi/dt={date}/", checks);
    }

    static Suite suite(Metrics metrics, Dataset... datasets) {
        return new Suite(List.of(datasets), Connection.DEFAULT, Optional.of(metrics));
    }

    /** Returns a lake with 361 kB on the day before yesterday and the given size yesterday. */
    static MemoryLake lake(long yesterday) {
        return new MemoryLake()
                .put("s3://refined/kpi/dt=2026-01-01/part-0.parquet", 361_000, "2026-01-02T03:00:00Z")
                .put("s3://refined/kpi/dt=2026-01-01/_SUCCESS", 0, "2026-01-02T03:00:01Z")
                .put("s3://refined/kpi/dt=2026-01-02/part-0.parquet", yesterday, "2026-01-03T03:00:00Z")
                .put("s3://refined/kpi/dt=2026-01-02/_SUCCESS", 0, "2026-01-03T03:00:01Z");
    }

    static Report run(Lake lake, Dataset... datasets) {
        return run(lake, suite(METRICS, datasets));
    }

    static Report run(Lake lake, Suite suite) {
        return Lakecheck.on(lake).at(CLOCK).run(suite);
    }
}
