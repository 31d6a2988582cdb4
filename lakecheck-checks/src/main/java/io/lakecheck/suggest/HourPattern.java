// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.partition.Hours;
import io.lakecheck.partition.Period;
import io.lakecheck.partition.Span;
import io.lakecheck.value.Display;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The hours of the day in which hourly data arrives.
 *
 * @param hours the hours, in ascending order; all 24 hours for a dataset that is not hourly
 */
record HourPattern(Set<Integer> hours) {

    /** The minimum number of days in the history to draw conclusions about hours. */
    private static final int MIN_DAYS = 5;

    /** Returns the hours that had data at least once, or all hours if the history is too short. */
    static HourPattern of(List<PastPartition> partitions, Period period) {
        List<Span> data = partitions.stream()
                .filter(PastPartition::hasData)
                .map(PastPartition::span)
                .toList();
        long days =
                data.stream().map(span -> span.from().toLocalDate()).distinct().count();
        return new HourPattern(
                !period.isWithinDay() || days < MIN_DAYS
                        ? Hours.ALL.expected()
                        : data.stream()
                                .map(span -> span.from().getHour())
                                .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** Returns the hours of two datasets. */
    HourPattern or(HourPattern other) {
        Set<Integer> all = new TreeSet<>(hours);
        all.addAll(other.hours);
        return new HourPattern(all);
    }

    boolean expects(Span span) {
        return !span.period().isWithinDay() || hours.contains(span.from().getHour());
    }

    boolean isEveryHour() {
        return hours.size() == Hours.ALL.expected().size();
    }

    /** Returns a sentence about the hours without data. */
    String evidence() {
        return "So far, data has only arrived for " + (hours.size() == 1 ? "hour " : "hours ")
                + (isRange()
                        ? toYaml()
                        : Display.list(hours.stream().map(String::valueOf).toList(), "and")) + ".";
    }

    /** Returns the YAML value for the key {@code hours}. */
    String toYaml() {
        List<Integer> all = List.copyOf(hours);
        return isRange() ? all.get(0) + "-" + all.get(all.size() - 1) : all.toString();
    }

    private boolean isRange() {
        List<Integer> all = List.copyOf(hours);
        return all.size() > 2 && all.get(all.size() - 1) - all.get(0) == all.size() - 1;
    }
}
