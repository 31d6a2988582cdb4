// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds the datasets in a scan. Dated folders next to each other form one dataset if they match a layout. If most of
 * them match only without their first date, that date is part of a name, as in {@code census2021/dt=2026-01-02/}, and
 * each of the folders is a separate dataset. Not thread-safe.
 */
final class DatasetFinder {

    /**
     * The share of folders that must match a layout that includes the first date. If fewer do, a layout without the
     * first date is preferred if it matches more folders.
     */
    private static final double MIN_SHARE = 0.9;

    private final Map<String, DatasetHistory> histories = new LinkedHashMap<>();
    private final List<String> skipped = new ArrayList<>();
    private final NavigableSet<String> roots = new TreeSet<>();
    private final String root;
    private final FolderScan scan;

    private DatasetFinder(String root, FolderScan scan) {
        this.root = root;
        this.scan = scan;
    }

    /**
     * Finds the datasets in a scan.
     *
     * @param root the folder that was scanned, ending with a slash
     */
    static DatasetFinder of(String root, FolderScan scan) {
        DatasetFinder finder = new DatasetFinder(root, scan);
        scan.places().forEach(place -> finder.add(place, scan.at(place)));
        return finder;
    }

    /** Returns each dataset by its location relative to the root. */
    Map<String, DatasetHistory> histories() {
        return histories;
    }

    /**
     * Returns the first folder of each group of folders that look dated but neither belong to a dataset nor contain
     * one.
     */
    List<String> skipped() {
        return skipped.stream().filter(folder -> !isAboveDataset(folder)).toList();
    }

    private boolean isAboveDataset(String folder) {
        String next = roots.ceiling(folder);
        return next != null && next.startsWith(folder);
    }

    private void add(FolderScan.Place place, Map<DatedPath, FolderStats> folders) {
        Optional<DatasetHistory> history = history(place, folders);
        long matching = history.map(each -> matching(each, folders)).orElse(0L);
        Map<FolderScan.Place, Map<DatedPath, FolderStats>> shortened =
                matching < MIN_SHARE * folders.size() ? withoutFirstDate(folders) : Map.of();
        if (matching < MIN_SHARE * matching(shortened)) {
            shortened.forEach(this::add);
            folders.keySet().stream().filter(folder -> folder.depth() == 1).forEach(this::skip);
        } else if (history.isPresent()) {
            histories.put(place.above() + history.get().layout().template(), history.get());
            roots.add(history.get().layout().location().root());
        } else {
            folders.keySet().stream()
                    .min(Comparator.comparing(DatedPath::fullPath))
                    .ifPresent(this::skip);
        }
    }

    private void skip(DatedPath folder) {
        skipped.add(root + folder.fullPath());
    }

    private Optional<DatasetHistory> history(FolderScan.Place place, Map<DatedPath, FolderStats> folders) {
        return YamlScalar.isRepresentable(place.above() + place.name())
                ? DatasetHistory.of(root + place.above(), folders, scan.strays(place))
                : Optional.empty();
    }

    private static long matching(DatasetHistory history, Map<DatedPath, FolderStats> folders) {
        return folders.keySet().stream()
                .filter(folder -> history.layout().read(folder).isPresent())
                .count();
    }

    private long matching(Map<FolderScan.Place, Map<DatedPath, FolderStats>> places) {
        return places.entrySet().stream()
                .mapToLong(place -> history(place.getKey(), place.getValue())
                        .map(history -> matching(history, place.getValue()))
                        .orElse(0L))
                .sum();
    }

    private static Map<FolderScan.Place, Map<DatedPath, FolderStats>> withoutFirstDate(
            Map<DatedPath, FolderStats> folders) {
        Map<FolderScan.Place, Map<DatedPath, FolderStats>> places = new TreeMap<>();
        folders.forEach((path, folder) -> path.withoutFirstDate()
                .ifPresent(shortened -> places.computeIfAbsent(FolderScan.Place.of(shortened), none -> new HashMap<>())
                        .put(shortened, folder)));
        return places;
    }
}
