// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.deployment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Groups of prefixes, each of which fits into the event pattern of one EventBridge rule. There are at most about 200
 * groups, because a suite has at most 256 KiB.
 */
final class PrefixGroups {

    /** The maximum length of a group. EventBridge allows 2048 characters, of which the rest of a pattern needs 200. */
    private static final int LIMIT = 1800;

    /** The characters around a prefix in a pattern: {@code {"prefix":""},}. */
    private static final int OVERHEAD = 14;

    private PrefixGroups() {}

    /** Returns the groups in the order of the prefixes. A prefix that starts with another one is left out. */
    static List<List<String>> of(Collection<String> prefixes) {
        List<List<String>> groups = new ArrayList<>();
        List<String> group = new ArrayList<>();
        int length = 0;
        for (String prefix : shortest(prefixes)) {
            length += OVERHEAD + prefix.length();
            if (length > LIMIT) {
                groups.add(group);
                group = new ArrayList<>();
                length = OVERHEAD + prefix.length();
            }
            group.add(prefix);
        }
        groups.add(group);
        return groups;
    }

    private static List<String> shortest(Collection<String> prefixes) {
        List<String> shortest = new ArrayList<>();
        for (String prefix : new TreeSet<>(prefixes)) {
            if (shortest.isEmpty() || !prefix.startsWith(shortest.get(shortest.size() - 1))) {
                shortest.add(prefix);
            }
        }
        return shortest;
    }
}
