// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.partition.Period;
import io.lakecheck.partition.Span;
import io.lakecheck.value.Quantile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds partitions that are out of line with those around them, so that a bad day of the past does not become a limit:
 * what is left of a size, as a logarithm, when the median of its neighbours and its weekday's part (of hours, its
 * hour's) are taken away, measured by how much that is for most.
 */
final class Outliers {

    private static final int LEAST = 7;

    /** So many neighbours on each side: of hours, a day. */
    private static final int REACH = 12;

    /** From so many of a weekday or hour on, its part is known. */
    private static final int LEAST_ALIKE = 3;

    private static final double TIMES = 4;

    /** Makes the median of distances a measure like the standard deviation. */
    private static final double NORMAL = 1.4826;

    /** Noise below this is no noise. */
    private static final double LEAST_SPREAD = 0.05;

    private Outliers() {}

    /** @param parts in the order of their times, each with data */
    static Set<PastPartition> among(List<PastPartition> parts) {
        if (parts.size() < LEAST) {
            return Set.of();
        }
        List<Double> logs =
                parts.stream().map(part -> Math.log((double) part.bytes())).toList();
        List<Double> rest = withoutRhythm(parts, withoutLevel(logs));
        double spread = Math.max(
                LEAST_SPREAD, NORMAL * median(rest.stream().map(Math::abs).toList()));
        return IntStream.range(0, parts.size())
                .filter(i -> Math.abs(rest.get(i)) > TIMES * spread)
                .mapToObj(parts::get)
                .collect(Collectors.toSet());
    }

    private static List<Double> withoutLevel(List<Double> logs) {
        List<Double> rest = new ArrayList<>();
        for (int i = 0; i < logs.size(); i++) {
            rest.add(logs.get(i) - median(logs.subList(Math.max(0, i - REACH), Math.min(logs.size(), i + REACH + 1))));
        }
        return rest;
    }

    private static List<Double> withoutRhythm(List<PastPartition> parts, List<Double> sizes) {
        Map<Integer, List<Double>> byKind = IntStream.range(0, sizes.size())
                .boxed()
                .collect(Collectors.groupingBy(
                        i -> kind(parts.get(i)), Collectors.mapping(sizes::get, Collectors.toList())));
        List<Double> rest = new ArrayList<>();
        for (int i = 0; i < sizes.size(); i++) {
            List<Double> alike = byKind.getOrDefault(kind(parts.get(i)), List.of());
            rest.add(sizes.get(i) - (alike.size() < LEAST_ALIKE ? 0 : median(alike)));
        }
        return rest;
    }

    private static int kind(PastPartition part) {
        Span span = part.span();
        return span.period() == Period.HOUR
                ? span.from().getHour()
                : span.from().getDayOfWeek().getValue();
    }

    private static double median(List<Double> numbers) {
        return Quantile.median(numbers).orElse(0);
    }
}
