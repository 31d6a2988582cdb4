// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import java.util.List;
import java.util.stream.Stream;

/**
 * Days in a row that were outside the usual range on the same side; days without data do not interrupt it.
 *
 * @param side the sign of their distance from what was expected
 * @param days their places in the window, earliest first
 */
record IncidentRun(double side, List<Integer> days) {

    static final IncidentRun NONE = new IncidentRun(0, List.of());

    /** One or two outliers may be chance; from this many days on they are an incident and none of them counts. */
    private static final int INCIDENT = 3;

    /** A run that spans a whole week is about all weekdays. */
    private static final int WEEK = 7;

    /** Returns this run with one more day, or a new run if the day is on the other side. */
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
