// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import java.util.List;
import java.util.Optional;

/**
 * What the replay of a window leaves for the day after it.
 *
 * @param cadence the numbers that depend on the period
 * @param window how many days were replayed; also the place of the day after them
 * @param counted the days that count
 * @param levelStart the first day of the last known level; 0 if none is known
 * @param openRun the days outside the usual range that have not ended yet, from three days on
 * @param incidents those that have ended, oldest first
 * @param changes the changes of level that were accepted, oldest first
 */
record LearnedHistory(
        Cadence cadence,
        int window,
        CountedDays counted,
        int levelStart,
        Optional<IncidentRun> openRun,
        List<IncidentRun> incidents,
        List<LevelChange> changes) {

    Forecast forecast() {
        return Forecast.of(window, cadence, counted);
    }

    /** Returns how many same weekdays make the level. */
    int alike() {
        return new WeekdayLevel(cadence, counted).members(window);
    }

    /** Returns how many days make the spread. */
    int compared() {
        return new Dispersion(cadence, counted).members(window);
    }

    /** Returns why a day with data does not count, by how many days ago it was; empty if it counts. */
    Optional<Exclusion> exclusion(int back) {
        int day = window - back;
        if (day < 0 || counted.counts(day)) {
            return Optional.empty();
        }
        return Optional.of(day < levelStart ? Exclusion.BEFORE_LEVEL : Exclusion.OUTSIDE_USUAL_RANGE);
    }
}
