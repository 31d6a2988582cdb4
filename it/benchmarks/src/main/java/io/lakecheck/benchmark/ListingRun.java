// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.benchmark;

import io.lakecheck.Dataset;
import io.lakecheck.Report;
import io.lakecheck.Severity;
import io.lakecheck.SizeCheck;
import io.lakecheck.Suite;
import io.lakecheck.delivery.Connection;
import io.lakecheck.lake.ObjectFilter;
import io.lakecheck.partition.Calendar;
import io.lakecheck.partition.Location;
import io.lakecheck.partition.Schedule;
import io.lakecheck.s3.S3Lake;
import io.lakecheck.survey.Lakecheck;
import io.lakecheck.value.Limits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A run of lakecheck that checks the size of one partition. The main method prints the number of objects that were
 * listed.
 */
public final class ListingRun {

    static final String PREFIX = "kpi/dt=2026-01-02/";

    private ListingRun() {}

    /** @param endpoint one element: the simulator's address */
    public static void main(String[] endpoint) {
        System.out.println(report(endpoint[0]).traffic().objects());
    }

    static Report report(String endpoint) {
        Connection connection =
                new Connection(Optional.of(endpoint), Optional.of("eu-west-1"), Optional.empty(), Optional.empty());
        Limits anySize = new Limits(OptionalLong.of(1), OptionalLong.empty());
        Dataset dataset = new Dataset(
                "kpi",
                Location.of("s3://" + ListSimulator.BUCKET + "/kpi/dt={date}/"),
                new Schedule(ZoneOffset.UTC, Duration.ofHours(6), Calendar.EVERY_DAY),
                ObjectFilter.DATA,
                List.of(new SizeCheck(anySize, Limits.NONE, Limits.NONE, Severity.FAIL)),
                Map.of());
        try (S3Lake lake = S3Lake.connect(connection)) {
            return Lakecheck.on(lake)
                    .at(Clock.fixed(Instant.parse("2026-01-03T07:00:00Z"), ZoneOffset.UTC))
                    .run(Suite.of(dataset));
        }
    }
}
