// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.deployment;

import java.util.Locale;

/**
 * A schedule in the syntax of EventBridge Scheduler, which evaluates the schedule in a time zone.
 *
 * @param minute the first minute of the hour
 * @param step the number of minutes until the next time; 60 for a single time in each hour
 * @param hour the hour of the day, or {@code *}
 * @param dayOfMonth the days of the month; {@code ?} if {@code dayOfWeek} applies instead
 * @param dayOfWeek the days of the week; {@code ?} if {@code dayOfMonth} applies instead
 * @param zone the name of the time zone
 */
record CronSchedule(long minute, int step, String hour, String dayOfMonth, String dayOfWeek, String zone) {

    /** The maximum length of a schedule's name. */
    private static final int LONGEST_NAME = 64;

    private static final int WHOLE_HOUR = 60;

    static CronSchedule at(long minute, String hour, String dayOfMonth, String dayOfWeek, String zone) {
        return new CronSchedule(minute, WHOLE_HOUR, hour, dayOfMonth, dayOfWeek, zone);
    }

    /** Returns this schedule with a time every few minutes. */
    CronSchedule every(int minutes) {
        return new CronSchedule(minute % minutes, minutes, hour, dayOfMonth, dayOfWeek, zone);
    }

    /** Returns the expression, such as {@code cron(0 6 ? * TUE-SAT *)}. */
    String expression() {
        return "cron(" + minute + (step == WHOLE_HOUR ? "" : "/" + step) + " " + hour + " " + dayOfMonth + " * "
                + dayOfWeek + " *)";
    }

    /** Returns a name that describes the schedule, such as {@code tue-sat-0600-Europe-London}. */
    String name() {
        boolean isHourly = hour.equals("*");
        String days = !dayOfWeek.equals("?")
                ? dayOfWeek.toLowerCase(Locale.ROOT)
                : dayOfMonth.equals("*") ? (isHourly ? "" : "daily") : "day-" + dayOfMonth;
        String time = isHourly
                ? String.format(Locale.ROOT, "%s-%02d", step == WHOLE_HOUR ? "hourly" : "every-" + step + "m", minute)
                : String.format(Locale.ROOT, "%02d%02d", Integer.parseInt(hour), minute);
        String name = (days.isEmpty() ? "" : days + "-") + time + "-" + zone;
        String valid = name.replace(',', '_').replaceAll("[^A-Za-z0-9_.-]", "-");
        return valid.substring(0, Math.min(LONGEST_NAME, valid.length()));
    }
}
