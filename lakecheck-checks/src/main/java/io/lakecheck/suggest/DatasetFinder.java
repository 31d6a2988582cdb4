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
 * Makes datasets of what was gathered: dated folders side by side are one, if they follow a layout. Where most of them
 * don't, but do one folder deeper, what looks like a date in the first folder is a part of its name, as in
 * {@code census2021/dt=2026-01-02/}, and each of these folders holds a dataset of its own. For one thread.
 */
final class DatasetFinder {

    /** A first date is one where so much follows it, of what would follow a layout without it. */
    private static final double MOST = 0.9;

    private final Map<String, DatasetHistory> pasts = new LinkedHashMap<>();
    private final List<String> leftOut = new ArrayList<>();
    private final NavigableSet<String> roots = new TreeSet<>();
    private final String root;
    private final FolderScan found;

    private DatasetFinder(String root, FolderScan found) {
        this.root = root;
        this.found = found;
    }

    /** @param root the folder that was listed */
    static DatasetFinder of(String root, FolderScan found) {
        DatasetFinder datasets = new DatasetFinder(root, found);
        found.places().forEach(place -> datasets.add(place, found.at(place)));
        return datasets;
    }

    /** By their locations below the root. */
    Map<String, DatasetHistory> pasts() {
        return pasts;
    }

    /**
     * The first folder of each place that may be dated and of which no dataset could be made, nor of what lies below
     * it.
     */
    List<String> leftOut() {
        return leftOut.stream().filter(folder -> !leads(folder)).toList();
    }

    private boolean leads(String folder) {
        String next = roots.ceiling(folder);
        return next != null && next.startsWith(folder);
    }

    private void add(FolderScan.Place place, Map<DatedPath, FolderStats> folders) {
        Optional<DatasetHistory> past = past(place, folders);
        long follow = past.map(each -> following(each, folders)).orElse(0L);
        Map<FolderScan.Place, Map<DatedPath, FolderStats>> deeper =
                follow < MOST * folders.size() ? deeper(folders) : Map.of();
        if (follow < MOST * following(deeper)) {
            deeper.forEach(this::add);
            folders.keySet().stream().filter(folder -> folder.depth() == 1).forEach(this::leaveOut);
        } else if (past.isPresent()) {
            pasts.put(place.above() + past.get().layout().template(), past.get());
            roots.add(past.get().layout().location().root());
        } else {
            folders.keySet().stream()
                    .min(Comparator.comparing(DatedPath::whole))
                    .ifPresent(this::leaveOut);
        }
    }

    private void leaveOut(DatedPath folder) {
        leftOut.add(root + folder.whole());
    }

    private Optional<DatasetHistory> past(FolderScan.Place place, Map<DatedPath, FolderStats> folders) {
        return YamlScalar.isSayable(place.above() + place.name())
                ? DatasetHistory.of(root + place.above(), folders, found.strays(place))
                : Optional.empty();
    }

    private static long following(DatasetHistory past, Map<DatedPath, FolderStats> folders) {
        return folders.keySet().stream()
                .filter(folder -> past.layout().read(folder).isPresent())
                .count();
    }

    private long following(Map<FolderScan.Place, Map<DatedPath, FolderStats>> places) {
        return places.entrySet().stream()
                .mapToLong(place -> past(place.getKey(), place.getValue())
                        .map(past -> following(past, place.getValue()))
                        .orElse(0L))
                .sum();
    }

    private static Map<FolderScan.Place, Map<DatedPath, FolderStats>> deeper(Map<DatedPath, FolderStats> folders) {
        Map<FolderScan.Place, Map<DatedPath, FolderStats>> places = new TreeMap<>();
        folders.forEach((folder, pile) -> folder.deeper()
                .ifPresent(path -> places.computeIfAbsent(FolderScan.Place.of(path), none -> new HashMap<>())
                        .put(path, pile)));
        return places;
    }
}
