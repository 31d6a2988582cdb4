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
import java.util.Set;
import java.util.regex.Pattern;
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

    /** A name that can be written in a suite. */
    static final Pattern NAME = Pattern.compile("[^/{}*\\r\\n\\u0000]+");

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

    /**
     * Returns the member with a label: its name or, if there are several placeholders, all of them, such as
     * {@code region=eu,tenant=a}. A single name can also be written like that, as in findings. The result is empty if
     * the label has other placeholders or an invalid name.
     */
    static Optional<EntryMember> labeled(String label, Set<String> placeholders) {
        Map<String, String> names = new LinkedHashMap<>();
        placeholders.forEach(placeholder ->
                names.put(placeholder, placeholders.size() == 1 ? withoutPrefix(label, placeholder + "=") : ""));
        for (String part : placeholders.size() == 1 ? new String[0] : label.split(",", -1)) {
            int equals = part.indexOf('=');
            names.put(part.substring(0, Math.max(equals, 0)), part.substring(equals + 1));
        }
        return names.keySet().equals(placeholders) && names.values().stream().allMatch(NAME.asMatchPredicate())
                ? Optional.of(new EntryMember(names))
                : Optional.empty();
    }

    private static String withoutPrefix(String text, String prefix) {
        return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
    }

    /** Returns the text that identifies this member in the suite; see {@link #labeled}. */
    String label() {
        return names.size() == 1
                ? names.values().iterator().next()
                : names.entrySet().stream()
                        .map(name -> name.getKey() + "=" + name.getValue())
                        .collect(Collectors.joining(","));
    }

    /** Returns whether a member is this one, or can be one of the members that this one stands for. */
    boolean includes(EntryMember other) {
        return names.entrySet().stream()
                .allMatch(name ->
                        name.getValue().equals(FOUND) || name.getValue().equals(other.names.get(name.getKey())));
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
        if (names.isEmpty()) {
            return withoutPlaceholders(text, base);
        }
        Map<String, String> known = new LinkedHashMap<>(names);
        known.values().removeIf(FOUND::equals);
        String replaced = new EntryMember(known).in(text);
        return found().map(placeholder -> LocationType.readOpen(replaced, placeholder, base))
                .orElseGet(() -> LocationType.read(replaced, base));
    }

    private static Location withoutPlaceholders(String text, Path base) {
        try {
            return LocationType.read(text, base);
        } catch (IllegalArgumentException e) {
            InvalidValueException invalid = InvalidValueException.from(e);
            Optional<String> placeholder = EachWords.firstPlaceholder(text);
            if (placeholder.isEmpty()) {
                throw invalid;
            }
            String remedy = invalid.remedy().isEmpty() ? "" : invalid.remedy() + ". ";
            throw new InvalidValueException(
                    invalid.what(),
                    remedy + "If it stands for several names, add each: { " + placeholder.get() + ": [a, b] }");
        }
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
