// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.partition.Period;
import io.lakecheck.partition.Span;
import java.util.List;

/** The days of the week and the hours of the day on which a dataset seems to have data. */
record ExpectedTimes(WeekdayPattern weekdays, HourPattern hours) {

    static ExpectedTimes of(List<PastPartition> partitions, Period period) {
        ExpectedTimes times =
                new ExpectedTimes(WeekdayPattern.of(partitions, period), HourPattern.of(partitions, period));
        List<PastPartition> expected = partitions.stream()
                .filter(PastPartition::hasData)
                .filter(partition -> times.expects(partition.span()))
                .toList();
        return Absences.of(expected, times).areNormal() ? times.onAnyWeekday() : times;
    }

    /** Returns the times without a pattern of weekdays, which a few partitions may show by chance. */
    private ExpectedTimes onAnyWeekday() {
        return new ExpectedTimes(weekdays.onAnyDay(), hours);
    }

    /** Returns the times at which one of two datasets has data. */
    ExpectedTimes or(ExpectedTimes other) {
        return new ExpectedTimes(weekdays.or(other.weekdays), hours.or(other.hours));
    }

    boolean expects(Span span) {
        return weekdays.expects(span) && hours.expects(span);
    }
}
