// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.partition.Period;
import io.lakecheck.partition.Span;
import java.util.List;
import java.util.Optional;

/**
 * The days and hours on which a dataset seems to have data.
 *
 * @param weekdays the days of the week
 * @param hours the hours of the day
 * @param rhythm another rule for the days, which replaces the days of the week; empty if there is none
 */
record ExpectedTimes(WeekdayPattern weekdays, HourPattern hours, Optional<DayRhythm> rhythm) {

    static ExpectedTimes of(List<PastPartition> partitions, Period period) {
        List<PastPartition> data =
                partitions.stream().filter(PastPartition::hasData).toList();
        ExpectedTimes times = new ExpectedTimes(
                WeekdayPattern.of(partitions, period), HourPattern.of(partitions, period), Optional.empty());
        return Absences.of(data, times).areNormal() ? times.withoutWeekdays(data) : times;
    }

    /** Returns the times without a pattern of weekdays, which a few partitions may show by chance. */
    private ExpectedTimes withoutWeekdays(List<PastPartition> data) {
        return new ExpectedTimes(
                weekdays.onAnyDay(),
                hours,
                DayRhythm.of(data.stream().map(PastPartition::span).toList()));
    }

    /** Returns the times at which one of two datasets has data. */
    ExpectedTimes or(ExpectedTimes other) {
        return new ExpectedTimes(weekdays.or(other.weekdays), hours.or(other.hours), rhythm.filter(own -> other.rhythm
                .filter(own::equals)
                .isPresent()));
    }

    boolean expects(Span span) {
        return rhythm.map(rule -> rule.expects(span)).orElseGet(() -> weekdays.expects(span)) && hours.expects(span);
    }
}
