// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.Finding;
import io.lakecheck.lake.Snapshot;
import io.lakecheck.value.Display;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The objects that a test wrote. They help to explain why a partition is missing: in most cases, the job wrote to a
 * different folder.
 *
 * @param addresses the addresses of the objects, except seeded ones
 */
record WrittenObjects(List<String> addresses) {

    private static final int SHOWN = 5;

    /** Returns the objects that are now in the test's buckets and in buckets that the code under test created. */
    static WrittenObjects of(TestLake test) {
        RunningLake lake = test.lake();
        Map<String, String> baseline = test.buckets().outerBaseline();
        Set<String> names = new LinkedHashSet<>(test.buckets().all());
        lake.bucketsOfJobs().forEach(names::add);
        List<String> addresses = new ArrayList<>();
        for (String name : names) {
            lake.buckets().objects(name).forEach((address, etag) -> {
                boolean isSeed = lake.writeTimes().seedTime(address, etag).isPresent();
                if (!isSeed && !etag.equals(baseline.get(address))) {
                    addresses.add(address);
                }
            });
        }
        return new WrittenObjects(addresses);
    }

    /** Returns whether the finding's partition was listed and found to contain no data. */
    static boolean isWithoutData(Finding finding) {
        return has(finding, Snapshot::isEmpty);
    }

    /** Returns whether the finding's partition was listed and its data or marker was found to be missing. */
    static boolean isMissing(Finding finding) {
        boolean needsMarker = finding.dataset().marker().isPresent();
        return has(
                finding,
                found -> found.isEmpty() || (needsMarker && found.marker().isEmpty()));
    }

    private static boolean has(Finding finding, Predicate<Snapshot> property) {
        return finding.evidence().observations().get(finding.partition()) instanceof Snapshot found
                && property.test(found);
    }

    /**
     * Returns lines with the objects whose folders are most similar to the given one. The difference between the
     * folders is marked.
     */
    String near(String folder) {
        if (addresses.isEmpty()) {
            return "\nThe test wrote nothing.";
        }
        Map<String, List<String>> byFolder = new LinkedHashMap<>();
        for (String address : addresses) {
            byFolder.computeIfAbsent(folder(address), any -> new ArrayList<>()).add(address);
        }
        List<Map.Entry<String, List<String>>> nearest = byFolder.entrySet().stream()
                .sorted(Comparator.comparing(entry -> new PathDifference(folder, entry.getKey()).distance()))
                .toList();
        StringBuilder lines = new StringBuilder("\nThe test wrote:");
        for (Map.Entry<String, List<String>> entry : nearest.subList(0, Math.min(SHOWN, nearest.size()))) {
            int more = entry.getValue().size() - 1;
            lines.append("\n  ")
                    .append(Display.visible(example(entry.getValue())))
                    .append(more == 0 ? "" : " and " + more + " more");
            String marks = new PathDifference(folder, entry.getKey()).marks();
            lines.append(marks.isEmpty() ? "" : "\n  " + marks);
        }
        int others = nearest.size() - SHOWN;
        return lines.append(others > 0 ? "\n  and in " + others + " more folders" : "")
                .toString();
    }

    /** Returns one of the addresses, preferably that of a data object, because a marker's name says little. */
    private static String example(List<String> addresses) {
        return addresses.stream()
                .filter(address -> !address.startsWith("_", folder(address).length()))
                .findFirst()
                .orElse(addresses.get(0));
    }

    private static String folder(String address) {
        return address.substring(0, address.lastIndexOf('/') + 1);
    }
}
