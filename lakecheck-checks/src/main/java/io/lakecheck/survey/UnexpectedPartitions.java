// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.Dataset;
import io.lakecheck.Strays;
import io.lakecheck.baseline.Exclusion;
import io.lakecheck.partition.Period;
import io.lakecheck.partition.Span;
import io.lakecheck.partition.StrayKind;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.TreeMap;

/**
 * The partitions that a listing passes although no calendar expects them. Holidays and other exceptions are not
 * included, because data on these days is common. Not thread-safe.
 */
final class UnexpectedPartitions {

    private final SharedSnapshots shared;
    private final TreeMap<LocalDateTime, String> paths = new TreeMap<>();

    UnexpectedPartitions(SharedSnapshots shared) {
        this.shared = shared;
    }

    /** Adds the partition with this path if it is recent, unless one of the datasets expects it. */
    void add(LocalDateTime from, String path, Instant now) {
        if (shared.sharing().stream().allMatch(dataset -> isUnexpected(dataset, from, now))) {
            paths.put(from, path);
        }
    }

    private static boolean isUnexpected(Dataset dataset, LocalDateTime from, Instant now) {
        Period period = dataset.location().period().orElseThrow();
        Span span = new Span(period, from, dataset.zone(), dataset.due());
        return span.begin().isAfter(now.minus(StrayListing.RECENT))
                && Exclusion.by(dataset.calendar(), span)
                        .filter(Exclusion.OUTSIDE_CALENDAR::equals)
                        .isPresent();
    }

    void append(UnexpectedPartitions following) {
        paths.putAll(following.paths);
    }

    /** Returns the paths, earliest first. */
    Collection<String> paths() {
        return paths.values();
    }

    /** Returns partitions with these paths as strays. */
    static Strays strays(Collection<String> paths) {
        Strays all = Strays.NONE;
        for (String path : paths) {
            all = all.plus(new Strays.Stray(path, StrayKind.OUTSIDE_CALENDAR));
        }
        return all;
    }
}
