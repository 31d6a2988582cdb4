// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.partition.Period;
import io.lakecheck.partition.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The dated folders of one dataset, in the order of their times.
 *
 * @param layout how they are named
 * @param piles what each holds, by the local time at which its period begins
 * @param strays folders beside them that do not follow the layout, in the order of their names
 */
record DatasetHistory(FolderLayout layout, SortedMap<LocalDateTime, FolderStats> piles, List<String> strays) {

    /**
     * Empty where the folders follow no layout.
     *
     * @param root what is above all of them
     * @param beside folders there that are strays, whatever the layout
     */
    static Optional<DatasetHistory> of(String root, Map<DatedPath, FolderStats> folders, List<String> beside) {
        return FolderLayout.of(root, folders.keySet()).map(layout -> {
            SortedMap<LocalDateTime, FolderStats> piles = new TreeMap<>();
            List<String> strays = new ArrayList<>(beside);
            folders.forEach((folder, pile) -> {
                Optional<LocalDateTime> time = layout.read(folder);
                if (time.isEmpty()) {
                    strays.add(folder.path(folder.depth()));
                } else if (folder.depth() == layout.depth()) {
                    at(time.get(), piles).add(pile);
                } else {
                    at(time.get(), piles).addBelow(pile);
                }
            });
            return new DatasetHistory(
                    layout, piles, strays.stream().distinct().sorted().toList());
        });
    }

    private static FolderStats at(LocalDateTime time, Map<LocalDateTime, FolderStats> piles) {
        return piles.computeIfAbsent(time, none -> new FolderStats());
    }

    Period period() {
        return layout.period();
    }

    /** Those whose period has ended, as a check with this marker would see them. */
    List<PastPartition> parts(Optional<String> marker, ZoneId zone, Instant now) {
        List<PastPartition> parts = new ArrayList<>();
        piles.forEach((from, pile) -> {
            Span span = new Span(period(), from, zone, Duration.ZERO);
            if (span.exists() && !span.end().isAfter(now)) {
                parts.add(pile.part(layout.location().at(span), marker));
            }
        });
        return parts;
    }
}
