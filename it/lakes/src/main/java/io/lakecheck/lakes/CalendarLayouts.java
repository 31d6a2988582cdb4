// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lakes;

import static io.lakecheck.lakes.Rhythm.DAILY;
import static io.lakecheck.lakes.Rhythm.HOURLY;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Set;

/** Data that does not arrive every day. */
final class CalendarLayouts {

    private static final Writing NIGHTLY = Writing.after("PT2H", "PT1H");

    private CalendarLayouts() {}

    static List<Layout> all() {
        return List.of(
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
                        "closing",
                        "The last workday of each month",
                        """
                        location: s3://lake/closing/{date}/
                        days: last workday
                        due: 1d
                        checks: [ recency: {}, size: { each: { min: 1 kB } }, delta: { against: median of 6, drop: 35%, rise: 60% }, complete: { last: 12 } ]
                        """,
                        new Job(
                                Names.of("closing/%1$tF/balances-%2$02d.csv", 2),
                                DAILY.since("2024-01-01").on(CalendarLayouts::isLastWorkday),
                                Volume.of(6e6),
                                Writing.after("PT8H", "PT2H"))),
                Layout.of(
                        "payroll",
                        "The 1st and 15th of each month",
                        """
                        location: s3://lake/payroll/{yyyyMMdd}/
                        days: [1st, 15th]
                        checks: [ recency: {}, size: { each: { min: 1 kB } }, delta: { against: median of 6, drop: 35%, rise: 60% }, complete: { last: 12 } ]
                        """,
                        new Job(
                                Names.of("payroll/%1$tY%1$tm%1$td/salaries-%2$d.csv", 2),
                                DAILY.since("2025-01-01")
                                        .on(from -> from.getDayOfMonth() == 1 || from.getDayOfMonth() == 15),
                                Volume.of(4e6).weekend(1),
                                NIGHTLY)),
                Layout.of(
                        "census",
                        "Every second day",
                        """
                        location: s3://lake/census/dt={date}/
                        every: 2d from 2026-04-01
                        checks: [ recency: {}, size: { each: { min: 1 kB } }, delta: {}, complete: { last: 15 } ]
                        """,
                        new Job(
                                Names.of("census/dt=%1$tF/part-%2$05d.parquet", 4),
                                DAILY.on(from -> from.getDayOfYear() % 2 == 1),
                                Volume.of(7e7),
                                NIGHTLY)),
                Layout.of(
                        "renewals",
                        "A peak on each 1st",
                        """
                        location: s3://lake/renewals/dt={date}/
                        checks: [ recency: {}, size: { each: { min: 1 kB } }, delta: { against: same day of month, drop: 35%, rise: 60% }, complete: {} ]
                        """,
                        new Job(
                                Names.of("renewals/dt=%1$tF/part-%2$05d.parquet", 4),
                                DAILY,
                                Volume.of(4e7).weekend(1).first(5),
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

    private static boolean isLastWorkday(LocalDateTime from) {
        LocalDate last = from.toLocalDate().with(TemporalAdjusters.lastDayOfMonth());
        while (last.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) {
            last = last.minusDays(1);
        }
        return from.toLocalDate().equals(last);
    }
}
