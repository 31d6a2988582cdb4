// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.partition.Partition;
import io.lakecheck.partition.Period;
import io.lakecheck.partition.Span;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Selects partitions to list before they are needed. A partition that a later round may need is prefetched if it fits
 * on the pages that the current round reads anyway. Without prefetching, each gap in the history would cost an
 * additional round. The number of periods that fit on a page is measured during the dataset's range listings, so
 * nothing is prefetched before the first range listing. Thread-safe.
 */
final class PrefetchPlanner {

    /** The number of keys in one S3 response. */
    private static final double PAGE = 1000;

    /** The safety margin, as a fraction, because some periods have more keys than others. */
    private static final double MARGIN = 0.05;

    private boolean hasMeasurement;
    private double keysPerPeriod;

    /** The periods of one listing, from the first to the last. */
    private record PeriodRange(Period period, LocalDateTime first, LocalDateTime last) {

        static PeriodRange of(Partition partition) {
            Span span = partition.span().orElseThrow();
            return new PeriodRange(span.period(), span.from(), span.from());
        }

        PeriodRange with(PeriodRange other) {
            return new PeriodRange(
                    period,
                    first.isBefore(other.first) ? first : other.first,
                    last.isAfter(other.last) ? last : other.last);
        }

        long length() {
            return period.count(first, last) + 1;
        }

        double pages(double periodsPerPage) {
            return Math.max(1, Math.ceil(length() / periodsPerPage));
        }
    }

    /**
     * Records the number of keys that a listing read and the number of periods it spanned. The planner uses the listing
     * with the most keys per period.
     */
    synchronized void measure(long keys, long periods) {
        hasMeasurement |= periods > 0;
        keysPerPeriod = periods > 0 ? Math.max(keysPerPeriod, (double) keys / periods) : keysPerPeriod;
    }

    synchronized boolean hasMeasurement() {
        return hasMeasurement;
    }

    private synchronized double periodsPerPage() {
        return keysPerPeriod == 0 ? Double.MAX_VALUE : PAGE / keysPerPeriod;
    }

    /**
     * Returns those of the possible partitions that can be listed together with the needed ones without additional
     * requests. If there isn't room for all of them, the most recent ones are preferred.
     */
    Set<Partition> prefetch(Set<Partition> needed, Set<Partition> possible) {
        if (!hasMeasurement()) {
            return Set.of();
        }
        double perPage = periodsPerPage();
        List<PeriodRange> ranges = ranges(needed, perPage);
        Set<Partition> prefetched = new HashSet<>();
        possible.stream()
                .sorted(Comparator.comparing((Partition partition) -> PeriodRange.of(partition).first)
                        .reversed())
                .forEach(partition -> {
                    for (int i = 0; i < ranges.size(); i++) {
                        PeriodRange longer = ranges.get(i).with(PeriodRange.of(partition));
                        if (longer.equals(ranges.get(i))
                                || longer.pages(perPage * (1 - MARGIN))
                                        <= ranges.get(i).pages(perPage * (1 + MARGIN))) {
                            ranges.set(i, longer);
                            prefetched.add(partition);
                        }
                    }
                });
        return prefetched;
    }

    /** Returns the ranges of the needed partitions. Partitions that are at most a page apart share a range. */
    private static List<PeriodRange> ranges(Set<Partition> needed, double perPage) {
        List<PeriodRange> ranges = new ArrayList<>();
        needed.stream()
                .map(PeriodRange::of)
                .sorted(Comparator.comparing(PeriodRange::first))
                .forEach(next -> {
                    int last = ranges.size() - 1;
                    if (last >= 0
                            && ranges.get(last).with(next).length()
                                            - ranges.get(last).length()
                                    <= perPage) {
                        ranges.set(last, ranges.get(last).with(next));
                    } else {
                        ranges.add(next);
                    }
                });
        return ranges;
    }
}
