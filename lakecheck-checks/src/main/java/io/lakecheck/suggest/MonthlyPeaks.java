// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.partition.DayOfMonth;
import io.lakecheck.partition.Period;
import io.lakecheck.value.Display;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The days of the month on which the sizes of a daily dataset are always unusual, such as the 1st or the last day.
 *
 * @param days the days of the month, in ascending order, with {@link DayOfMonth#LAST} at the end for the last one;
 *     empty if there are none
 */
record MonthlyPeaks(Set<Integer> days) {

    static final MonthlyPeaks NONE = new MonthlyPeaks(Set.of());

    private static final int MIN_MONTHS = 3;
    private static final double MIN_SHARE = 0.8;

    /** The maximum number of such days. More of them are rather a coincidence. */
    private static final int MOST = 4;

    /**
     * Returns the days on which most partitions are outliers.
     *
     * @param partitions the partitions that contain data
     */
    static MonthlyPeaks among(List<PastPartition> partitions, Collection<PastPartition> outliers, Period period) {
        if (!period.equals(Period.DAY)) {
            return NONE;
        }
        Map<Integer, List<PastPartition>> byDay = partitions.stream().collect(Collectors.groupingBy(MonthlyPeaks::day));
        Set<Integer> days = byDay.keySet().stream()
                .filter(day -> {
                    List<PastPartition> alike = byDay.getOrDefault(day, List.of());
                    long unusual = alike.stream().filter(outliers::contains).count();
                    return unusual >= MIN_MONTHS && unusual >= MIN_SHARE * alike.size();
                })
                // The last day is negative, so that it is the largest without a sign.
                .collect(Collectors.toCollection(() -> new TreeSet<>(Integer::compareUnsigned)));
        return days.size() > MOST ? NONE : new MonthlyPeaks(days);
    }

    private static int day(PastPartition partition) {
        LocalDate day = partition.span().from().toLocalDate();
        return DayOfMonth.isLast(day) ? DayOfMonth.LAST : day.getDayOfMonth();
    }

    boolean include(PastPartition partition) {
        return days.contains(day(partition));
    }

    /** Returns a sentence about these days. */
    String evidence() {
        return "On each " + Display.list(days.stream().map(MonthlyPeaks::name).toList(), "and")
                + ", sizes are unusual, so each day is compared with the same day of the previous month.";
    }

    private static String name(int day) {
        return day == DayOfMonth.LAST ? "last day of a month" : Display.ordinal(day);
    }
}
