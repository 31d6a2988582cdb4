// SPDX-License-Identifier: Apache-2.0
package kpi;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * A business day in London. It has 23 hours when the clocks go forward in March, and 25 when they go back in October.
 *
 * @param date the date in London
 */
record Day(LocalDate date) {

    static final ZoneId ZONE = ZoneId.of("Europe/London");

    /** The time at which the nightly job starts. Events that arrive later are ignored. */
    private static final LocalTime JOB_STARTS = LocalTime.of(3, 0);

    Instant start() {
        return date.atStartOfDay(ZONE).toInstant();
    }

    Instant end() {
        return date.plusDays(1).atStartOfDay(ZONE).toInstant();
    }

    /** Returns the time at which the job for this day starts, which is on the next morning. */
    Instant jobStart() {
        return date.plusDays(1).atTime(JOB_STARTS).atZone(ZONE).toInstant();
    }

    /**
     * Returns the dates on which this day's events may have arrived. They are in UTC, like the names of the folders in
     * the raw zone.
     */
    List<LocalDate> arrivals() {
        return utc(start()).datesUntil(utc(jobStart()).plusDays(1)).toList();
    }

    private static LocalDate utc(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
