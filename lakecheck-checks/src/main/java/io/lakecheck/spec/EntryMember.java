// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.partition.Location;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One of the datasets that a single entry of a suite defines.
 *
 * @param names the name that replaces each placeholder, in the order of the entry; empty if the entry has no
 *     placeholders and defines only one dataset
 */
record EntryMember(Map<String, String> names) {

    /** The name that stands for all names found in the lake. */
    static final String FOUND = "*";

    EntryMember {
        names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
    }

    /** Returns a member for each combination of names. */
    static List<EntryMember> combinations(Map<String, List<String>> each) {
        List<EntryMember> members = List.of(new EntryMember(Map.of()));
        for (Map.Entry<String, List<String>> placeholder : each.entrySet()) {
            List<EntryMember> more = new ArrayList<>();
            for (EntryMember member : members) {
                placeholder.getValue().forEach(name -> more.add(member.and(placeholder.getKey(), name)));
            }
            members = more;
        }
        return members;
    }

    /** Returns the placeholder that stands for names found in the lake; empty if all names are known. */
    Optional<String> found() {
        return names.entrySet().stream()
                .filter(name -> name.getValue().equals(FOUND))
                .map(name -> placeholder(name.getKey()))
                .findFirst();
    }

    /**
     * Returns the location of the dataset.
     *
     * @throws IllegalArgumentException if the location is invalid
     */
    Location location(String text, Path base) {
        Map<String, String> known = new LinkedHashMap<>(names);
        known.values().removeIf(FOUND::equals);
        String replaced = new EntryMember(known).in(text);
        return found().map(placeholder -> LocationType.readOpen(replaced, placeholder, base))
                .orElseGet(() -> LocationType.read(replaced, base));
    }

    private EntryMember and(String placeholder, String name) {
        Map<String, String> all = new LinkedHashMap<>(names);
        all.put(placeholder, name);
        return new EntryMember(all);
    }

    /** Returns the name of the dataset, for example {@code orders[tenant=a]}. */
    String dataset(String entry) {
        return names.isEmpty()
                ? entry
                : names.entrySet().stream()
                        .map(name -> name.getKey() + "=" + name.getValue())
                        .collect(Collectors.joining(",", entry + "[", "]"));
    }

    /** Returns text in which placeholders such as {@code {tenant}} are replaced. */
    String in(String text) {
        String replaced = text;
        for (Map.Entry<String, String> name : names.entrySet()) {
            replaced = replaced.replace(placeholder(name.getKey()), name.getValue());
        }
        return replaced;
    }

    /** Returns a copy of a mapping in which the placeholders in values are replaced. */
    Map<String, String> in(Map<String, String> texts) {
        return texts.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, text -> in(text.getValue())));
    }

    /** Returns a placeholder as written in a location. */
    static String placeholder(String name) {
        return "{" + name + "}";
    }
}
