// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report;

import io.lakecheck.Evidence;
import io.lakecheck.Finding;
import io.lakecheck.FindingGroup;
import io.lakecheck.Outcome;
import io.lakecheck.lake.Snapshot;
import io.lakecheck.partition.Partition;
import io.lakecheck.value.Display;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Datasets that have had no data since the same time. They probably share a cause, such as a scheduler that stopped.
 *
 * @param since the time as text
 * @param groups the findings on these datasets
 */
record SharedOutage(String since, List<FindingGroup> groups) {

    /** The minimum number of datasets; two may have failed by chance. */
    private static final int LEAST = 3;

    /** The maximum number of datasets to name. */
    private static final int MOST_NAMED = 5;

    /** Returns the outages that several datasets share, one for each time. */
    static List<SharedOutage> of(List<FindingGroup> groups) {
        Map<String, List<FindingGroup>> outages = new LinkedHashMap<>();
        groups.stream().filter(FindingGroup::isWithoutData).forEach(group -> begin(group.first())
                .ifPresent(begin ->
                        outages.computeIfAbsent(begin, any -> new ArrayList<>()).add(group)));
        return outages.entrySet().stream()
                .map(outage -> new SharedOutage(outage.getKey(), outage.getValue()))
                .filter(outage -> outage.datasets().size() >= LEAST)
                .toList();
    }

    /** Returns the most severe outcome of these findings. */
    Outcome outcome() {
        return Outcome.worst(groups.stream().map(FindingGroup::outcome));
    }

    /** Returns one line that is safe to print. */
    String text() {
        return datasets().size() + " datasets have had no data since " + since + ": "
                + Display.firstOf(MOST_NAMED, datasets()) + "; probably for the same reason";
    }

    private List<String> datasets() {
        return groups.stream()
                .map(group -> Display.visible(group.first().dataset().name()))
                .distinct()
                .toList();
    }

    /** Returns the begin of the first of the periods without data, up to the checked one. */
    private static Optional<String> begin(Finding finding) {
        Evidence evidence = finding.evidence();
        Iterator<Partition> earlier =
                finding.dataset().before(finding.partition()).iterator();
        Partition first = finding.partition();
        Optional<Partition> next = next(earlier);
        while (next.filter(before -> isEmpty(before, evidence)).isPresent()) {
            first = next.get();
            next = next(earlier);
        }
        boolean isStartKnown = first.equals(finding.partition())
                || next.filter(before -> evidence.observations().get(before) instanceof Snapshot)
                        .isPresent();
        return first.span()
                .map(span -> Display.moment(span.begin(), span.zone()) + (isStartKnown ? "" : " or earlier"));
    }

    private static Optional<Partition> next(Iterator<Partition> partitions) {
        return partitions.hasNext() ? Optional.of(partitions.next()) : Optional.empty();
    }

    private static boolean isEmpty(Partition partition, Evidence evidence) {
        return evidence.observations().get(partition) instanceof Snapshot found && found.isEmpty();
    }
}
