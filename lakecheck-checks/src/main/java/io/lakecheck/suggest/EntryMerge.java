// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Merges the entries that were found in the folders of members, such as tenants, into one for each shape.
 *
 * @param folder the folder that contains the folders of the members
 */
record EntryMerge(String folder, MemberNames members) {

    /** The share of the members that must have a shape to share an entry. */
    private static final double MIN_SHARE = 0.8;

    /**
     * Returns one entry for each shape, or empty if the visited members do not all have the same shapes.
     *
     * @param found the entries that were found in the folders of the visited members
     * @param visited the number of visited members
     * @param areAll whether the folder has no subfolders other than those of members
     */
    Optional<List<FoundEntry>> all(List<FoundEntry> found, int visited, boolean areAll) {
        Collection<List<FoundEntry>> shapes = shapes(found.stream());
        return found.isEmpty() || shapes.stream().anyMatch(same -> same.size() != visited)
                ? Optional.empty()
                : Optional.of(shapes.stream()
                        .map(same -> FoundEntry.merged(same, folder, members, areAll))
                        .toList());
    }

    /** Returns one entry for each shape that most members have, which lists these members, and all other entries. */
    List<FoundEntry> most(List<FoundEntry> found) {
        return shapes(found.stream().sorted(Comparator.comparing(FoundEntry::folder))).stream()
                .flatMap(same -> same.size() < 2
                                || same.size() < MIN_SHARE * members.folders().size()
                        ? same.stream()
                        : Stream.of(FoundEntry.merged(
                                same,
                                folder,
                                members.of(same.stream()
                                        .map(entry -> entry.subfolder(folder))
                                        .toList()),
                                false)))
                .toList();
    }

    private Collection<List<FoundEntry>> shapes(Stream<FoundEntry> found) {
        return found.collect(
                        Collectors.groupingBy(entry -> entry.shape(folder), LinkedHashMap::new, Collectors.toList()))
                .values();
    }
}
