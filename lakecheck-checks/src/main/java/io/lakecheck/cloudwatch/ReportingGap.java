// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import io.lakecheck.Dataset;
import io.lakecheck.partition.Calendar;
import io.lakecheck.partition.Period;
import java.time.Duration;
import java.time.LocalDate;
import java.util.stream.Stream;

/**
 * How long a dataset's checks may say nothing before that is an alarm: a little longer than the longest time between
 * two runs. Checks run every hour for hourly data and at least every day for all other, on the days on which data is
 * expected. CloudWatch looks back seven days at most: what would need longer is given that.
 */
final class ReportingGap {

    private static final int DAY = 24;

    /** CloudWatch looks back no further. */
    private static final int LONGEST = 7 * DAY;

    /** An hourly run that fails twice is late, not silent. */
    private static final int HOURLY = 3;

    /** A daily run may come late or start with its data. */
    private static final int SLACK = 6;

    private ReportingGap() {}

    static Duration of(Dataset dataset) {
        Period period = dataset.location().period().orElse(Period.DAY);
        int daysOff = period == Period.HOUR || period == Period.DAY ? daysOff(dataset.calendar()) : 0;
        int hours = daysOff * DAY + (period == Period.HOUR ? HOURLY : DAY + SLACK);
        return Duration.ofHours(Math.min(hours, LONGEST));
    }

    /**
     * The longest row of days without data in any week and around each date that the calendar excepts; of a list of
     * dates, a week.
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

    /** How many days without data there are in a row from this one on, a week at most. */
    private static int daysOff(Calendar calendar, LocalDate from, int step) {
        return (int) Stream.iterate(from, date -> date.plusDays(step))
                .limit(7)
                .takeWhile(date -> !calendar.days().contains(date.getDayOfWeek())
                        || calendar.except().contains(date))
                .count();
    }
}
