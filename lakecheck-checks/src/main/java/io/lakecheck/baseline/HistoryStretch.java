// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import io.lakecheck.partition.PeriodNames;
import io.lakecheck.partition.Span;
import io.lakecheck.value.Display;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Consecutive periods about which there is the same remark, such as the days of an outage. A message names the first
 * and the last of them instead of each one.
 *
 * @param entries at least one entry, oldest first, with no expected period in between
 * @param remark the remark, such as {@code absent}; safe to print, and empty if there is nothing to say
 */
public record HistoryStretch(List<HistoryEntry> entries, String remark) {

    public HistoryStretch {
        entries = List.copyOf(entries);
    }

    /**
     * Returns the stretches of excluded entries, oldest first.
     *
     * @param consecutive all entries of consecutive expected periods, oldest first
     * @param remark returns the remark about an excluded entry
     */
    public static List<HistoryStretch> ofExcluded(
            List<HistoryEntry> consecutive, Function<HistoryEntry, String> remark) {
        return of(consecutive, entry -> entry.isUsable() ? Optional.empty() : Optional.of(remark.apply(entry)));
    }

    /**
     * Returns the stretches of the entries about which there is a remark, oldest first.
     *
     * @param consecutive all entries of consecutive periods, oldest first
     */
    static List<HistoryStretch> of(List<HistoryEntry> consecutive, Function<HistoryEntry, Optional<String>> remark) {
        List<HistoryStretch> stretches = new ArrayList<>();
        boolean continues = false;
        for (HistoryEntry entry : consecutive) {
            Optional<HistoryStretch> next = remark.apply(entry).map(text -> new HistoryStretch(List.of(entry), text));
            int last = stretches.size() - 1;
            if (continues && next.filter(stretches.get(last)::isLike).isPresent()) {
                stretches.set(last, stretches.get(last).with(entry));
            } else {
                next.ifPresent(stretches::add);
            }
            continues = next.isPresent();
        }
        return stretches;
    }

    private boolean isLike(HistoryStretch other) {
        return remark.equals(other.remark);
    }

    private HistoryStretch with(HistoryEntry next) {
        List<HistoryEntry> longer = new ArrayList<>(entries);
        longer.add(next);
        return new HistoryStretch(longer, remark);
    }

    /**
     * Returns the stretch as text that is safe to print, for example {@code dt=2026-01-02 to dt=2026-01-07 (absent)}
     * or, if no data is expected in between, {@code dt=2026-01-01 to dt=2026-03-01 (3 expected days, absent)}.
     */
    public String text() {
        String first = label(0);
        String remarks =
                Stream.of(skipping(), remark).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
        return (entries.size() == 1 ? first : first + " to " + label(entries.size() - 1))
                + (remarks.isEmpty() ? "" : " (" + remarks + ")");
    }

    /** Returns the number of periods if there are others between them; otherwise empty. */
    private String skipping() {
        return span(0).flatMap(
                        first -> span(entries.size() - 1).map(last -> PeriodNames.unit(first, last, entries.size())))
                .filter(unit -> unit.startsWith("expected "))
                .map(unit -> Display.count(entries.size(), unit))
                .orElse("");
    }

    private Optional<Span> span(int index) {
        return entries.get(index).partition().span();
    }

    private String label(int index) {
        return Display.visible(entries.get(index).partition().label());
    }
}
