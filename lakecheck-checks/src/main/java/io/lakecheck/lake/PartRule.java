// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lake;

import io.lakecheck.partition.StrayKind;
import io.lakecheck.value.Display;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The parts that each partition of a dataset must have: folders in the partition, such as one for each country.
 *
 * @param key the key in the names of the folders, such as {@code country} for {@code country=DE}; {@code *} if the
 *     parts are all folders directly in the partition
 * @param values the values of the key; empty to expect the parts of most earlier partitions
 */
public record PartRule(String key, List<String> values) {

    /** The number of earlier partitions from which parts are learned. */
    public static final int LEARNED = 7;

    /** The minimum number of earlier partitions with parts from which parts are learned. */
    private static final int LEAST = 3;

    private static final String ANY = "*";

    public PartRule {
        values = List.copyOf(values);
    }

    public boolean isLearned() {
        return values.isEmpty();
    }

    /**
     * Returns the name of the part that contains an object; empty if the object is in no part.
     *
     * @param path the object's path, relative to the partition
     */
    Optional<String> part(String path) {
        int start = 0;
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', start)) {
            String folder = path.substring(start, slash);
            if (key.equals(ANY) || (folder.startsWith(key) && folder.startsWith("=", key.length()))) {
                return Optional.of(folder);
            }
            start = slash + 1;
        }
        return Optional.empty();
    }

    /** Returns the names of the expected parts. */
    private List<String> expected(List<Snapshot> earlier) {
        if (!isLearned()) {
            return values.stream()
                    .map(value -> key.equals(ANY) ? value : key + "=" + value)
                    .toList();
        }
        List<SortedMap<String, PartStats>> known = earlier.stream()
                .map(snapshot -> snapshot.data().subtotals().parts())
                .filter(parts -> !parts.isEmpty())
                .toList();
        Map<String, Integer> counts = new HashMap<>();
        known.forEach(parts -> parts.keySet().forEach(part -> counts.merge(part, 1, Integer::sum)));
        return counts.entrySet().stream()
                .filter(part -> known.size() >= LEAST && part.getValue() * 2 > known.size())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /**
     * Describes the parts that a partition lacks, for example {@code country=FR} or {@code country=GB (empty)}. The
     * results are safe to print.
     *
     * @param earlier the earlier partitions, from which parts are learned
     * @param marker the glob for the marker inside the partition; empty if there is none. If its wildcard stands for
     *     the parts, as in {@code country=*}{@code /_SUCCESS}, each part needs a marker.
     */
    public List<String> missing(Snapshot found, List<Snapshot> earlier, Optional<String> marker) {
        boolean needsMarker = marker.flatMap(this::part)
                .filter(folder -> folder.indexOf('*') >= 0 || folder.indexOf('?') >= 0)
                .isPresent();
        SortedMap<String, PartStats> parts = found.data().subtotals().parts();
        return expected(earlier).stream()
                .flatMap(name -> defect(parts.getOrDefault(name, PartStats.NONE), parts.containsKey(name), needsMarker)
                        .map(defect -> Display.visible(name) + defect)
                        .stream())
                .toList();
    }

    /**
     * Describes what a partition has instead of missing parts, for example {@code other parts found: country=UK}; empty
     * if it has nothing else. The result is safe to print.
     *
     * @param earlier the earlier partitions, from which parts are learned
     */
    public Optional<String> insteadOfMissing(Snapshot found, List<Snapshot> earlier) {
        List<String> others = new ArrayList<>(found.data().subtotals().parts().keySet());
        if (others.isEmpty()) {
            return found.newest()
                    .map(any -> (key.equals(ANY)
                                    ? "there are no folders, only objects such as "
                                    : "instead of " + example() + ", there are objects such as ")
                            + Display.visible(any.key()));
        }
        others.removeAll(expected(earlier));
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of("other parts found: "
                        + Display.firstOf(
                                LEARNED, others.stream().map(Display::visible).toList()));
    }

    /**
     * Returns a remark on an unexpected part whose name shows that its rows have no value, for example
     * {@code country=__HIVE_DEFAULT_PARTITION__}; empty if there is none. The result is safe to print.
     *
     * @param earlier the earlier partitions, from which parts are learned
     */
    public Optional<String> withoutValue(Snapshot found, List<Snapshot> earlier) {
        return found.data().subtotals().parts().keySet().stream()
                .filter(part -> StrayKind.isMissingValue(part.substring(part.indexOf('=') + 1)))
                .filter(part -> !expected(earlier).contains(part))
                .findFirst()
                .map(part -> Display.visible(part) + " contains rows without a value; correct the job that wrote them");
    }

    private static Optional<String> defect(PartStats part, boolean exists, boolean needsMarker) {
        if (part.bytes() == 0) {
            return Optional.of(exists ? " (empty)" : "");
        }
        return needsMarker && !part.isSealed() ? Optional.of(" (no marker)") : Optional.empty();
    }

    /** Returns a phrase for a part of any name, for example {@code a folder such as country=…}; safe to print. */
    public String example() {
        return key.equals(ANY) ? "any folder" : "a folder such as " + Display.visible(key) + "=…";
    }

    /** Returns a description of the expected parts, for example {@code country=DE, country=FR}. */
    public String describe() {
        return isLearned()
                ? "the parts of most earlier partitions"
                : Display.firstOf(
                        LEARNED,
                        expected(List.of()).stream().map(Display::visible).toList());
    }
}
