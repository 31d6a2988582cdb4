// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import io.lakecheck.Dataset;
import io.lakecheck.Notice;
import io.lakecheck.Report;
import io.lakecheck.aws.AwsTimeouts;
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
 * Runs that publish to a real server. They check the current day, because old data is rejected, and each uses its own
 * namespace.
 */
record LocalStackRun(Connection connection, String namespace, Alarms alarms, Instant now) {

    /**
     * The timeouts. On a busy machine, LocalStack may take a second for a hundred metrics, and a retry would only
     * double its work.
     */
    static final AwsTimeouts TIMEOUTS = new AwsTimeouts(
            Duration.ofSeconds(5), Duration.ofMinutes(2), Duration.ofMinutes(2), Duration.ofMinutes(2), 1);

    static LocalStackRun at(Connection connection) {
        return new LocalStackRun(
                connection,
                "ATUK/Lambda/" + UUID.randomUUID(),
                Alarms.DEFAULT,
                Clock.systemUTC().instant().truncatedTo(ChronoUnit.MINUTES).minus(Duration.ofMinutes(5)));
    }

    Metrics metrics() {
        return new Metrics(namespace, Map.of(), true, false, connection, alarms);
    }

    /** Returns the newest day whose deadline has passed. */
    LocalDate day() {
        return LocalDate.ofInstant(now.minus(Duration.ofHours(30)), ZoneOffset.UTC);
    }

    /** Adds data to a folder: the given size on the checked day, and 361 kB on the day before. */
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
        return new CloudWatchReporter(clock, to -> CloudWatchAccess.open(to, TIMEOUTS)).report(report);
    }
}
