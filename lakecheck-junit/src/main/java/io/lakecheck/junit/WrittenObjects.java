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
import java.util.stream.Collectors;

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
                if (!lake.writeTimes().isSeed(address, etag) && !etag.equals(baseline.get(address))) {
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
     * Returns lines with the objects whose folders are most similar to the finding's partition. The difference between
     * the folders is marked. Partitions in which the check expected data, and found some, are left out.
     */
    String near(Finding finding) {
        if (addresses.isEmpty()) {
            return "\nThe test wrote nothing.";
        }
        String folder = finding.partition().folder();
        Set<String> found = foldersWithData(finding);
        Map<String, List<String>> byFolder = new LinkedHashMap<>();
        addresses.stream()
                .filter(address -> !found.contains(folder(address)))
                .forEach(address -> byFolder.computeIfAbsent(folder(address), any -> new ArrayList<>())
                        .add(address));
        List<String> nearest = nearest(folder, byFolder.keySet());
        StringBuilder lines = new StringBuilder(nearest.isEmpty() ? "" : "\nThe test wrote:");
        nearest.forEach(each -> {
            int more = byFolder.getOrDefault(each, List.of()).size() - 1;
            String marks = new PathDifference(folder, each).marks();
            lines.append("\n  ")
                    .append(Display.visible(example(byFolder.getOrDefault(each, List.of()))))
                    .append(more == 0 ? "" : " and " + more + " more")
                    .append(marks.isEmpty() ? "" : "\n  " + marks);
        });
        int others = byFolder.size() - nearest.size();
        return lines.append(others > 0 ? "\n  and in " + Display.count(others, "more folder") : "")
                .toString();
    }

    private static Set<String> foldersWithData(Finding finding) {
        return finding.evidence().observations().entrySet().stream()
                .filter(entry -> !entry.getKey().equals(finding.partition()))
                .filter(entry -> entry.getValue() instanceof Snapshot found && !found.isEmpty())
                .map(entry -> entry.getKey().folder())
                .collect(Collectors.toSet());
    }

    /**
     * Returns the folders that are most similar to the given one, at most {@link #SHOWN}. Folders that differ in more
     * than twice as many characters as the most similar one don't explain anything.
     */
    private static List<String> nearest(String folder, Set<String> folders) {
        Map<String, Integer> distances = folders.stream()
                .collect(Collectors.toMap(each -> each, each -> new PathDifference(folder, each).distance()));
        int limit = 2 * distances.values().stream().mapToInt(each -> each).min().orElse(0);
        return folders.stream()
                .filter(each -> distances.getOrDefault(each, 0) <= limit)
                .sorted(Comparator.comparing(each -> distances.getOrDefault(each, 0)))
                .limit(SHOWN)
                .toList();
    }

    /** Returns one of the addresses, preferably that of a data object, because a marker's name is less informative. */
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
