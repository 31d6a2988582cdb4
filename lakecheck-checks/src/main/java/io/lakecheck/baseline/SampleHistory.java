// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import io.lakecheck.lake.LakeException;
import io.lakecheck.partition.Partition;
import io.lakecheck.partition.Rhythm;
import io.lakecheck.partition.Span;
import io.lakecheck.value.Display;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The earlier partitions that a sample is made of, as far as evidence goes: walks back, leaves out what is no fair
 * measure, and stops when it has enough or has come to the end of the lookback.
 *
 * @param considered what was seen or passed over, nearest first
 * @param missing what must be looked at before more can be said
 */
record SampleHistory(List<HistoryEntry> considered, Set<Partition> missing) {

    /** More than these are counted instead of named. */
    private static final int NAMED = 8;

    /**
     * @param of what a usable one holds some of
     * @param unseen what is made of those that nobody has looked at
     * @throws LakeException where one of them could not be looked at
     */
    static SampleHistory of(History history, Rhythm rhythm, int wanted, int lookback, Volume of, Assumption unseen) {
        // Not flatMap: on Java 17 its iterator first takes all there is.
        Iterable<Span> spans = () -> history.partition()
                .span()
                .map(rhythm::earlier)
                .orElseGet(Stream::empty)
                .iterator();
        List<HistoryEntry> considered = new ArrayList<>();
        List<HistoryEntry> passedOver = new ArrayList<>();
        List<Partition> missing = new ArrayList<>();
        int usable = 0;
        int looks = 0;
        for (Span span : spans) {
            if (usable + (unseen == Assumption.GOOD ? missing.size() : 0) == wanted || looks == lookback) {
                break;
            }
            Partition candidate = history.location().at(span);
            Optional<Exclusion> unexpected = Exclusion.by(history.calendar(), span);
            if (unexpected.isPresent()) {
                passedOver.add(new HistoryEntry(candidate, Optional.empty(), unexpected));
                continue;
            }
            looks++;
            considered.addAll(passedOver);
            passedOver.clear();
            if (history.has(candidate)) {
                HistoryEntry entry = history.entry(candidate, of);
                considered.add(entry);
                usable += entry.isUsable() ? 1 : 0;
            } else {
                missing.add(candidate);
            }
        }
        if (looks == 0) {
            considered.addAll(passedOver.subList(0, Math.min(lookback, passedOver.size())));
        }
        return new SampleHistory(considered, Set.copyOf(missing));
    }

    /** The amounts of the usable ones, nearest first. */
    List<BigDecimal> amounts(Volume of) {
        return considered.stream()
                .filter(HistoryEntry::isUsable)
                .flatMap(entry -> entry.snapshot().stream())
                .map(snapshot -> BigDecimal.valueOf(of.in(snapshot)))
                .toList();
    }

    /** {@code dt=2026-01-01; left out dt=2025-12-31 (absent)}. */
    String text() {
        return Stream.of(
                        text(
                                "",
                                considered.stream()
                                        .filter(HistoryEntry::isUsable)
                                        .toList()),
                        exclusions(considered))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
    }

    /** {@code left out dt=2025-12-31 (absent), dt=2025-12-30 (empty)}; empty where none was. */
    static String exclusions(List<HistoryEntry> considered) {
        return text(
                "left out ",
                considered.stream().filter(entry -> !entry.isUsable()).toList());
    }

    private static String text(String before, List<HistoryEntry> entrys) {
        if (entrys.isEmpty()) {
            return "";
        }
        return before
                + Display.firstOf(NAMED, entrys.stream().map(HistoryEntry::text).toList());
    }
}
