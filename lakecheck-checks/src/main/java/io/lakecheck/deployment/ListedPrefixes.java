// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.deployment;

import io.lakecheck.cloudwatch.JsonTree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The prefixes that a role must be allowed to list. They are exact unless there are so many that they don't fit into
 * the policy of a role. In that case, all prefixes are truncated to the same maximum length, and duplicates are
 * removed. The role can then also list some folders that belong to no dataset.
 */
final class ListedPrefixes {

    /**
     * The maximum length of all prefixes in a policy. IAM allows 10,240 characters for all inline policies of a role,
     * and the other statements need fewer than 3000.
     */
    private static final int LIMIT = 7000;

    /** The number of additional characters for each prefix in a policy: two quotes, a comma and an asterisk. */
    private static final int OVERHEAD = 4;

    private ListedPrefixes() {}

    /** Returns the buckets and their prefixes in S3's and IAM's syntax, as a tree for {@link JsonTree}. */
    static List<Map<String, Object>> of(Collection<S3Folders> folders) {
        int cut = folders.stream()
                .flatMap(S3Folders::listed)
                .mapToInt(keys -> keys.root().length())
                .max()
                .orElse(0);
        while (cut > 0 && length(roots(folders, cut)) > LIMIT) {
            cut--;
        }
        List<Map<String, Object>> lists = new ArrayList<>();
        roots(folders, cut)
                .forEach((bucket, roots) -> lists.add(JsonTree.object(
                        "bucket",
                        bucket,
                        "prefixes",
                        Stream.concat(
                                        roots.stream().map(ListedPrefixes::pattern),
                                        memberFolders(bucket, folders).map(ListedPrefixes::escaped))
                                .toList())));
        return lists;
    }

    private static Map<String, SortedSet<String>> roots(Collection<S3Folders> folders, int cut) {
        Map<String, SortedSet<String>> roots = new TreeMap<>();
        folders.stream().flatMap(S3Folders::listed).forEach(keys -> roots.computeIfAbsent(
                        keys.bucket(), bucket -> new TreeSet<>())
                .add(keys.root().substring(0, Math.min(cut, keys.root().length()))));
        return roots;
    }

    /** Returns the folders in which the names of members are found. */
    private static Stream<String> memberFolders(String bucket, Collection<S3Folders> folders) {
        return folders.stream()
                .filter(each -> each.data().bucket().equals(bucket))
                .flatMap(each -> each.members().stream())
                .distinct()
                .sorted();
    }

    private static int length(Map<String, SortedSet<String>> roots) {
        return roots.values().stream()
                .flatMap(Collection::stream)
                .mapToInt(root -> pattern(root).length() + OVERHEAD)
                .sum();
    }

    /** Returns the value for IAM's condition on {@code s3:prefix}. */
    private static String pattern(String root) {
        return escaped(root) + "*";
    }

    private static String escaped(String prefix) {
        return prefix.replaceAll("[*?$]", "\\$\\{$0\\}");
    }
}
