// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The names of suggested datasets, derived from the folders that differ from one dataset to the next. For example, the
 * datasets in {@code 111/CloudTrail/eu-west-1/} and {@code 222/CloudTrail/eu-west-1/} become {@code 111-eu-west-1} and
 * {@code 222-eu-west-1}, preceded by a letter if necessary.
 */
final class DatasetNames {

    private static final int LONGEST = 60;

    /** Matches the key of a partition column. */
    private static final Pattern KEY = Pattern.compile("^[A-Za-z_-]{1,30}=");

    private final Map<FoundEntry, String> names = new LinkedHashMap<>();

    private DatasetNames() {}

    /**
     * Returns the names of the given datasets.
     *
     * @param root the folder that was searched, ending with a slash
     */
    static DatasetNames of(List<FoundEntry> entries, String root) {
        DatasetNames names = new DatasetNames();
        Map<FoundEntry, List<String>> folders = new LinkedHashMap<>();
        entries.forEach(found -> folders.put(found, folders(root, found)));
        folders.forEach((found, path) -> {
            List<List<String>> rivals = folders.values().stream()
                    .filter(other ->
                            other != path && DescriptiveNames.last(other).equals(DescriptiveNames.last(path)))
                    .toList();
            names.names.put(
                    found, names.unused(rivals.isEmpty() ? DescriptiveNames.last(path) : difference(path, rivals)));
        });
        return names;
    }

    String of(FoundEntry found) {
        return Optional.ofNullable(names.get(found)).orElseThrow();
    }

    /** Returns the names of the folders, and the text next to dates in them if it is more than a key. */
    private static List<String> folders(String root, FoundEntry found) {
        List<String> path = new ArrayList<>(
                Arrays.asList(root.replaceFirst("^[A-Za-z0-9]+:/*", "").split("/")));
        path.addAll(found.names());
        path.replaceAll(name -> KEY.matcher(name).replaceFirst(""));
        path.removeIf(String::isEmpty);
        Arrays.stream(found.layout().template().split("/")).forEach(name -> {
            String prefix = name.replaceFirst("\\{.*", "");
            String before = prefix.replaceFirst("(?:[A-Za-z_]*=|(?<![A-Za-z])FY|[-_.]+)$", "");
            if (before.length() > 1 && !prefix.endsWith("=") && !UnitWords.isUnit(before)) {
                path.add(before);
            }
            String after = name.endsWith("}") ? "" : NamesAfterDates.of(name.substring(name.lastIndexOf('}') + 1));
            if (name.indexOf('{') >= 0 && !after.isEmpty()) {
                path.add(after);
            }
        });
        return path;
    }

    /** Returns all names in a path that differ from those at the same place in at least one rival, and the last one. */
    private static String difference(List<String> path, List<List<String>> rivals) {
        Set<String> kept = new LinkedHashSet<>();
        for (int i = 0; i < path.size(); i++) {
            String name = path.get(i);
            int place = i;
            boolean differs = rivals.stream()
                    .anyMatch(
                            other -> other.size() <= place || !other.get(place).equals(name));
            if (differs || name.equals(DescriptiveNames.last(path))) {
                kept.add(name);
            }
        }
        return String.join("-", kept);
    }

    private String unused(String wanted) {
        String name = valid(wanted);
        Set<String> taken = new HashSet<>(names.values());
        return Stream.concat(Stream.of(name), IntStream.iterate(2, i -> i + 1).mapToObj(i -> name + "-" + i))
                .filter(each -> !taken.contains(each))
                .findFirst()
                .orElseThrow();
    }

    /** Returns text that a suite accepts as a name without quotes. */
    private static String valid(String text) {
        String name = text.replaceAll("[^A-Za-z0-9_.-]+", "-").replaceAll("^[-.]+|[-.]+$", "");
        String end = name.substring(Math.max(0, name.length() - LONGEST));
        String cut = end.length() < name.length() ? end.replaceFirst("^[^A-Za-z]+(?=[A-Za-z])", "") : end;
        if (cut.isEmpty()) {
            return "dataset";
        }
        return Character.isLetter(cut.charAt(0)) ? cut : "n" + cut.substring(cut.length() == LONGEST ? 1 : 0);
    }
}
