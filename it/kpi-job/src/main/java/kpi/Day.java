// SPDX-License-Identifier: Apache-2.0
package kpi;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * A day of business in London, as instants: 23 hours long in March and 25 in October when the clocks change.
 *
 * @param date the day
 */
record Day(LocalDate date) {

    static final ZoneId ZONE = ZoneId.of("Europe/London");

    /** When the nightly job starts. Events that arrive later than this are lost to it. */
    private static final LocalTime JOB_STARTS = LocalTime.of(3, 0);

    Instant start() {
        return date.atStartOfDay(ZONE).toInstant();
    }

    Instant end() {
        return date.plusDays(1).atStartOfDay(ZONE).toInstant();
    }

    /** The morning after: the job starts, and takes what has arrived by then. */
    Instant jobStart() {
        return date.plusDays(1).atTime(JOB_STARTS).atZone(ZONE).toInstant();
    }

    /** The days in UTC, by which the raw zone is foldered, on which this day's events can have arrived. */
    List<LocalDate> arrivals() {
        return utc(start()).datesUntil(utc(jobStart()).plusDays(1)).toList();
    }

    private static LocalDate utc(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
