// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Datasets and checks that tests start from, and the short way to one verdict. Days in UTC, due six hours after their end. */
final class Datasets {

    static final String KPI = "s3://refined/kpi/dt={date}/";
    static final Duration DUE = Duration.ofHours(6);

    /** The first moment at which 2026-01-02 is due. */
    static final Instant DUE_AT = Instant.parse("2026-01-03T06:00:00Z");

    private Datasets() {}

    static Dataset daily(Check... checks) {
        return at(KPI, checks);
    }

    static Dataset at(String location, Check... checks) {
        return named("kpi-daily", location, checks);
    }

    static Dataset named(String name, String location, Check... checks) {
        return of(name, location, ZoneOffset.UTC, DUE, Calendar.EVERY_DAY, ObjectFilter.DATA, checks);
    }

    static Dataset expected(Calendar calendar, Check... checks) {
        return of("kpi-daily", KPI, ZoneOffset.UTC, DUE, calendar, ObjectFilter.DATA, checks);
    }

    static Dataset of(
            String name,
            String location,
            ZoneId zone,
            Duration due,
            Calendar calendar,
            ObjectFilter filter,
            Check... checks) {
        return new Dataset(name, Location.of(location), zone, due, calendar, filter, List.of(checks), Map.of());
    }

    static Recency recency() {
        return new Recency(Optional.empty(), true, Duration.ZERO, Severity.WARN, Optional.empty(), Severity.FAIL);
    }

    static Recency marked(String marker) {
        return new Recency(Optional.of(marker), true, Duration.ZERO, Severity.WARN, Optional.empty(), Severity.FAIL);
    }

    static Size atLeast(long bytes) {
        return new Size(
                new Limits(OptionalLong.of(bytes), OptionalLong.empty()), Limits.NONE, Limits.NONE, Severity.FAIL);
    }

    static Clock clock(Instant instant) {
        return Clock.fixed(instant, ZoneOffset.UTC);
    }

    /** The verdict of the dataset's last check. */
    static Verdict judge(Lake lake, Instant now, Dataset dataset) {
        List<Finding> findings =
                Lakecheck.on(lake).at(clock(now)).run(Suite.of(dataset)).findings();
        return findings.get(findings.size() - 1).verdict();
    }
}
