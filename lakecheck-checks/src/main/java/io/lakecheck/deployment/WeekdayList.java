// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.deployment;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A formatter for days of the week in cron expressions. In these expressions, weeks start on Sunday, and a range must
 * not extend into the next week.
 */
final class WeekdayList {

    static final Set<DayOfWeek> ALL = EnumSet.allOf(DayOfWeek.class);

    private WeekdayList() {}

    /** Returns the field for the given days, such as {@code TUE-SAT} or {@code SUN,TUE-FRI}. */
    static String of(Collection<DayOfWeek> days) {
        List<String> ranges = new ArrayList<>();
        int first = 0;
        for (int i = 0; i <= 7; i++) {
            if (i < 7 && days.contains(day(i))) {
                continue;
            }
            if (first < i) {
                ranges.add(range(first, i - 1));
            }
            first = i + 1;
        }
        return String.join(",", ranges);
    }

    private static String range(int first, int last) {
        return last - first > 1
                ? name(first) + "-" + name(last)
                : IntStream.rangeClosed(first, last).mapToObj(WeekdayList::name).collect(Collectors.joining(","));
    }

    private static DayOfWeek day(int fromSunday) {
        return DayOfWeek.SUNDAY.plus(fromSunday);
    }

    private static String name(int fromSunday) {
        return day(fromSunday).getDisplayName(TextStyle.SHORT, Locale.ROOT).toUpperCase(Locale.ROOT);
    }
}
