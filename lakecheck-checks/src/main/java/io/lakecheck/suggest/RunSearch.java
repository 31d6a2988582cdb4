// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.lake.Runs;
import io.lakecheck.partition.StrayKind;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A search for folders in dated folders that are the runs or batches of a job, such as {@code batchid=0615}: their key
 * says so, or their names contain numbers that differ from partition to partition.
 */
final class RunSearch {

    /** The minimum number of partitions that show whether names differ. */
    private static final int MIN_PARTITIONS = 4;

    /** The share of the partitions that must have a single run if several runs are reruns. */
    private static final double MIN_SINGLE = 0.6;

    private static final Pattern NAME = Pattern.compile("([A-Za-z][A-Za-z0-9_]*=)?(.*[0-9].*)");

    private static final Pattern KEY = Pattern.compile(
            "(?i)(?:.*_)?(?:batch|run|load|job|import|execution|attempt|upload|delivery)(?:_?(?:id|no|nr|num|number|ts|time))?=");

    private RunSearch() {}

    /** Returns the dataset with its runs in the location, or empty if its partitions do not contain runs. */
    static Optional<FoundDataset> among(List<RecentPartitions.Sample> samples, FoundDataset found) {
        List<Set<String>> runs = samples.stream().map(RunSearch::folders).toList();
        if (runs.size() < MIN_PARTITIONS
                || runs.stream().anyMatch(Set::isEmpty)
                || runs.stream().allMatch(names -> names.size() == 1)
                || samples.stream().anyMatch(RunSearch::hasDataNextToFolders)
                || found.layout().location().hasWildcard()) {
            return Optional.empty();
        }
        long single = runs.stream().filter(names -> names.size() == 1).count();
        return key(runs)
                .map(key -> found.withRuns(key + "*/", single >= MIN_SINGLE * runs.size() ? Runs.NEWEST : Runs.EACH));
    }

    private static Set<String> folders(RecentPartitions.Sample sample) {
        return sample.folderNames()
                .filter(name -> !StrayKind.isHidden(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean hasDataNextToFolders(RecentPartitions.Sample sample) {
        return sample.paths().stream()
                .anyMatch(path -> path.indexOf('/') < 0 && !path.isEmpty() && !StrayKind.isHidden(path));
    }

    /**
     * Returns the key that all names have, which is empty if they have none, or empty if they are not those of runs.
     */
    private static Optional<String> key(List<Set<String>> runs) {
        List<Matcher> names =
                runs.stream().flatMap(Collection::stream).map(NAME::matcher).toList();
        if (!names.stream().allMatch(Matcher::matches)) {
            return Optional.empty();
        }
        Set<String> keys = names.stream()
                .map(name -> Optional.ofNullable(name.group(1)).orElse(""))
                .collect(Collectors.toSet());
        return keys.stream()
                .filter(key -> keys.size() == 1)
                .filter(key -> KEY.matcher(key).matches() || areDifferent(names))
                .findFirst();
    }

    private static boolean areDifferent(List<Matcher> names) {
        return names.stream()
                .collect(Collectors.groupingBy(name -> name.group(2), Collectors.counting()))
                .values()
                .stream()
                .allMatch(count -> count == 1);
    }
}
