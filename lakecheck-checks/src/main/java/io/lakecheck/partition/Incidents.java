// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.partition;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/**
 * Known incidents of a dataset, by local date.
 *
 * @param odd dates whose partitions are only checked for presence; their sizes are neither compared nor used in
 *     baselines
 * @param levels dates on which a new level starts, for example after a migration; later sizes are not compared with
 *     earlier ones
 */
public record Incidents(Set<LocalDate> odd, Set<LocalDate> levels) {

    public static final Incidents NONE = new Incidents(Set.of(), Set.of());

    public Incidents {
        odd = Set.copyOf(odd);
        levels = Set.copyOf(levels);
    }

    /**
     * Returns an odd date that is not the first day of a period longer than a week; empty if there is none. Such a date
     * probably means a single day, but would keep the whole period from being compared.
     */
    public Optional<LocalDate> oddWithin(Period period) {
        return odd.stream()
                .filter(date -> period.compareTo(Period.WEEK) > 0)
                .filter(date -> !period.floor(date.atStartOfDay()).equals(date.atStartOfDay()))
                .min(Comparator.naturalOrder());
    }

    /** Returns whether a span overlaps a day that the suite declares odd. */
    public boolean isOdd(Span span) {
        return !odd.isEmpty() && span.days().stream().anyMatch(odd::contains);
    }
}
