// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lakes;

import static io.lakecheck.lakes.Rhythm.MONTHLY;
import static io.lakecheck.lakes.Rhythm.QUARTERLY;
import static io.lakecheck.lakes.Rhythm.QUARTER_HOURS;
import static io.lakecheck.lakes.Rhythm.WEEKLY;
import static io.lakecheck.lakes.Rhythm.YEARLY;

import java.util.List;

/** Data for periods other than days and hours. */
final class PeriodLayouts {

    private static final Writing NEXT_DAY = Writing.after("PT20H", "PT6H");

    private PeriodLayouts() {}

    static List<Layout> all() {
        return List.of(
                Layout.of(
                        "sensors",
                        "Quarters of an hour",
                        """
                        location: s3://lake/sensors/{yyyyMMdd}/{HHmm}/
                        period: 15m
                        due: 10m
                        checks: [ recency: {}, size: { each: { min: 1 kB } }, delta: { deviation: 3 }, complete: { last: 48 } ]
                        """,
                        new Job(
                                Names.of("sensors/%1$tY%1$tm%1$td/%1$tH%1$tM/part-%2$d-%4$s.avro", 2),
                                QUARTER_HOURS,
                                Volume.of(2e6).night(0.5),
                                Writing.after("PT1M", "PT3M"))),
                Layout.of(
                        "weekly",
                        "ISO weeks",
                        """
                        location: s3://lake/weekly/{YYYY}/week={ww}/
                        due: 1d
                        checks: [ recency: {}, size: { each: { min: 1 kB } }, delta: {}, complete: { last: 12 } ]
                        """,
                        new Job(
                                Names.of("weekly/%6$04d/week=%7$02d/part-%2$05d.parquet", 4),
                                WEEKLY,
                                Volume.of(9e8).weekend(1),
                                Writing.after("PT8H", "PT2H"))),
                Layout.of(
                        "billing",
                        "Months",
                        """
                        location: s3://lake/billing/{yyyy}/{MM}/
                        due: 2d
                        checks: [ recency: {}, size: { each: { min: 1 kB } }, delta: {}, complete: { last: 12 } ]
                        """,
                        new Job(
                                Names.of("billing/%1$tY/%1$tm/invoices-%2$02d.csv", 3),
                                MONTHLY,
                                Volume.of(4e7).weekend(1),
                                Writing.after("PT20H", "PT6H"))),
                Layout.of(
                        "statements",
                        "Months, named by their last day",
                        """
                        location: s3://lake/statements/{date+1M-1d}/
                        due: 2d
                        checks: [ recency: {}, size: { each: { min: 1 kB } }, delta: {}, complete: { last: 12 } ]
                        """,
                        new Job(
                                Names.of("statements/%11$tF/part-%2$05d.parquet", 3),
                                MONTHLY,
                                Volume.of(5e7).weekend(1),
                                NEXT_DAY)),
                Layout.of(
                        "costs",
                        "Two dates in one name",
                        """
                        location: s3://lake/costs/{yyyyMMdd}-{yyyyMMdd+1M}/
                        due: 2d
                        checks: [ recency: {}, size: { each: { min: 1 kB } }, delta: {}, complete: { last: 12 } ]
                        """,
                        new Job(
                                Names.of("costs/%1$tY%1$tm01-%5$tY%5$tm01/costs-%2$02d.csv.gz", 3),
                                MONTHLY,
                                Volume.of(3e7).weekend(1),
                                Writing.after("PT20H", "PT6H"))),
                Layout.of(
                        "budget",
                        "Months of a fiscal year that starts in April",
                        """
                        location: s3://lake/budget/FY{yyyy+9M}/P{MM+9M}/
                        due: 2d
                        checks: [ recency: {}, size: { each: { min: 1 kB } }, delta: {}, complete: { last: 12 } ]
                        """,
                        new Job(
                                Names.of("budget/FY%12$tY/P%12$tm/part-%2$05d.parquet", 3),
                                MONTHLY,
                                Volume.of(2e7).weekend(1),
                                NEXT_DAY)),
                Layout.of(
                        "filings",
                        "Quarters",
                        """
                        location: s3://lake/filings/{yyyy}-Q{Q}/
                        due: 2d
                        checks: [ recency: {}, size: { each: { min: 1 kB } }, delta: { against: previous, drop: 35%, rise: 60% }, complete: { last: 8 } ]
                        """,
                        new Job(
                                Names.of("filings/%1$tY-Q%8$d/part-%2$05d.parquet", 3),
                                QUARTERLY,
                                Volume.of(8e7).weekend(1),
                                NEXT_DAY)),
                Layout.of(
                        "archive",
                        "Years",
                        """
                        location: s3://lake/archive/{yyyy}/
                        due: 2d
                        checks: [ recency: {}, size: { each: { min: 1 kB } }, delta: { against: previous, drop: 20%, rise: 80% }, complete: { last: 5 } ]
                        """,
                        new Job(
                                Names.of("archive/%1$tY/part-%2$05d.parquet", 4),
                                YEARLY,
                                Volume.of(9e8).weekend(1),
                                NEXT_DAY)));
    }
}
