// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.lake.PartRule;
import io.lakecheck.partition.StrayKind;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A search for the folders that each partition of a dataset has, such as one for each country. */
final class PartSearch {

    /** The minimum number of partitions that show which parts a dataset has. */
    private static final int MIN_PARTITIONS = 4;

    /** If partitions always have the same parts, and no more than this, each of them is named. */
    private static final int MOST_NAMED = 24;

    private static final int MOST_LEARNED = 200;

    /** If parts come and go, this share of all parts must be in most partitions. */
    private static final double MIN_SHARE = 0.8;

    /** Matches a folder of a partition column below the dated folder, such as {@code country=DE}. */
    private static final Pattern COLUMN = Pattern.compile("([A-Za-z][A-Za-z0-9_]*)=(.+)");

    private static final String ANY = "*";

    private PartSearch() {}

    /** Returns the parts of a dataset, or empty if its partitions do not have the same folders. */
    static Optional<PartRule> among(List<RecentPartitions.Sample> samples) {
        List<Set<String>> folders = samples.stream()
                .map(PartSearch::folders)
                .filter(all -> !all.isEmpty())
                .toList();
        return folders.size() < MIN_PARTITIONS || folders.size() < samples.size()
                ? Optional.empty()
                : key(folders).flatMap(key -> rule(key, folders));
    }

    private static Set<String> folders(RecentPartitions.Sample sample) {
        return sample.folderNames()
                .filter(name -> !StrayKind.isHidden(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns the key that all folders share, {@code *} if none has a key, or empty if they differ. */
    private static Optional<String> key(List<Set<String>> folders) {
        Set<String> keys = folders.stream()
                .flatMap(Set::stream)
                .map(COLUMN::matcher)
                .map(column -> column.matches() ? column.group(1) : ANY)
                .collect(Collectors.toSet());
        return keys.size() == 1 ? keys.stream().findFirst() : Optional.empty();
    }

    private static Optional<PartRule> rule(String key, List<Set<String>> folders) {
        Set<String> all = new TreeSet<>();
        folders.forEach(all::addAll);
        Set<String> always = new HashSet<>(all);
        folders.forEach(always::retainAll);
        List<String> values = all.stream().map(PartSearch::value).toList();
        boolean areWritable = values.stream().allMatch(YamlScalar::isRepresentable);
        if (all.size() < 2 || !areWritable) {
            return Optional.empty();
        }
        if (always.size() == all.size() && all.size() <= MOST_NAMED) {
            return Optional.of(new PartRule(key, values));
        }
        return !key.equals(ANY) && all.size() <= MOST_LEARNED && always.size() >= MIN_SHARE * all.size()
                ? Optional.of(new PartRule(key, List.of()))
                : Optional.empty();
    }

    private static String value(String folder) {
        Matcher column = COLUMN.matcher(folder);
        return column.matches() ? column.group(2) : folder;
    }

    /** Returns the value of the key {@code parts} in YAML. */
    static String toYaml(PartRule rule) {
        return "{ " + YamlScalar.text(rule.key()) + ": "
                + (rule.isLearned()
                        ? "as before"
                        : rule.values().stream().map(YamlScalar::text).collect(Collectors.joining(", ", "[", "]")))
                + " }";
    }
}
