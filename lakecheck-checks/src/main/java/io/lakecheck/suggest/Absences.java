// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.partition.Period;
import io.lakecheck.partition.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The periods between the first and the last partition of a dataset that were expected but have no partition.
 *
 * @param spans these periods, oldest first
 * @param expected the number of periods that were expected, including these
 */
record Absences(List<Span> spans, long expected) {

    /**
     * If a dataset has no data in more than this share of its periods, data is not expected in each of them. Smaller
     * shares may be outages.
     */
    private static final double RARE = 0.25;

    /** Returns the absent periods, given the partitions that exist, oldest first. */
    static Absences of(List<PastPartition> partitions, ExpectedTimes times) {
        if (partitions.isEmpty()) {
            return new Absences(List.of(), 0);
        }
        Set<Span> known = partitions.stream().map(PastPartition::span).collect(Collectors.toSet());
        Span last = partitions.get(partitions.size() - 1).span();
        List<Span> absent = new ArrayList<>();
        for (Span span = partitions.get(0).span(); span.from().isBefore(last.from()); span = span.step(1)) {
            if (span.exists() && times.expects(span) && !known.contains(span)) {
                absent.add(span);
            }
        }
        return new Absences(absent, partitions.size() + (long) absent.size());
    }

    /** Returns whether so many periods are absent that data seems to be written only if there is any. */
    boolean areNormal() {
        return spans.size() > RARE * expected;
    }

    /** Returns the dates of absent days, or an empty list if the dataset is not daily. */
    List<LocalDate> dates() {
        return spans.stream()
                .filter(span -> span.period().equals(Period.DAY))
                .map(span -> span.from().toLocalDate())
                .toList();
    }
}
