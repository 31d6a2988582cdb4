// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import java.util.List;
import java.util.stream.Stream;

/**
 * A run of consecutive days that were all below or all above the usual range. Days without data do not interrupt the
 * run.
 *
 * @param side -1 if the days were below the expected size, 1 if they were above it, 0 if there are no days
 * @param days the days, numbered from 0, the oldest day in the window; earliest first
 */
record IncidentRun(double side, List<Integer> days) {

    static final IncidentRun NONE = new IncidentRun(0, List.of());

    /**
     * The minimum number of days in an incident. Incidents do not count as history; one or two outliers do, because
     * they may be due to chance.
     */
    private static final int INCIDENT = 3;

    /** The number of days after which a run is considered to affect all weekdays. */
    private static final int WEEK = 7;

    /** Returns this run with one more day, or a new run if the day is on the other side of the usual range. */
    IncidentRun with(int day, double otherSide) {
        return otherSide == side
                ? new IncidentRun(
                        side, Stream.concat(days.stream(), Stream.of(day)).toList())
                : new IncidentRun(otherSide, List.of(day));
    }

    boolean isIncident() {
        return days.size() >= INCIDENT;
    }

    boolean isLong() {
        return !days.isEmpty() && days.get(days.size() - 1) - first() + 1 >= WEEK;
    }

    int first() {
        return days.get(0);
    }

    List<Integer> last(int count) {
        return days.subList(days.size() - count, days.size());
    }
}
