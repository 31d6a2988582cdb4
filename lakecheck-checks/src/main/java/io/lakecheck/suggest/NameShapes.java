// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.partition.Location;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The text around the dates in the names of paths that have the same layout.
 *
 * @param prefixes the text before each date
 * @param suffixes the text after each date, with a wildcard if it differs from path to path
 * @param dates the names without suffixes in some of these paths, each with a slash after it
 * @param isFile whether the last name is that of a file
 */
record NameShapes(List<String> prefixes, List<String> suffixes, List<String> dates, boolean isFile) {

    /** The number of paths of which the dates are compared with a pattern before a wildcard. */
    private static final int EXAMPLES = 10;

    static Stream<NameShapes> of(Collection<DatedPath> paths, int depth) {
        return paths.stream()
                .filter(path -> path.depth() >= depth)
                .map(path -> path.names().stream()
                        .limit(depth)
                        .map(DatedName::prefix)
                        .toList())
                .distinct()
                .map(prefixes -> of(prefixes, paths, depth));
    }

    private static NameShapes of(List<String> prefixes, Collection<DatedPath> all, int depth) {
        List<DatedPath> alike = all.stream()
                .filter(path -> path.depth() >= depth
                        && IntStream.range(0, depth)
                                .allMatch(i -> path.names().get(i).prefix().equals(prefixes.get(i))))
                .toList();
        List<String> suffixes = IntStream.range(0, depth)
                .mapToObj(i -> NameSuffix.common(
                        alike.stream().map(path -> path.names().get(i).suffix()).toList()))
                .toList();
        List<String> dates = alike.stream()
                .limit(EXAMPLES)
                .map(path -> path.names().stream()
                        .limit(depth)
                        .map(name -> name.prefix() + name.date() + "/")
                        .collect(Collectors.joining()))
                .toList();
        return new NameShapes(
                prefixes, suffixes, dates, alike.stream().anyMatch(path -> path.isFile() && path.depth() == depth));
    }

    /** Returns whether a location matches the dates, of which a wildcard after them could cover a part. */
    private boolean matchesDates(Location location) {
        return dates.stream().anyMatch(text -> location.parse(text).isPresent());
    }

    Stream<FolderLayout> layout(String root, List<String> patterns) {
        StringBuilder template = new StringBuilder();
        StringBuilder bare = new StringBuilder();
        for (int i = 0; i < patterns.size(); i++) {
            String dated =
                    prefixes.get(i) + (patterns.get(i).startsWith("{") ? patterns.get(i) : "{" + patterns.get(i) + "}");
            bare.append(dated).append('/');
            template.append(dated).append(suffixes.get(i)).append(i + 1 < patterns.size() || !isFile ? "/" : "");
        }
        try {
            return template.indexOf("*") >= 0 && !matchesDates(Location.of(root + bare))
                    ? Stream.empty()
                    : Stream.of(new FolderLayout(template.toString(), Location.of(root + template), patterns.size()));
        } catch (IllegalArgumentException notALocation) {
            return Stream.empty();
        }
    }
}
