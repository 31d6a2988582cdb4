// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.partition.Period;
import io.lakecheck.value.ByteSize;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
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
 * What the days of the week have to do with it.
 *
 * @param days those on which data comes
 * @param medians the usual size of a partition, be it an hour or a day, on each of them that is known well enough
 */
record WeekdayPattern(Set<DayOfWeek> days, Map<DayOfWeek, Long> medians) {

    /** So often a weekday must have been to say anything of it. */
    private static final int LEAST = 3;

    /** Weekdays that differ by less are alike. */
    private static final double TELLING = 1.1;

    static WeekdayPattern of(List<PastPartition> parts, Period period) {
        List<PastPartition> data = parts.stream().filter(PastPartition::hasData).toList();
        if (period.compareTo(Period.DAY) > 0 || data.isEmpty()) {
            return new WeekdayPattern(EnumSet.allOf(DayOfWeek.class), Map.of());
        }
        Map<DayOfWeek, Long> medians = new EnumMap<>(DayOfWeek.class);
        data.stream().collect(Collectors.groupingBy(WeekdayPattern::day)).forEach((day, alike) -> {
            if (alike.size() >= LEAST) {
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

    /** A weekday is left out where there were some of it, and never data. */
    private static Set<DayOfWeek> days(List<PastPartition> data) {
        Set<LocalDate> there = data.stream().map(WeekdayPattern::date).collect(Collectors.toSet());
        LocalDate first = date(data.get(0));
        LocalDate end = date(data.get(data.size() - 1)).plusDays(1);
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            List<LocalDate> dates = first.datesUntil(end)
                    .filter(date -> date.getDayOfWeek() == day)
                    .toList();
            if (dates.size() < LEAST || dates.stream().anyMatch(there::contains)) {
                days.add(day);
            }
        }
        return days;
    }

    private static LocalDate date(PastPartition part) {
        return part.span().from().toLocalDate();
    }

    private static DayOfWeek day(PastPartition part) {
        return date(part).getDayOfWeek();
    }

    boolean expects(PastPartition part) {
        return days.contains(day(part));
    }

    boolean isWhole() {
        return days.size() == DayOfWeek.values().length;
    }

    /** Why not every day is in it, in a sentence. */
    String evidence() {
        return "Never data on a " + names(EnumSet.complementOf(EnumSet.copyOf(days)), " or a ") + ".";
    }

    /** Its days as a suite says them. */
    String words() {
        return days.equals(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY))
                ? "weekdays"
                : "[" + names(days, ", ").toLowerCase(Locale.ROOT) + "]";
    }

    /** How sizes of hours or of days go up and down with it, in a sentence; empty where they hardly do. */
    String rhythm(Period period) {
        Comparator<Map.Entry<DayOfWeek, Long>> order = Map.Entry.comparingByValue();
        Optional<Map.Entry<DayOfWeek, Long>> least = medians.entrySet().stream().min(order);
        Optional<Map.Entry<DayOfWeek, Long>> most = medians.entrySet().stream().max(order);
        return least.isPresent()
                        && most.isPresent()
                        && most.get().getValue() > TELLING * least.get().getValue()
                ? (period == Period.HOUR ? "An hour of a " : "A ") + median(least.get()) + " as a rule, "
                        + (period == Period.HOUR ? "one of a " : "a ") + median(most.get()) + "."
                : "";
    }

    private static String median(Map.Entry<DayOfWeek, Long> day) {
        return name(day.getKey()) + " has " + new ByteSize(day.getValue());
    }

    private static String names(Set<DayOfWeek> days, String between) {
        return days.stream().sorted().map(WeekdayPattern::name).collect(Collectors.joining(between));
    }

    private static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}
