// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.partition.Span;
import io.lakecheck.value.Quantile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Detects partitions with an unusual size, so that a bad day does not become a limit. Sizes are compared as logarithms:
 * from each one, subtract the median of the partitions around it and then the typical deviation for its weekday or
 * hour. A partition is an outlier if the remaining difference is several times as large as is typical.
 */
final class Outliers {

    private static final int MIN_PARTITIONS = 7;

    /**
     * A partition is compared with this many partitions before it and as many after it. For hourly data, this is a
     * range of 24 hours.
     */
    private static final int REACH = 12;

    /** The minimum number of partitions needed to determine the typical deviation for a weekday or hour. */
    private static final int MIN_ALIKE = 3;

    private static final double TIMES = 4;

    /**
     * The factor that converts a median absolute deviation into a standard deviation, assuming a normal distribution.
     */
    private static final double NORMAL = 1.4826;

    /**
     * The minimum standard deviation of the logarithms. It keeps small deviations in very regular data from counting as
     * outliers.
     */
    private static final double MIN_SPREAD = 0.05;

    private Outliers() {}

    /**
     * Returns the outliers among partitions.
     *
     * @param partitions the partitions that contain data, oldest first
     */
    static Set<PastPartition> among(List<PastPartition> partitions) {
        if (partitions.size() < MIN_PARTITIONS) {
            return Set.of();
        }
        List<Double> logs = partitions.stream()
                .map(partition -> Math.log((double) partition.bytes()))
                .toList();
        List<Double> rest = withoutRhythm(partitions, withoutLevel(logs));
        double spread = Math.max(
                MIN_SPREAD, NORMAL * median(rest.stream().map(Math::abs).toList()));
        return IntStream.range(0, partitions.size())
                .filter(i -> Math.abs(rest.get(i)) > TIMES * spread)
                .mapToObj(partitions::get)
                .collect(Collectors.toSet());
    }

    private static List<Double> withoutLevel(List<Double> logs) {
        List<Double> rest = new ArrayList<>();
        for (int i = 0; i < logs.size(); i++) {
            rest.add(logs.get(i) - median(logs.subList(Math.max(0, i - REACH), Math.min(logs.size(), i + REACH + 1))));
        }
        return rest;
    }

    private static List<Double> withoutRhythm(List<PastPartition> partitions, List<Double> sizes) {
        Map<Integer, List<Double>> byKind = IntStream.range(0, sizes.size())
                .boxed()
                .collect(Collectors.groupingBy(
                        i -> kind(partitions.get(i)), Collectors.mapping(sizes::get, Collectors.toList())));
        List<Double> rest = new ArrayList<>();
        for (int i = 0; i < sizes.size(); i++) {
            List<Double> alike = byKind.getOrDefault(kind(partitions.get(i)), List.of());
            rest.add(sizes.get(i) - (alike.size() < MIN_ALIKE ? 0 : median(alike)));
        }
        return rest;
    }

    private static int kind(PastPartition partition) {
        Span span = partition.span();
        return span.period().isWithinDay()
                ? span.from().getHour()
                : span.from().getDayOfWeek().getValue();
    }

    private static double median(List<Double> numbers) {
        return Quantile.median(numbers).orElse(0);
    }
}
