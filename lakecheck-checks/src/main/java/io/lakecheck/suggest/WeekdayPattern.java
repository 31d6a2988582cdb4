// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.partition.Period;
import io.lakecheck.partition.PeriodNames;
import io.lakecheck.partition.Span;
import io.lakecheck.value.ByteSize;
import io.lakecheck.value.Display;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The days of the week that have data, and the typical size of a partition on each.
 *
 * @param days the weekdays that have data
 * @param medians the median size of the partitions (daily or hourly) on each weekday that occurs often enough
 */
record WeekdayPattern(Set<DayOfWeek> days, Map<DayOfWeek, Long> medians) {

    /** The minimum number of times that a weekday must occur in the history to draw conclusions about it. */
    private static final int MIN_OCCURRENCES = 3;

    /** The largest median must exceed the smallest one by this factor for the difference to be worth mentioning. */
    private static final double NOTABLE_RATIO = 1.1;

    static WeekdayPattern of(List<PastPartition> partitions, Period period) {
        List<PastPartition> data =
                partitions.stream().filter(PastPartition::hasData).toList();
        if (period.isLongerThanDay() || data.isEmpty()) {
            return new WeekdayPattern(EnumSet.allOf(DayOfWeek.class), Map.of());
        }
        Map<DayOfWeek, Long> medians = new EnumMap<>(DayOfWeek.class);
        data.stream().collect(Collectors.groupingBy(WeekdayPattern::day)).forEach((day, alike) -> {
            if (alike.size() >= MIN_OCCURRENCES) {
                medians.put(
                        day,
                        alike.stream()
                                .map(PastPartition::bytes)
                                .sorted()
                                .toList()
                                .get(alike.size() / 2));
            }
        });
        return new WeekdayPattern(days(data), medians);
    }

    /** Returns the weekdays of two datasets, without sizes. */
    WeekdayPattern or(WeekdayPattern other) {
        Set<DayOfWeek> all = EnumSet.copyOf(days);
        all.addAll(other.days);
        return new WeekdayPattern(all, Map.of());
    }

    WeekdayPattern onAnyDay() {
        return new WeekdayPattern(EnumSet.allOf(DayOfWeek.class), medians);
    }

    /**
     * Returns all weekdays except those that occur at least {@link #MIN_OCCURRENCES} times in the history and never
     * have data.
     */
    private static Set<DayOfWeek> days(List<PastPartition> data) {
        Set<LocalDate> there = data.stream().map(WeekdayPattern::date).collect(Collectors.toSet());
        LocalDate first = date(data.get(0));
        LocalDate end = date(data.get(data.size() - 1)).plusDays(1);
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            List<LocalDate> dates = first.datesUntil(end)
                    .filter(date -> date.getDayOfWeek() == day)
                    .toList();
            if (dates.size() < MIN_OCCURRENCES || dates.stream().anyMatch(there::contains)) {
                days.add(day);
            }
        }
        return days;
    }

    private static LocalDate date(PastPartition partition) {
        return partition.span().from().toLocalDate();
    }

    private static DayOfWeek day(PastPartition partition) {
        return date(partition).getDayOfWeek();
    }

    boolean expects(Span span) {
        return expects(span.from().getDayOfWeek());
    }

    boolean expects(DayOfWeek day) {
        return days.contains(day);
    }

    boolean isEveryDay() {
        return days.size() == DayOfWeek.values().length;
    }

    /** Returns a sentence that names the weekdays without data. */
    String evidence() {
        return "So far, there has been no data on any "
                + Display.list(names(EnumSet.complementOf(EnumSet.copyOf(days))), "or") + ".";
    }

    /** Returns the YAML value for the key {@code days}. */
    String toYaml() {
        return days.equals(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY))
                ? "weekdays"
                : "[" + String.join(", ", names(days)).toLowerCase(Locale.ROOT) + "]";
    }

    /**
     * Returns a sentence about the weekdays with the smallest and the largest median, or an empty string if they hardly
     * differ.
     */
    String rhythm(Period period) {
        Comparator<Map.Entry<DayOfWeek, Long>> order = Map.Entry.comparingByValue();
        Optional<Map.Entry<DayOfWeek, Long>> least = medians.entrySet().stream().min(order);
        Optional<Map.Entry<DayOfWeek, Long>> most = medians.entrySet().stream().max(order);
        return least.isPresent()
                        && most.isPresent()
                        && most.get().getValue() > NOTABLE_RATIO * least.get().getValue()
                ? "A typical " + (period.isWithinDay() ? "hour on a " : "") + median(least.get()) + ", and a typical "
                        + (period.isWithinDay() ? "hour on a " : "") + median(most.get()) + "."
                : "";
    }

    private static String median(Map.Entry<DayOfWeek, Long> day) {
        return PeriodNames.weekday(day.getKey()) + " has " + new ByteSize(day.getValue());
    }

    private static List<String> names(Set<DayOfWeek> days) {
        return days.stream().sorted().map(PeriodNames::weekday).toList();
    }
}
