// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The folder names that describe the data, as opposed to technical names, ids, account numbers and regions. */
final class DescriptiveNames {

    /** Matches names that state how or in which portions data is stored, also with a number. */
    private static final Pattern TECHNICAL = Pattern.compile("(?:data|dataset|table|db|raw|files?|output|main|default|"
            + "daily|hourly|weekly|monthly|day|hour|month|archives?|exports?|delivery|deliveries|load|snapshots?|"
            + "batch|run|part|partition|shard|bucket|chunk|segment|split|node|host|worker|stream|v|version|"
            + "parquet|json|csv|avro|orc|text|delta|iceberg|hudi)[-_]?[0-9.]*");

    /** Matches names that were generated, such as ids. */
    private static final Pattern GENERATED =
            Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?=.*[0-9])[0-9a-f]{12,}");

    private static final Pattern REGION =
            Pattern.compile("[a-z]{2}(?:-[a-z]+)+-[0-9]|eu|us|uk|emea|apac|latam|amer|dach");

    /** Matches account numbers and other numbers. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    private static final List<Pattern> NOT_DESCRIPTIVE = List.of(REGION, NUMBER, TECHNICAL, GENERATED);

    private DescriptiveNames() {}

    /**
     * Returns the last name that describes the data. If there is none, returns the last one that is not a region, or
     * the first one, which is that of the bucket.
     */
    static String last(List<String> path) {
        return last(path, name -> NOT_DESCRIPTIVE.stream().noneMatch(each -> matches(each, name)))
                .or(() -> last(path, name -> !matches(REGION, name)))
                .orElseGet(() -> path.isEmpty() ? "" : path.get(0));
    }

    private static Optional<String> last(List<String> path, Predicate<String> matching) {
        return IntStream.iterate(path.size() - 1, i -> i > 0, i -> i - 1)
                .mapToObj(path::get)
                .filter(matching)
                .findFirst();
    }

    /** Returns whether a name matches, without the key of a partition column. */
    private static boolean matches(Pattern pattern, String name) {
        return pattern.matcher(name.substring(name.indexOf('=') + 1).toLowerCase(Locale.ROOT))
                .matches();
    }
}
