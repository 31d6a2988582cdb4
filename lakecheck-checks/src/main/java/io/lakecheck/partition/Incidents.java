// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.partition;

import java.time.LocalDate;
import java.util.Set;

/**
 * Known incidents of a dataset, by local date.
 *
 * @param odd dates whose partitions are checked for presence only: they are compared with nothing, and nothing is
 *     compared with them
 * @param levels dates on which a new level starts, such as a migration: earlier sizes no longer count
 */
public record Incidents(Set<LocalDate> odd, Set<LocalDate> levels) {

    public static final Incidents NONE = new Incidents(Set.of(), Set.of());

    public Incidents {
        odd = Set.copyOf(odd);
        levels = Set.copyOf(levels);
    }

    /** Returns whether a span is an odd day, a part of one, or a week or month that contains one. */
    public boolean isOdd(Span span) {
        return !odd.isEmpty() && span.days().stream().anyMatch(odd::contains);
    }
}
