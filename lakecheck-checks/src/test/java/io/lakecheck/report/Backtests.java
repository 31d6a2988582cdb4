// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report;

import io.lakecheck.Check;
import io.lakecheck.Dataset;
import io.lakecheck.RecencyCheck;
import io.lakecheck.Severity;
import io.lakecheck.SizeCheck;
import io.lakecheck.Suite;
import io.lakecheck.lake.MemoryLake;
import io.lakecheck.lake.ObjectFilter;
import io.lakecheck.partition.Calendar;
import io.lakecheck.partition.Location;
import io.lakecheck.partition.Schedule;
import io.lakecheck.survey.Backtest;
import io.lakecheck.survey.FixedClockLake;
import io.lakecheck.survey.Lakecheck;
import io.lakecheck.value.Limits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Backtests of an in-memory lake. They check twelve days up to 2026-01-12, of which the third is late and small. */
final class Backtests {

    private static final LocalDate LAST = LocalDate.parse("2026-01-12");

    private static final RecencyCheck RECENCY =
            new RecencyCheck(Optional.empty(), true, Duration.ZERO, Severity.WARN, Optional.empty(), Severity.FAIL);

    private Backtests() {}

    static Backtest mixed() {
        MemoryLake lake = lake();
        lake.put("s3://refined/kpi/dt=2026-01-03/part-0", 80, "2026-01-04T09:00:00Z");
        return of(lake, 12, "kpi-daily");
    }

    /** Returns a backtest of partitions that were all copied later. */
    static Backtest copied() {
        MemoryLake lake = new MemoryLake();
        for (int back = 0; back < 12; back++) {
            lake.put("s3://refined/kpi/dt=" + LAST.minusDays(back) + "/part-0", 100, "2026-03-01T10:00:00Z");
        }
        return of(lake, 12, "kpi-daily");
    }

    static Backtest hostile() {
        return of(lake(), 2, Reports.HOSTILE);
    }

    private static MemoryLake lake() {
        MemoryLake lake = new MemoryLake();
        for (int back = 0; back < 12; back++) {
            lake.put(
                    "s3://refined/kpi/dt=" + LAST.minusDays(back) + "/part-0",
                    100,
                    LAST.minusDays(back - 1L) + "T03:00:00Z");
        }
        return lake;
    }

    /** Returns a backtest of 90 days, in which a single quarter ended. */
    static Backtest quarters() {
        MemoryLake lake = new MemoryLake().put("s3://refined/kpi/2025-Q4/part-0", 100, "2026-01-01T03:00:00Z");
        return of(lake, 90, "kpi", Location.of("s3://refined/kpi/{yyyy}-Q{Q}/"));
    }

    private static Backtest of(MemoryLake lake, int days, String name) {
        return of(lake, days, name, Location.of("s3://refined/kpi/dt={date}/"));
    }

    private static Backtest of(MemoryLake lake, int days, String name, Location location) {
        Dataset dataset = new Dataset(
                name,
                location,
                new Schedule(ZoneOffset.UTC, Duration.ofHours(6), Calendar.EVERY_DAY),
                ObjectFilter.DATA,
                List.<Check>of(RECENCY, atLeast(90), atLeast(101)),
                Map.of());
        return Lakecheck.on(new FixedClockLake(lake, Instant.parse("2026-04-01T00:00:00Z")))
                .at(Clock.fixed(Instant.parse("2026-01-13T06:00:00Z"), ZoneOffset.UTC))
                .backtest(Suite.of(dataset), days);
    }

    private static SizeCheck atLeast(long bytes) {
        return new SizeCheck(
                new Limits(OptionalLong.of(bytes), OptionalLong.empty()), Limits.NONE, Limits.NONE, Severity.FAIL);
    }
}
