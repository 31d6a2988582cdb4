// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import io.lakecheck.lake.LakeException;
import io.lakecheck.partition.Partition;
import io.lakecheck.partition.Rhythm;
import io.lakecheck.partition.Span;
import io.lakecheck.value.Display;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The earlier partitions that a {@link SampleBaseline} uses. The search goes back in time, excludes partitions that
 * can't be part of a baseline, and stops when it has found enough partitions or has reached the end of the lookback.
 *
 * @param rhythm the distance between the partitions
 * @param considered the partitions that have been listed or that the calendar excludes, most recent first
 * @param missing the partitions that must be listed before the search can continue
 */
record SampleHistory(Rhythm rhythm, List<HistoryEntry> considered, Set<Partition> missing) {

    /** The maximum number of partitions that a message names. The others are only counted. */
    private static final int NAMED = 8;

    /** The minimum number of consecutive partitions of which only the first and the last are named. */
    private static final int LONG = 3;

    /**
     * Searches the history.
     *
     * @param wanted the number of usable partitions to find
     * @param lookback the maximum number of earlier periods to search, not counting those that the calendar excludes
     * @param of the measure that must be greater than 0 for a partition to be usable
     * @param unlisted the assumption about partitions that have not been listed
     * @throws LakeException if a partition could not be listed
     */
    static SampleHistory of(History history, Rhythm rhythm, int wanted, int lookback, Volume of, Assumption unlisted) {
        // This does not use flatMap, because on Java 17 the iterator of a flat-mapped stream is not lazy.
        Iterable<Span> spans = () -> history.partition()
                .span()
                .map(rhythm::earlier)
                .orElseGet(Stream::empty)
                .iterator();
        List<HistoryEntry> considered = new ArrayList<>();
        List<HistoryEntry> excluded = new ArrayList<>();
        List<Partition> missing = new ArrayList<>();
        int usable = 0;
        int candidates = 0;
        for (Span span : spans) {
            if (usable + (unlisted == Assumption.GOOD ? missing.size() : 0) == wanted || candidates == lookback) {
                break;
            }
            Partition candidate = history.location().at(span);
            Optional<Exclusion> unexpected = Exclusion.by(history.calendar(), span);
            if (unexpected.isPresent()) {
                if (!isUnlisted(history, unexpected.get())) {
                    excluded.add(new HistoryEntry(candidate, Optional.empty(), unexpected));
                }
                continue;
            }
            candidates++;
            considered.addAll(excluded);
            excluded.clear();
            if (history.has(candidate)) {
                HistoryEntry entry = history.entry(candidate, of);
                considered.add(entry);
                usable += entry.isUsable() ? 1 : 0;
            } else {
                missing.add(candidate);
            }
        }
        if (candidates == 0) {
            considered.addAll(excluded.subList(0, Math.min(lookback, excluded.size())));
        }
        return new SampleHistory(rhythm, considered, Set.copyOf(missing));
    }

    /** Returns whether a period is not one of the dates that the suite lists, so there is nothing to say about it. */
    private static boolean isUnlisted(History history, Exclusion reason) {
        return reason == Exclusion.OUTSIDE_CALENDAR
                && !history.calendar().only().isEmpty();
    }

    /** Returns the amounts of the usable partitions, most recent first. */
    List<BigDecimal> amounts(Volume of) {
        return considered.stream()
                .filter(HistoryEntry::isUsable)
                .flatMap(entry -> entry.snapshot().stream())
                .map(snapshot -> BigDecimal.valueOf(of.in(snapshot)))
                .toList();
    }

    /**
     * Describes the history, for example {@code dt=2026-01-01; excluded: dt=2025-12-31 (absent)}. Most recent
     * partitions come first.
     */
    String describe() {
        String used = names(entry -> entry.isUsable() ? Optional.of("") : Optional.empty());
        String excluded = names(entry -> entry.exclusion().map(Exclusion::toString));
        return Stream.of(used, excluded.isEmpty() ? "" : "excluded: " + excluded)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private String names(Function<HistoryEntry, Optional<String>> remark) {
        List<HistoryEntry> oldestFirst = new ArrayList<>(considered);
        Collections.reverse(oldestFirst);
        List<String> names = new ArrayList<>();
        for (HistoryStretch stretch : HistoryStretch.of(oldestFirst, remark)) {
            if (rhythm == Rhythm.EVERY && stretch.entries().size() >= LONG) {
                names.add(0, stretch.text());
            } else {
                stretch.entries().forEach(entry -> names.add(0, entry.text()));
            }
        }
        return Display.firstOf(NAMED, names);
    }
}
