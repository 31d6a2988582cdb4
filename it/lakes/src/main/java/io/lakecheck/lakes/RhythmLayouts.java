// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lakes;

import static io.lakecheck.lakes.Rhythm.DAILY;
import static io.lakecheck.lakes.Rhythm.HOURLY;
import static io.lakecheck.lakes.Rhythm.MONTHLY;
import static io.lakecheck.lakes.Rhythm.WEEKLY;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Data that does not arrive each day, or not by the same rules. */
final class RhythmLayouts {

    private static final Writing NIGHTLY = Writing.after("PT2H", "PT1H");

    private RhythmLayouts() {}

    static List<Layout> all() {
        return Stream.of(calendars(), arrivals()).flatMap(List::stream).toList();
    }

    private static List<Layout> calendars() {
        return List.of(
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
                        "trades",
                        "Workdays with holidays",
                        """
                        location: s3://lake/trades/dt={date}/
                        days: weekdays
                        except: [2026-05-25, 2026-08-31]
                        """,
                        new Job(
                                Names.of("trades/dt=%1$tF/part-%2$05d.parquet", 4),
                                DAILY.onWorkdays(Set.of("2026-05-25", "2026-08-31")),
                                Volume.of(7e7),
                                NIGHTLY)),
                Layout.of(
                        "forecast",
                        "Four cycles a day",
                        """
                        location: s3://lake/forecast/{yyyyMMdd}/{HH}/
                        hours: [0, 6, 12, 18]
                        due: 4h
                        checks: [ recency: {}, size: { each: { min: 1 kB } }, delta: {}, complete: {} ]
                        """,
                        new Job(
                                Names.of("forecast/%1$tY%1$tm%1$td/%1$tH/grid-f%2$03d.grib2", 8),
                                HOURLY.on(from -> from.getHour() % 6 == 0),
                                Volume.of(5e8).weekend(1),
                                Writing.after("PT2H", "PT1H"))));
    }

    private static List<Layout> arrivals() {
        return List.of(
                Layout.of(
                        "stock",
                        "Markers in a folder of their own",
                        """
                        location: s3://lake/stock/dt={date}/
                        checks: [ recency: { marker: "s3://lake/flags/stock/{date}.done" }, size: { each: { min: 1 kB } }, delta: {}, complete: {} ]
                        """,
                        new Job(
                                Names.of("stock/dt=%1$tF/part-%2$05d-%4$s.parquet", 3)
                                        .marker("flags/stock/%1$tF.done"),
                                DAILY,
                                Volume.of(1e8),
                                NIGHTLY)),
                Layout.of(
                                "refunds",
                                "Days without data, of which only the marker tells",
                                """
                        location: s3://lake/refunds/dt={date}/
                        empty: allow
                        checks: [ recency: { marker: _SUCCESS }, size: { objects: { max: 1 } }, complete: {} ]
                        """,
                                new Job(
                                        Names.of("refunds/dt=%1$tF/part-%2$05d.parquet", 1)
                                                .marker("refunds/dt=%1$tF/_SUCCESS"),
                                        DAILY,
                                        Volume.of(5e4).noise(0.8).idle(0.2),
                                        NIGHTLY))
                        .without(Fault.ALL_EMPTY, "a day without rows is normal"),
                Layout.of(
                        "payments",
                        "Stragglers that arrive hours later",
                        """
                        location: s3://lake/payments/dt={date}/
                        """,
                        new Job(
                                Names.of("payments/dt=%1$tF/part-%2$05d-%4$s.parquet", 5),
                                DAILY,
                                Volume.of(6e7),
                                NIGHTLY.late(0.006))));
    }
}
