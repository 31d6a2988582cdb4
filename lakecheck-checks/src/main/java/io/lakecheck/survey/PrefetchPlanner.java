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
 * What may be needed in a later round comes along in this one where it lies in the pages that are read anyway: so gaps
 * in the past cost no round each. How much a page holds is measured by the walks through the dataset so far; before the
 * first walk nothing comes along. For many threads.
 */
final class PrefetchPlanner {

    /** As many keys as S3 lists in one answer. */
    private static final double PAGE = 1000;

    /**
     * Periods differ: what comes along must fit with so much to spare, and what is needed may turn out so much smaller.
     */
    private static final double MARGIN = 0.05;

    private boolean hasMeasured;
    private double keysPerPeriod;

    /** A stretch of periods that one walk goes through, from the first to the last. */
    private record Stretch(Period period, LocalDateTime first, LocalDateTime last) {

        static Stretch of(Partition partition) {
            Span span = partition.span().orElseThrow();
            return new Stretch(span.period(), span.from(), span.from());
        }

        Stretch with(Stretch other) {
            return new Stretch(
                    period,
                    first.isBefore(other.first) ? first : other.first,
                    last.isAfter(other.last) ? last : other.last);
        }

        long length() {
            return period.count(first, last) + 1;
        }
    }

    /**
     * A walk has passed so many keys in so many periods; of several walks the one through the fullest periods tells.
     */
    synchronized void measured(long keys, long periods) {
        hasMeasured |= periods > 0;
        keysPerPeriod = periods > 0 ? Math.max(keysPerPeriod, (double) keys / periods) : keysPerPeriod;
    }

    synchronized boolean hasMeasured() {
        return hasMeasured;
    }

    private synchronized double periodsPerPage() {
        return keysPerPeriod == 0 ? Double.MAX_VALUE : PAGE / keysPerPeriod;
    }

    /**
     * Which of the possible ones take no more requests than the needed ones do alone; the newest first where not all
     * do.
     */
    Set<Partition> along(Set<Partition> needed, Set<Partition> possible) {
        if (!hasMeasured()) {
            return Set.of();
        }
        double perPage = periodsPerPage();
        List<Stretch> stretches = stretches(needed, perPage);
        Set<Partition> along = new HashSet<>();
        possible.stream()
                .sorted(Comparator.comparing((Partition partition) -> Stretch.of(partition).first)
                        .reversed())
                .forEach(partition -> {
                    for (int i = 0; i < stretches.size(); i++) {
                        Stretch longer = stretches.get(i).with(Stretch.of(partition));
                        if (longer.equals(stretches.get(i))
                                || pages(longer, perPage * (1 - MARGIN))
                                        <= pages(stretches.get(i), perPage * (1 + MARGIN))) {
                            stretches.set(i, longer);
                            along.add(partition);
                        }
                    }
                });
        return along;
    }

    /** Those that are less than a page from each other are walked through together. */
    private static List<Stretch> stretches(Set<Partition> needed, double perPage) {
        List<Stretch> stretches = new ArrayList<>();
        needed.stream()
                .map(Stretch::of)
                .sorted(Comparator.comparing(Stretch::first))
                .forEach(next -> {
                    int before = stretches.size() - 1;
                    if (before >= 0
                            && stretches.get(before).with(next).length()
                                            - stretches.get(before).length()
                                    <= perPage) {
                        stretches.set(before, stretches.get(before).with(next));
                    } else {
                        stretches.add(next);
                    }
                });
        return stretches;
    }

    private static double pages(Stretch stretch, double perPage) {
        return Math.max(1, Math.ceil(stretch.length() / perPage));
    }
}
