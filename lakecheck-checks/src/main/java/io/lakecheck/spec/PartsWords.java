// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.Check;
import io.lakecheck.SizeCheck;
import io.lakecheck.lake.PartRule;
import io.lakecheck.partition.Location;
import io.lakecheck.value.Display;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The key that lists the parts of each partition. Parts that can't exist are rejected. */
final class PartsWords {

    private static final String AS_BEFORE = "as before";

    static final Term<Map<String, List<String>>> PARTS = Term.optional(
            "parts",
            new NamedType<>(
                    "part",
                    new ListType<>(new TextType("part", "a name such as DE, or as before", "[^/\\r\\n\\u0000]+")),
                    "a mapping of the key in the names of folders to its values, such as country: [DE, FR], or of \"*\" if"
                            + " the names have no key"),
            "{ country: [DE, FR, GB, US] }",
            "The parts that each partition must have: folders such as `country=DE/`.",
            "`recency` and `complete` fail if a part is missing or has no data, or if it lacks a marker such as"
                    + " `country=*/_SUCCESS`. They name the part. Baselines exclude such partitions. For folders without a key,"
                    + " such as `00/` to `23/`, write `\"*\"` as the key.",
            "With `country: as before`, a partition must have the parts that most of the previous 7 partitions had. A new"
                    + " part, or the end of a part, is accepted after 4 partitions. A partition can have up to 1000"
                    + " parts.");

    /** A range such as {@code 00-23}. Longer numbers may be those of a single value, such as {@code 2025-2026}. */
    private static final Pattern RANGE = Pattern.compile("([0-9]{1,3}) ?(?:-|to|\\.\\.) ?([0-9]{1,3})");

    private static final String ANY = "*";

    private PartsWords() {}

    static Optional<PartRule> rule(BlockValues own) {
        return own.find(PARTS)
                .flatMap(parts -> parts.entrySet().stream().findFirst())
                .map(part -> new PartRule(
                        part.getKey(), part.getValue().equals(List.of(AS_BEFORE)) ? List.of() : part.getValue()));
    }

    /** @param checks the checks of each dataset of the entry */
    static void reject(BlockValues own, Optional<Location> location, Stream<List<Check>> checks, Problems problems) {
        boolean limitsParts = checks.flatMap(List::stream)
                .anyMatch(
                        check -> check instanceof SizeCheck size && !size.part().isNone());
        if (limitsParts && !own.contains(PARTS)) {
            problems.add(own.origin(), "the limits for each part in size require parts", "Add parts, or remove part");
        }
        Map<String, List<String>> parts = own.find(PARTS).orElse(Map.of());
        if (!own.contains(PARTS) || !own.isValid()) {
            return;
        }
        if (parts.size() != 1 || parts.containsValue(List.of())) {
            problems.add(
                    own.origin(PARTS),
                    "parts must have one key with values",
                    "Write, for example, parts: { country: [DE, FR] } or parts: { country: as before }. For folders on two"
                            + " levels, put both into the location and use 'each'");
        } else if (location.filter(files -> !files.toString().endsWith("/")).isPresent()) {
            problems.add(
                    own.origin(PARTS),
                    "parts are folders in a partition, but the location names files",
                    "For files of several kinds, add a placeholder to the location and use 'each'");
        } else {
            parts.forEach((key, values) -> rejectNames(key, values, own, problems));
        }
    }

    private static void rejectNames(String key, List<String> values, BlockValues own, Problems problems) {
        if (key.contains("=") || key.contains("/")) {
            problems.add(
                    own.origin(PARTS),
                    "invalid key '" + Display.visible(key) + "' in parts",
                    "Write only the part of the folders' names before =, such as country");
            return;
        }
        for (String value : values) {
            advice(key, value, values)
                    .ifPresent(advice -> problems.add(
                            own.valueOrigin(PARTS), "invalid part '" + Display.visible(value) + "'", advice));
        }
    }

    private static Optional<String> advice(String key, String value, List<String> all) {
        Matcher range = RANGE.matcher(value);
        if (all.size() == 1 && range.matches()) {
            return Optional.of("Ranges are not supported. List all values, such as [" + range.group(1) + ", …, "
                    + range.group(2) + "], or write as before");
        }
        if (value.startsWith(key + "=")) {
            return Optional.of("Write only the part of the folders' names after =, such as "
                    + Display.visible(value.substring(key.length() + 1)));
        }
        boolean isPattern = value.contains(ANY) || value.contains("?");
        return isPattern || (value.equals(AS_BEFORE) && all.size() > 1)
                ? Optional.of("List the names of all parts, or write only as before")
                : Optional.empty();
    }
}
