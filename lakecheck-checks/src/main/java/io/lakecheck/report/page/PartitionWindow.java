// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report.page;

import io.lakecheck.CompleteCheck;
import io.lakecheck.Evidence;
import io.lakecheck.Finding;
import io.lakecheck.baseline.HistoryEntry;
import io.lakecheck.partition.Partition;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The partitions to show for a dataset: the checked one, and the earlier ones that at least one check considered.
 *
 * @param columns one column for each partition: first the checked one, then the earlier ones, most recent first
 * @param omitted the number of earlier partitions that were considered but are left out because there are too many
 */
record PartitionWindow(List<PartitionColumn> columns, int omitted) {

    private static final int MAX_EARLIER = 60;

    static PartitionWindow of(List<Finding> findings) {
        Evidence evidence = findings.get(0).evidence();
        Map<Partition, PartitionColumn> earlier = new HashMap<>();
        for (Finding finding : findings) {
            PartitionColumn.Kind usable = finding.check() instanceof CompleteCheck
                    ? PartitionColumn.Kind.COMPLETE
                    : PartitionColumn.Kind.BASELINE;
            for (HistoryEntry entry : finding.verdict().history()) {
                PartitionColumn column = PartitionColumn.of(entry, usable);
                earlier.merge(column.partition(), column, PartitionColumn::orMoreImportant);
            }
        }
        List<PartitionColumn> newestFirst = earlier.values().stream()
                .sorted(Comparator.comparing(PartitionWindow::begin).reversed())
                .toList();
        List<PartitionColumn> columns = Stream.concat(
                        Stream.of(PartitionColumn.judged(evidence)),
                        newestFirst.stream().limit(MAX_EARLIER))
                .toList();
        return new PartitionWindow(columns, Math.max(0, newestFirst.size() - MAX_EARLIER));
    }

    private static long begin(PartitionColumn column) {
        return column.partition()
                .span()
                .map(span -> span.begin().getEpochSecond())
                .orElse(0L);
    }

    PartitionColumn judged() {
        return columns.get(0);
    }

    List<PartitionColumn> earlier() {
        return columns.subList(1, columns.size());
    }

    Optional<PartitionColumn> oldest() {
        return earlier().isEmpty() ? Optional.empty() : Optional.of(columns.get(columns.size() - 1));
    }

    long count(PartitionColumn.Kind kind) {
        return columns.stream().filter(column -> column.kind() == kind).count();
    }
}
