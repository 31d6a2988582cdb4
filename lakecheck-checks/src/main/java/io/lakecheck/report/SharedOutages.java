// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report;

import io.lakecheck.FindingGroup;
import io.lakecheck.partition.Partition;
import io.lakecheck.value.Display;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Datasets that have had no data since the same time. They probably share a cause, such as a scheduler that stopped.
 */
final class SharedOutages {

    /** The minimum number of datasets; two may have failed by chance. */
    private static final int LEAST = 3;

    /** The maximum number of datasets to name. */
    private static final int MOST_NAMED = 5;

    private SharedOutages() {}

    /** Returns one line for each time, which is safe to print. */
    static List<String> of(List<FindingGroup> groups) {
        Map<String, Set<String>> datasets = new LinkedHashMap<>();
        groups.stream().filter(FindingGroup::isWithoutData).forEach(group -> begin(group)
                .ifPresent(begin -> datasets.computeIfAbsent(begin, any -> new LinkedHashSet<>())
                        .add(Display.visible(group.first().dataset().name()))));
        return datasets.entrySet().stream()
                .filter(shared -> shared.getValue().size() >= LEAST)
                .map(shared -> shared.getValue().size() + " datasets have no data since " + shared.getKey() + ": "
                        + Display.firstOf(MOST_NAMED, List.copyOf(shared.getValue())) + "; probably for the same cause")
                .toList();
    }

    private static Optional<String> begin(FindingGroup group) {
        return group.first()
                .streak()
                .map(streak -> begin(streak.first()).map(begin -> begin + (streak.isStartKnown() ? "" : " or earlier")))
                .orElseGet(() -> begin(group.first().partition()));
    }

    private static Optional<String> begin(Partition partition) {
        return partition.span().map(span -> Display.moment(span.begin(), span.zone()));
    }
}
