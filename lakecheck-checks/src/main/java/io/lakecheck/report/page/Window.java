// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report.page;

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
 * The judged partition and all earlier ones that any of the dataset's checks considered, newest first.
 *
 * @param columns one for each partition; the judged one first
 * @param left how many more there were than a reader can take in
 */
record Window(List<Column> columns, int left) {

    private static final int MOST = 60;

    static Window of(List<Finding> findings) {
        Evidence evidence = findings.get(0).evidence();
        Map<Partition, Column> earlier = new HashMap<>();
        for (Finding finding : findings) {
            for (HistoryEntry precedent : finding.verdict().history()) {
                Column column = Column.of(precedent);
                earlier.merge(column.partition(), column, Column::better);
            }
        }
        List<Column> newestFirst = earlier.values().stream()
                .sorted(Comparator.comparing(Window::begin).reversed())
                .toList();
        List<Column> columns = Stream.concat(
                        Stream.of(Column.judged(evidence)), newestFirst.stream().limit(MOST))
                .toList();
        return new Window(columns, Math.max(0, newestFirst.size() - MOST));
    }

    private static long begin(Column column) {
        return column.partition()
                .span()
                .map(span -> span.begin().getEpochSecond())
                .orElse(0L);
    }

    Column judged() {
        return columns.get(0);
    }

    List<Column> earlier() {
        return columns.subList(1, columns.size());
    }

    Optional<Column> oldest() {
        return earlier().isEmpty() ? Optional.empty() : Optional.of(columns.get(columns.size() - 1));
    }
}
