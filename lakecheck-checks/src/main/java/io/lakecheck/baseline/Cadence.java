// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import io.lakecheck.partition.Period;
import io.lakecheck.partition.Span;

/**
 * The numbers of the rule that depend on how often partitions are written. Days repeat by weekday, and each time of day
 * of an hourly dataset is a daily dataset of its own; weeks and months repeat nothing.
 *
 * @param window how many earlier periods are replayed
 * @param cycle after how many periods a similar one follows: the same weekday, or simply the next period
 * @param trendPeriods how many of the last periods make the trend
 * @param levelPeriods how many periods a run outside the usual range needs before its level may be accepted
 * @param agreeingPeriods how many of those must agree on the level
 * @param longestRun after how many periods the level of a run is accepted in any case
 */
record Cadence(int window, int cycle, int trendPeriods, int levelPeriods, int agreeingPeriods, int longestRun) {

    static final Cadence DAYS = new Cadence(140, 7, 7, 8, 7, 28);

    static final Cadence PERIODS = new Cadence(60, 1, 3, 4, 4, 8);

    static Cadence of(Period period) {
        return period == Period.WEEK || period == Period.MONTH ? PERIODS : DAYS;
    }

    boolean hasWeekdays() {
        return cycle > 1;
    }

    /** Returns the span {@code back} steps of this cadence before another; it may not exist. */
    Span before(Span span, int back) {
        return hasWeekdays() ? span.at(span.from().minusDays(back)) : span.step(-back);
    }
}
