// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import io.lakecheck.lake.LakeException;
import io.lakecheck.partition.Partition;
import io.lakecheck.partition.Span;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * A dataset's past as a row of logarithms of amounts, so that a halving and a doubling weigh alike. What nobody has
 * looked at yet is remembered as missing, and {@linkplain Assumption presumed} to be good or to be either. Not
 * thread-safe.
 */
final class LogSeries {

    private final History history;
    private final Volume of;
    private final int lookback;
    private final Assumption unseen;
    private final Span judged;
    private final Map<Span, OptionalDouble> amounts = new HashMap<>();
    private final Map<Span, HistoryEntry> seen = new HashMap<>();
    private final Set<Partition> missing = new HashSet<>();

    /**
     * @param lookback how many periods before the judged one may be asked for
     * @param unseen what is made of those that nobody has looked at
     */
    LogSeries(History history, Volume of, int lookback, Assumption unseen) {
        this.history = history;
        this.of = of;
        this.lookback = lookback;
        this.unseen = unseen;
        this.judged = history.partition().span().orElseThrow();
    }

    /**
     * The logarithm of what a period held; empty where it is left out.
     *
     * @throws LakeException where it could not be looked at
     */
    OptionalDouble at(Span span) {
        OptionalDouble known = amounts.get(span);
        if (known == null) {
            known = look(span);
            amounts.put(span, known);
        }
        return known;
    }

    /** Whether data of a period could be in here at all. */
    boolean reaches(Span span) {
        return history.calendar().expects(span) && isInLookback(span);
    }

    private boolean isInLookback(Span span) {
        return !span.from().isBefore(judged.period().step(judged.from(), -lookback));
    }

    /** Whether a search may rely on what a period is said to hold. */
    boolean isSure(Span span) {
        return unseen == Assumption.GOOD || (at(span).isPresent() && seen.containsKey(span));
    }

    /** Remembers one that the calendar does not expect, where it lies in the lookback. */
    void passOver(Span span) {
        if (isInLookback(span)) {
            Exclusion.by(history.calendar(), span)
                    .ifPresent(reason -> seen.put(
                            span,
                            new HistoryEntry(history.location().at(span), Optional.empty(), Optional.of(reason))));
        }
    }

    private OptionalDouble look(Span span) {
        if (!reaches(span)) {
            return OptionalDouble.empty();
        }
        Partition partition = history.location().at(span);
        if (!history.has(partition)) {
            missing.add(partition);
            return OptionalDouble.of(0);
        }
        HistoryEntry entry = history.entry(partition, of);
        seen.put(span, entry);
        return entry.isUsable()
                ? OptionalDouble.of(Math.log((double) of.in(entry.snapshot().orElseThrow())))
                : OptionalDouble.empty();
    }

    /** What must be looked at before anything that was told counts. */
    Set<Partition> missing() {
        return Set.copyOf(missing);
    }

    /**
     * What was seen or passed over, nearest first, back to the oldest that was there: before it the lake has no
     * history.
     */
    List<HistoryEntry> considered() {
        Optional<Span> oldest = seen.entrySet().stream()
                .filter(entry -> entry.getValue()
                        .snapshot()
                        .filter(snapshot -> !snapshot.isAbsent())
                        .isPresent())
                .map(Map.Entry::getKey)
                .min(Comparator.comparing(Span::from));
        return seen.entrySet().stream()
                .filter(entry -> oldest.filter(first -> !entry.getKey().from().isBefore(first.from()))
                        .isPresent())
                .sorted(Map.Entry.comparingByKey(
                        Comparator.comparing(Span::from).reversed()))
                .map(Map.Entry::getValue)
                .toList();
    }
}
