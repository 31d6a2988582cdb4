// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import io.lakecheck.partition.Period;
import io.lakecheck.partition.PeriodNames;
import io.lakecheck.partition.Span;
import io.lakecheck.value.Display;

/**
 * The parameters of the baseline {@code usual} that depend on the length of a period. The sizes in a daily dataset are
 * expected to follow a weekly pattern. In an hourly dataset, each hour of the day is treated as a separate daily
 * dataset. The sizes in a weekly or monthly dataset are not expected to follow a pattern, nor are those in a daily
 * dataset with data only on some days of each month.
 *
 * @param window the number of earlier periods that the baseline is derived from
 * @param cycle the number of periods between two comparable ones: 7 days, or 1 week or month
 * @param trendPeriods the number of most recent periods that determine the trend
 * @param levelPeriods the number of periods outside the usual range after which a new level may be accepted
 * @param agreeingPeriods how many of those periods must have sizes close to the new level
 * @param longestRun the number of periods outside the usual range after which a new level is accepted in any case
 */
record Cadence(int window, int cycle, int trendPeriods, int levelPeriods, int agreeingPeriods, int longestRun) {

    static final Cadence DAYS = new Cadence(140, 7, 7, 8, 7, 28);

    static final Cadence PERIODS = new Cadence(60, 1, 3, 4, 4, 8);

    static Cadence of(Period period) {
        return period.isLongerThanDay() ? PERIODS : DAYS;
    }

    /** Returns the same parameters for a history of another length. */
    Cadence withWindow(int other) {
        return new Cadence(other, cycle, trendPeriods, levelPeriods, agreeingPeriods, longestRun);
    }

    /**
     * Returns, as text, a number of periods that are comparable with the given one, for example {@code 6 Mondays} or
     * {@code 3 months}.
     */
    String alike(Span span, int count) {
        return Display.count(count, hasWeekdays() ? PeriodNames.weekday(span) : unit(span));
    }

    /**
     * Returns the unit in which the history of a span is counted. It is a day for hourly datasets too, because each
     * hour is compared with the same hour of other days.
     */
    String unit(Span span) {
        return hasWeekdays()
                ? Period.DAY.toString()
                : span.period().isLongerThanDay() ? PeriodNames.unit(span) : "expected day";
    }

    boolean hasWeekdays() {
        return cycle > 1;
    }

    /**
     * Returns the span that is {@code back} days, weeks or months before the given one. The result does not necessarily
     * {@linkplain Span#exists() exist}.
     */
    Span before(Span span, int back) {
        return hasWeekdays() ? span.at(span.from().minusDays(back)) : span.step(-back);
    }
}
