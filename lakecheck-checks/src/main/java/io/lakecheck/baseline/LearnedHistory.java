// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import java.util.List;
import java.util.Optional;

/**
 * The result of replaying a window of days. The forecast for the day after the window is derived from it.
 *
 * @param cadence the parameters that depend on the period
 * @param window the number of days that were replayed, which is also the number of the day after them
 * @param counted the days that count as history
 * @param levelStart the first day of the last level that the suite declares; 0 if it declares none
 * @param openRun the incident that is not over yet; empty if there is none
 * @param incidents the incidents that are over, oldest first
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

    /** Returns how many past days, all of the same weekday, the level is based on. */
    int alike() {
        return new WeekdayLevel(cadence, counted).members(window);
    }

    /** Returns the number of days from which the spread is derived. */
    int compared() {
        return new Dispersion(cadence, counted).members(window);
    }

    /**
     * Returns why a day with data does not count as history; empty if it counts.
     *
     * @param back how many days before the checked day that day is
     */
    Optional<Exclusion> exclusion(int back) {
        int day = window - back;
        if (day < 0 || counted.counts(day)) {
            return Optional.empty();
        }
        return Optional.of(day < levelStart ? Exclusion.BEFORE_LEVEL : Exclusion.OUTSIDE_USUAL_RANGE);
    }
}
