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
 * The dated folders of one dataset, sorted by time.
 *
 * @param layout the naming scheme that the folders follow
 * @param folders the content of each folder, by the local time at which its period begins
 * @param strays folders next to the dated ones that do not match the layout, sorted by name
 */
record DatasetHistory(FolderLayout layout, SortedMap<LocalDateTime, FolderStats> folders, List<String> strays) {

    /**
     * Returns the history that consists of the given folders, or empty if they match no known layout.
     *
     * @param root the folder that contains all these folders
     * @param others other folders in {@code root}, which are always strays
     */
    static Optional<DatasetHistory> of(String root, Map<DatedPath, FolderStats> folders, List<String> others) {
        return FolderLayout.of(root, folders.keySet()).map(layout -> {
            SortedMap<LocalDateTime, FolderStats> byTime = new TreeMap<>();
            List<String> strays = new ArrayList<>(others);
            folders.forEach((path, folder) -> {
                Optional<LocalDateTime> time = layout.read(path);
                if (time.isEmpty()) {
                    strays.add(path.path(path.depth()));
                } else if (path.depth() == layout.depth()) {
                    at(time.get(), byTime).add(folder);
                } else {
                    at(time.get(), byTime).addBelow(folder);
                }
            });
            return new DatasetHistory(
                    layout, byTime, strays.stream().distinct().sorted().toList());
        });
    }

    private static FolderStats at(LocalDateTime time, Map<LocalDateTime, FolderStats> folders) {
        return folders.computeIfAbsent(time, none -> new FolderStats());
    }

    Period period() {
        return layout.period();
    }

    /** Returns the partitions whose period has ended, oldest first, as they appear to a check with the given marker. */
    List<PastPartition> partitions(Optional<String> marker, ZoneId zone, Instant now) {
        List<PastPartition> partitions = new ArrayList<>();
        folders.forEach((from, folder) -> {
            Span span = new Span(period(), from, zone, Duration.ZERO);
            if (span.exists() && !span.end().isAfter(now)) {
                partitions.add(folder.toPartition(layout.location().at(span), marker));
            }
        });
        return partitions;
    }
}
