// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.partition.StrayKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The names of folders next to each other: dated ones, grouped by the text before the date, and others. */
final class FolderNames {

    /** A group is an exception if another group next to it is more than this many times as large. */
    private static final int EXCEPTIONS = 20;

    private final Map<String, List<DatedName>> groups = new TreeMap<>();
    private final List<String> others = new ArrayList<>();

    private FolderNames() {}

    static FolderNames of(Stream<String> names) {
        FolderNames all = new FolderNames();
        names.forEach(name -> DatedName.first(name)
                .ifPresentOrElse(
                        dated -> all.groups
                                .computeIfAbsent(dated.prefix(), none -> new ArrayList<>())
                                .add(dated),
                        () -> all.others.add(name)));
        if (!all.areUnpredictable()) {
            all.moveExceptions();
        }
        return all;
    }

    /**
     * Moves the names in small groups next to a much larger group to the other names, because they are exceptions
     * rather than datasets.
     */
    private void moveExceptions() {
        int largest = groups.values().stream().mapToInt(List::size).max().orElse(0);
        groups.values().removeIf(group -> {
            boolean isException = group.size() * EXCEPTIONS < largest;
            if (isException) {
                group.forEach(name -> others.add(name.text()));
            }
            return isException;
        });
    }

    /** Returns whether the text before the dates can't be predicted. */
    boolean areUnpredictable() {
        return UnpredictableNames.areIn(groups.values());
    }

    /** Returns the dated names, in one list for each text before the date. */
    Collection<List<DatedName>> groups() {
        return groups.values();
    }

    /** Returns the names that are probably mistakes in the names of a group. */
    List<String> strays(List<DatedName> group) {
        return others.stream()
                .filter(name -> isStray(name, group.get(0).prefix()))
                .toList();
    }

    /** Returns the names without dates that are not mistakes in those of a group. */
    List<String> others() {
        return others.stream()
                .filter(name -> groups.keySet().stream().noneMatch(prefix -> isStray(name, prefix)))
                .toList();
    }

    /** Returns whether a name that belongs to no group is probably a mistake in the name of a dated folder. */
    private static boolean isStray(String name, String prefix) {
        return StrayKind.isDefaultPartition(name)
                || DatedName.first(name).isPresent()
                || (name.indexOf('=') >= 0 && StrayKind.ofName(name) == StrayKind.NO_DATE)
                || (prefix.endsWith("=") && name.startsWith(prefix))
                || (name.startsWith(prefix)
                        && name.length() > prefix.length()
                        && Character.isDigit(name.charAt(prefix.length())));
    }
}
