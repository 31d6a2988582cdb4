// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.partition.DayOfMonth;
import io.lakecheck.partition.Period;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Recognizes months that are named by their last day, such as {@code 2026-10-31/}. */
final class MonthEnds {

    /** The shift from the first day of a month to its last, as written in a suite. */
    static final String SHIFT = "+1M-1d";

    private static final int MIN_MONTHS = 3;

    /** The share of the months for which there must be a partition. */
    private static final double MIN_SHARE = 0.8;

    private MonthEnds() {}

    /**
     * Returns whether a layout of days names months instead.
     *
     * @param times the times in the names, oldest first
     */
    static boolean areNamedIn(FolderLayout layout, List<LocalDateTime> times) {
        return layout.period().equals(Period.DAY)
                && layout.template().indexOf('{') == layout.template().lastIndexOf('{')
                && layout.template().indexOf('+') < 0
                && times.size() >= MIN_MONTHS
                && times.stream().map(LocalDateTime::toLocalDate).allMatch(DayOfMonth::isLast)
                && times.size() >= MIN_SHARE * months(times.get(0), times.get(times.size() - 1));
    }

    private static long months(LocalDateTime first, LocalDateTime last) {
        return 1 + ChronoUnit.MONTHS.between(YearMonth.from(first), YearMonth.from(last));
    }
}
