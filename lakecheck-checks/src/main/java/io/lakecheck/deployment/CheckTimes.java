// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.deployment;

import io.lakecheck.Dataset;
import io.lakecheck.RecencyCheck;
import io.lakecheck.partition.Period;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The times at which a dataset is checked: at each deadline plus grace. A dataset with a longer period is checked at
 * the same time on all other days too, because the alarm for missing runs needs a run each day. An undated dataset has
 * no deadline; it is checked each day or, if its maximum age is shorter than a day, each hour.
 *
 * @param delay the time from the end of a period to the check, in whole minutes; negative if the zone is ahead of UTC
 * @param zone the name of the time zone
 */
record CheckTimes(long delay, String zone) {

    private static final long HOUR = Duration.ofHours(1).toMinutes();
    private static final long DAY = Duration.ofDays(1).toMinutes();

    /** The number of days in the shortest month. */
    private static final int SHORTEST_MONTH = 28;

    private static final int LONGEST_MONTH = 31;

    static List<CronSchedule> of(Dataset dataset) {
        Duration grace = dataset.recencyChecks()
                .map(RecencyCheck::grace)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        Duration delay = dataset.due().plus(grace);
        long minutes = delay.plusMinutes(1).minusNanos(1).toMinutes();
        ZoneId zone = dataset.zone().normalized();
        // EventBridge Scheduler supports names of time zones, but not offsets.
        CheckTimes times = zone instanceof ZoneOffset offset
                ? new CheckTimes(
                        minutes - Duration.ofSeconds(offset.getTotalSeconds()).toMinutes(), "UTC")
                : new CheckTimes(minutes, zone.getId());
        Period period = period(dataset);
        return switch (period.unit()) {
            case MINUTES ->
                List.of(times.hourly(dataset.calendar().days().possibleWeekdays(), period.length())
                        .every(period.length()));
            case HOURS -> List.of(times.hourly(dataset.calendar().days().possibleWeekdays(), HOUR));
            case DAYS -> List.of(times.daily(dataset.calendar().days().possibleWeekdays()));
            case WEEKS -> times.weekly();
            default -> times.monthly();
        };
    }

    private static Period period(Dataset dataset) {
        boolean isShort = dataset.recencyChecks()
                .map(RecencyCheck::maxAge)
                .flatMap(Optional::stream)
                .anyMatch(age -> age.compareTo(Duration.ofDays(1)) < 0);
        return dataset.location().period().orElse(isShort ? Period.HOUR : Period.DAY);
    }

    /** @param period the length of a period in minutes, after which the first one of each day ends */
    private CronSchedule hourly(Set<DayOfWeek> expected, long period) {
        Set<DayOfWeek> days = EnumSet.copyOf(shifted(expected, Math.floorDiv(period + delay, DAY)));
        days.addAll(shifted(expected, Math.floorDiv(DAY + delay, DAY)));
        return schedule("*", days);
    }

    private CronSchedule daily(Set<DayOfWeek> expected) {
        return schedule(hour(), shifted(expected, Math.floorDiv(DAY + delay, DAY)));
    }

    private List<CronSchedule> weekly() {
        DayOfWeek day = DayOfWeek.MONDAY.plus(Math.floorDiv(delay, DAY));
        return List.of(schedule(hour(), Set.of(day)), schedule(hour(), EnumSet.complementOf(EnumSet.of(day))));
    }

    private List<CronSchedule> monthly() {
        long day = 1 + Math.floorDiv(delay, DAY);
        if (day < 1 || day > SHORTEST_MONTH) {
            return List.of(schedule(hour(), WeekdayList.ALL));
        }
        List<String> others = new ArrayList<>();
        if (day > 1) {
            others.add(day == 2 ? "1" : "1-" + (day - 1));
        }
        others.add((day + 1) + "-" + LONGEST_MONTH);
        return List.of(onDays(String.valueOf(day)), onDays(String.join(",", others)));
    }

    private CronSchedule onDays(String daysOfMonth) {
        return CronSchedule.at(minute(), hour(), daysOfMonth, "?", zone);
    }

    private CronSchedule schedule(String hour, Collection<DayOfWeek> days) {
        return days.containsAll(WeekdayList.ALL)
                ? CronSchedule.at(minute(), hour, "*", "?", zone)
                : CronSchedule.at(minute(), hour, "?", WeekdayList.of(days), zone);
    }

    private static Set<DayOfWeek> shifted(Set<DayOfWeek> days, long count) {
        Set<DayOfWeek> shifted = EnumSet.noneOf(DayOfWeek.class);
        days.forEach(day -> shifted.add(day.plus(count)));
        return shifted;
    }

    private String hour() {
        return String.valueOf(Math.floorMod(delay, DAY) / HOUR);
    }

    private long minute() {
        return Math.floorMod(delay, HOUR);
    }
}
