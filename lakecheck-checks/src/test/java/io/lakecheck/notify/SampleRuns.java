// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.notify;

import io.lakecheck.Check;
import io.lakecheck.Dataset;
import io.lakecheck.Report;
import io.lakecheck.Severity;
import io.lakecheck.SizeCheck;
import io.lakecheck.Suite;
import io.lakecheck.delivery.Connection;
import io.lakecheck.delivery.Notification;
import io.lakecheck.lake.MemoryLake;
import io.lakecheck.lake.ObjectFilter;
import io.lakecheck.partition.Calendar;
import io.lakecheck.partition.Location;
import io.lakecheck.partition.Schedule;
import io.lakecheck.survey.Lakecheck;
import io.lakecheck.value.Limits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Runs with and without a reason for a notification, on an in-memory lake whose partitions have 187,200 bytes each. */
final class SampleRuns {

    private final Notification notification;
    private final MemoryLake lake = new MemoryLake();
    private final List<Dataset> datasets = new ArrayList<>();

    SampleRuns(Notification notification) {
        this.notification = notification;
    }

    static Notification to(Notification.Occasion on, Optional<String> slack, Optional<String> webhook) {
        return new Notification(on, slack, webhook, Optional.empty(), Connection.DEFAULT);
    }

    SampleRuns passes(String name) {
        return with(name, 100_000, Severity.FAIL);
    }

    SampleRuns fails(String name) {
        return with(name, 195_000, Severity.FAIL);
    }

    SampleRuns warns(String name) {
        return with(name, 195_000, Severity.WARN);
    }

    private SampleRuns with(String name, long min, Severity severity) {
        String folder = "s3://refined/" + name.replace('{', '(').replace('}', ')') + "/";
        lake.put(folder + "dt=2026-01-02/part-0.parquet", 187_200, "2026-01-03T03:00:00Z");
        Check size = new SizeCheck(
                new Limits(OptionalLong.of(min), OptionalLong.empty()), Limits.NONE, Limits.NONE, severity);
        datasets.add(new Dataset(
                name,
                Location.of(folder + "dt={date}/"),
                new Schedule(ZoneOffset.UTC, Duration.ofHours(6), Calendar.EVERY_DAY),
                ObjectFilter.DATA,
                List.of(size),
                Map.of()));
        return this;
    }

    Report report() {
        Suite suite =
                new Suite(datasets, Connection.DEFAULT, Optional.empty(), Optional.of(notification), Duration.ZERO);
        return Lakecheck.on(lake)
                .at(Clock.fixed(Instant.parse("2026-01-03T07:00:00Z"), ZoneOffset.UTC))
                .run(suite);
    }

    /** Returns the run that {@code docs/notify.md} shows. */
    static Report shown(Notification notification) {
        return new SampleRuns(notification)
                .passes("returns")
                .warns("sessions")
                .fails("kpi-daily")
                .report();
    }
}
