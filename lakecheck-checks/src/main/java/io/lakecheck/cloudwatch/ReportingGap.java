// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import io.lakecheck.Dataset;
import io.lakecheck.partition.Calendar;
import io.lakecheck.partition.Period;
import java.time.Duration;
import java.time.LocalDate;
import java.util.stream.Stream;

/**
 * The time without published results after which the alarm for missing runs goes off. It is slightly longer than the
 * longest time between two runs: checks run every hour for hourly data and at least daily for all other data, on the
 * days on which data is expected. It is at most seven days, the longest time that CloudWatch evaluates.
 */
final class ReportingGap {

    private static final int DAY = 24;

    private static final int LONGEST = 7 * DAY;

    /** The gap for hourly data, in hours. It allows two consecutive runs to be missing. */
    private static final int HOURLY = 3;

    /** The additional hours for other data, because a daily run may be late or start only when its data arrives. */
    private static final int SLACK = 6;

    private ReportingGap() {}

    static Duration of(Dataset dataset) {
        Period period = dataset.location().period().orElse(Period.DAY);
        int daysOff = period == Period.HOUR || period == Period.DAY ? daysOff(dataset.calendar()) : 0;
        int hours = daysOff * DAY + (period == Period.HOUR ? HOURLY : DAY + SLACK);
        return Duration.ofHours(Math.min(hours, LONGEST));
    }

    /**
     * Returns the largest number of consecutive days without data in a normal week or around an excluded date, or seven
     * if the calendar is a list of dates.
     */
    private static int daysOff(Calendar calendar) {
        if (!calendar.only().isEmpty()) {
            return LONGEST / DAY;
        }
        return Stream.concat(
                        Stream.iterate(LocalDate.EPOCH, date -> date.plusDays(1))
                                .limit(7),
                        calendar.except().stream())
                .mapToInt(date -> daysOff(calendar, date, 1) + daysOff(calendar, date.minusDays(1), -1))
                .max()
                .orElseThrow();
    }

    /** Returns the number of consecutive days without data, starting with {@code from}, but at most seven. */
    private static int daysOff(Calendar calendar, LocalDate from, int step) {
        return (int) Stream.iterate(from, date -> date.plusDays(step))
                .limit(7)
                .takeWhile(date -> !calendar.days().contains(date.getDayOfWeek())
                        || calendar.except().contains(date))
                .count();
    }
}
