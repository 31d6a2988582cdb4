// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import io.lakecheck.lake.Lake;
import io.lakecheck.lake.ObjectFilter;
import io.lakecheck.partition.Calendar;
import io.lakecheck.partition.Location;
import io.lakecheck.partition.Schedule;
import io.lakecheck.survey.Lakecheck;
import io.lakecheck.value.Limits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Datasets, checks and verdicts for tests. Partitions are days in UTC, and are due six hours after the end of the day.
 */
public final class Datasets {

    public static final String KPI = "s3://refined/kpi/dt={date}/";
    public static final Duration DUE = Duration.ofHours(6);

    /** The deadline of 2026-01-02. */
    public static final Instant DUE_AT = Instant.parse("2026-01-03T06:00:00Z");

    private Datasets() {}

    public static Dataset daily(Check... checks) {
        return at(KPI, checks);
    }

    public static Dataset at(String location, Check... checks) {
        return named("kpi-daily", location, checks);
    }

    public static Dataset named(String name, String location, Check... checks) {
        return of(name, location, ZoneOffset.UTC, DUE, Calendar.EVERY_DAY, ObjectFilter.DATA, checks);
    }

    public static Dataset expected(Calendar calendar, Check... checks) {
        return of("kpi-daily", KPI, ZoneOffset.UTC, DUE, calendar, ObjectFilter.DATA, checks);
    }

    public static Dataset of(
            String name,
            String location,
            ZoneId zone,
            Duration due,
            Calendar calendar,
            ObjectFilter filter,
            Check... checks) {
        return new Dataset(
                name, Location.of(location), new Schedule(zone, due, calendar), filter, List.of(checks), Map.of());
    }

    public static RecencyCheck recency() {
        return new RecencyCheck(Optional.empty(), true, Duration.ZERO, Severity.WARN, Optional.empty(), Severity.FAIL);
    }

    public static RecencyCheck marked(String marker) {
        return new RecencyCheck(
                Optional.of(marker), true, Duration.ZERO, Severity.WARN, Optional.empty(), Severity.FAIL);
    }

    public static SizeCheck atLeast(long bytes) {
        return new SizeCheck(
                new Limits(OptionalLong.of(bytes), OptionalLong.empty()), Limits.NONE, Limits.NONE, Severity.FAIL);
    }

    public static Clock clock(Instant instant) {
        return Clock.fixed(instant, ZoneOffset.UTC);
    }

    /** Returns the verdict of the dataset's last check. */
    public static Verdict judge(Lake lake, Instant now, Dataset dataset) {
        List<Finding> findings =
                Lakecheck.on(lake).at(clock(now)).run(Suite.of(dataset)).findings();
        return findings.get(findings.size() - 1).verdict();
    }
}
