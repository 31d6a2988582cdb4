// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import io.lakecheck.Dataset;
import io.lakecheck.partition.Calendar;
import io.lakecheck.partition.Period;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * The time without published results after which the alarm for missing runs goes off. It is slightly longer than the
 * maximum time between two runs, assuming that hourly data is checked every hour, and other data at least once on each
 * day when data is expected. It is never more than seven days, the longest time that CloudWatch evaluates.
 */
final class ReportingGap {

    private static final int DAY = 24;

    private static final int LONGEST = 7 * DAY;

    /** The gap for hourly data, in hours. Two consecutive runs may be missed before the alarm goes off. */
    private static final int HOURLY = 3;

    /**
     * The additional hours for all other data, because a daily run may be late or may start only when its data arrives.
     */
    private static final int SLACK = 6;

    private ReportingGap() {}

    static Duration of(Dataset dataset) {
        Period period = dataset.location().period().orElse(Period.DAY);
        int daysOff = period.isLongerThanDay() ? 0 : daysOff(dataset.calendar());
        int hours = daysOff * DAY + (period.isWithinDay() ? HOURLY : DAY + SLACK);
        return Duration.ofHours(Math.min(hours, LONGEST));
    }

    /**
     * Returns the maximum number of consecutive days without expected data, either in a normal cycle or around an
     * excluded date. Returns seven if the calendar is a list of dates, or if data is expected less than once a week.
     */
    private static int daysOff(Calendar calendar) {
        List<LocalDate> cycle = calendar.days().cycle();
        if (!calendar.only().isEmpty() || cycle.isEmpty()) {
            return LONGEST / DAY;
        }
        return Stream.concat(cycle.stream(), calendar.except().stream())
                .mapToInt(date -> daysOff(calendar, date, 1) + daysOff(calendar, date.minusDays(1), -1))
                .max()
                .orElseThrow();
    }

    /**
     * Returns the number of consecutive days without expected data, counted from {@code from} (inclusive). Returns at
     * most seven.
     *
     * @param step 1 to count forward in time, -1 to count backward
     */
    private static int daysOff(Calendar calendar, LocalDate from, int step) {
        return (int) Stream.iterate(from, date -> date.plusDays(step))
                .limit(7)
                .takeWhile(date -> !calendar.expects(date))
                .count();
    }
}
