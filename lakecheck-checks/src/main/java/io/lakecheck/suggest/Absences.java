// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.partition.Period;
import io.lakecheck.partition.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The periods between the first and the last partition of a dataset that were expected but have no partition.
 *
 * @param gaps these periods, oldest first, in one list for each gap between two partitions
 * @param expected the number of periods that were expected, including these
 */
record Absences(List<List<Span>> gaps, long expected) {

    /**
     * If a dataset has more gaps than this share of its partitions, data is not expected in each period. Fewer gaps may
     * be outages, even if they are long.
     */
    private static final double RARE = 0.25;

    /** The number of periods from which a gap is an outage, or the time before regular deliveries. */
    private static final int LONG = 10;

    /** The number of periods from which a gap is named by its first and last one. */
    private static final int SPAN = 3;

    Absences {
        gaps = gaps.stream()
                .filter(gap -> !gap.isEmpty())
                .<List<Span>>map(List::copyOf)
                .toList();
    }

    /** Returns the absent periods, given the partitions that exist, oldest first. */
    static Absences of(List<PastPartition> partitions, ExpectedTimes times) {
        if (partitions.isEmpty()) {
            return new Absences(List.of(), 0);
        }
        Set<Span> known = partitions.stream().map(PastPartition::span).collect(Collectors.toSet());
        Span last = partitions.get(partitions.size() - 1).span();
        List<List<Span>> gaps = new ArrayList<>();
        List<Span> gap = new ArrayList<>();
        for (Span span = partitions.get(0).span(); span.from().isBefore(last.from()); span = span.step(1)) {
            if (known.contains(span)) {
                gaps.add(gap);
                gap = new ArrayList<>();
            } else if (span.exists() && times.expects(span)) {
                gap.add(span);
            }
        }
        gaps.add(gap);
        return new Absences(
                gaps, partitions.size() + gaps.stream().mapToLong(List::size).sum());
    }

    /** Returns the absent periods, oldest first. */
    List<Span> spans() {
        return gaps.stream().flatMap(Collection::stream).toList();
    }

    /** Returns the absent periods as text, of longer gaps only the first and the last one, oldest first. */
    List<String> named(Function<Span, String> label) {
        return gaps.stream()
                .flatMap(gap -> gap.size() < SPAN
                        ? gap.stream().map(label)
                        : Stream.of(label.apply(gap.get(0)) + " to " + label.apply(gap.get(gap.size() - 1))))
                .toList();
    }

    /** Returns the periods that are absent in another dataset, too. */
    Absences common(Absences other) {
        List<Span> others = other.spans();
        return new Absences(
                gaps.stream()
                        .map(gap -> gap.stream().filter(others::contains).toList())
                        .toList(),
                Math.max(expected, other.expected));
    }

    /** Returns the longest gap if it is so long that it must have a single cause. */
    Optional<List<Span>> longest() {
        return gaps.stream()
                .filter(gap -> gap.size() >= LONG)
                .reduce((longest, next) -> next.size() > longest.size() ? next : longest);
    }

    /** Returns whether there are so many gaps that data seems to be written only if there is any. */
    boolean areNormal() {
        return gaps.size() > 1 && gaps.size() > RARE * (expected - spans().size());
    }

    /** Returns the dates of absent days that are in no long gap, or an empty list if the dataset is not daily. */
    List<LocalDate> dates() {
        return gaps.stream()
                .filter(gap -> gap.size() < LONG)
                .flatMap(Collection::stream)
                .filter(span -> span.period().equals(Period.DAY))
                .map(span -> span.from().toLocalDate())
                .toList();
    }
}
