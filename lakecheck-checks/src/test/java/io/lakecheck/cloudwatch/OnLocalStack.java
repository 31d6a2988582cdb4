// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import io.lakecheck.Dataset;
import io.lakecheck.Notice;
import io.lakecheck.Report;
import io.lakecheck.delivery.Alarms;
import io.lakecheck.delivery.Connection;
import io.lakecheck.delivery.Metrics;
import io.lakecheck.lake.Lake;
import io.lakecheck.lake.MemoryLake;
import io.lakecheck.survey.Lakecheck;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Runs of today on a CloudWatch that is really there, which takes no data of long ago. Each has a namespace of its own.
 */
record OnLocalStack(Connection connection, String namespace, Alarms alarms, Instant now) {

    /**
     * LocalStack takes a second for a hundred metrics where the machine is busy, and all of it again when asked again.
     */
    static final CloudWatch.Patience PATIENT = new CloudWatch.Patience(1, Duration.ofMinutes(2), Duration.ofMinutes(2));

    static OnLocalStack at(Connection connection) {
        return new OnLocalStack(
                connection,
                "ATUK/Lambda/" + UUID.randomUUID(),
                Alarms.DEFAULT,
                Clock.systemUTC().instant().truncatedTo(ChronoUnit.MINUTES).minus(Duration.ofMinutes(5)));
    }

    Metrics metrics() {
        return new Metrics(namespace, Map.of(), true, false, connection, alarms);
    }

    /** The newest day whose deadline has passed. */
    LocalDate day() {
        return LocalDate.ofInstant(now.minus(Duration.ofHours(30)), ZoneOffset.UTC);
    }

    /** A folder with this much on the day and 361 kB the day before. */
    MemoryLake put(MemoryLake lake, String folder, long bytes) {
        return day(day(lake, folder, day().minusDays(1), 361_000), folder, day(), bytes);
    }

    private static MemoryLake day(MemoryLake lake, String folder, LocalDate day, long bytes) {
        return lake.put(folder + "dt=" + day + "/part-0.parquet", bytes, day.plusDays(1) + "T03:00:00Z")
                .put(folder + "dt=" + day + "/_SUCCESS", 0, day.plusDays(1) + "T03:00:01Z");
    }

    List<Notice> publish(Lake lake, Dataset... datasets) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        Report report = Lakecheck.on(lake).at(clock).run(Kpi.suite(metrics(), datasets));
        return new CloudWatchReporter(clock, where -> CloudWatch.open(where, PATIENT)).report(report);
    }
}
