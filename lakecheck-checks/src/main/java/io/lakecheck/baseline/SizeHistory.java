// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import io.lakecheck.lake.LakeException;
import io.lakecheck.partition.Partition;
import io.lakecheck.partition.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The logarithms of the sizes in a dataset's earlier periods. A period is identified by its distance from the checked
 * period, in days, weeks or months. Partitions that are needed but have not been listed yet are collected in
 * {@link #missing}. Not thread-safe.
 */
final class SizeHistory {

    private final History history;
    private final Terms terms;
    private final Span judged;
    private final EarlierSpans earlier;
    private final Map<Integer, Double> sizes = new HashMap<>();
    private final List<Dated> entries = new ArrayList<>();
    private final Set<Partition> missing = new HashSet<>();

    /** An entry and the distance of its period from the checked period. */
    private record Dated(int back, HistoryEntry entry) {}

    SizeHistory(History history, Terms terms, Span judged) {
        this.history = history;
        this.terms = terms;
        this.judged = judged;
        this.earlier = EarlierSpans.of(judged, history.calendar());
    }

    Cadence cadence() {
        return earlier.cadence();
    }

    Span span(int back) {
        return earlier.at(back);
    }

    /**
     * Returns the logarithms of the sizes in the window before the checked period, oldest first; NaN for a period
     * without usable data.
     */
    double[] window() {
        double[] window = new double[cadence().window()];
        for (int day = 0; day < window.length; day++) {
            window[day] = read(window.length - day);
        }
        return window;
    }

    /**
     * Returns the logarithm of the size in an earlier period; NaN if the period has no usable data or has not been
     * listed yet.
     *
     * @throws LakeException if the period's partition could not be listed
     */
    double size(int back) {
        return sizes.computeIfAbsent(back, this::read);
    }

    private double read(int back) {
        Span span = span(back);
        if (!span.exists() || !isInLookback(back, span)) {
            return Double.NaN;
        }
        Partition partition = history.location().at(span);
        Optional<Exclusion> unexpected = Exclusion.by(history.calendar(), span);
        if (unexpected.isPresent()) {
            entries.add(new Dated(back, new HistoryEntry(partition, Optional.empty(), unexpected)));
            return Double.NaN;
        }
        if (!history.has(partition)) {
            missing.add(partition);
            return Double.NaN;
        }
        HistoryEntry entry = history.entry(partition, terms.of());
        entries.add(new Dated(back, entry));
        return entry.isUsable()
                ? Math.log((double) terms.of().in(entry.snapshot().orElseThrow()))
                : Double.NaN;
    }

    private boolean isInLookback(int back, Span span) {
        if (!cadence().hasWeekdays() && terms.lookback().isPresent()) {
            return back <= terms.lookback().getAsInt();
        }
        return terms.lookback().isEmpty()
                || !span.from()
                        .isBefore(judged.period()
                                .step(judged.from(), -terms.lookback().getAsInt()));
    }

    /** Returns the partitions that are needed but have not been listed yet. */
    Set<Partition> missing() {
        return Set.copyOf(missing);
    }

    /**
     * Returns an entry for each partition from the most recent one back to the oldest one that exists. If the replay
     * did not count a partition as history, its entry contains the reason.
     */
    List<HistoryEntry> considered(LearnedHistory learned) {
        entries.sort(Comparator.comparingInt(Dated::back));
        List<HistoryEntry> nearestFirst = new ArrayList<>(entries.size());
        int relevant = 0;
        for (Dated read : entries) {
            HistoryEntry entry = read.entry();
            nearestFirst.add(
                    entry.isUsable()
                            ? learned.exclusion(read.back())
                                    .map(entry::excluded)
                                    .orElse(entry)
                            : entry);
            if (entry.snapshot().isPresent() && !entry.snapshot().get().isAbsent()) {
                relevant = nearestFirst.size();
            }
        }
        return List.copyOf(nearestFirst.subList(0, relevant));
    }
}
