// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report.page;

import io.lakecheck.CompleteCheck;
import io.lakecheck.Evidence;
import io.lakecheck.Finding;
import io.lakecheck.baseline.HistoryEntry;
import io.lakecheck.lake.Snapshot;
import io.lakecheck.partition.Partition;
import io.lakecheck.survey.PastVerdicts;
import io.lakecheck.value.Display;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The partitions to show for a dataset: the checked one, and the most recent of the earlier ones that were listed.
 * Periods outside the calendar are left out.
 *
 * @param columns one column for each partition: first the checked one, then the earlier ones, most recent first
 * @param gaps the expected periods between these partitions that were not listed, most recent first
 * @param omitted the number of earlier partitions that were considered but are left out because there are too many
 */
record PartitionWindow(List<PartitionColumn> columns, List<Gap> gaps, int omitted) {

    /** The maximum number of spans that a legend names. */
    private static final int MAX_SPANS = 4;

    /**
     * Consecutive expected periods that were not listed.
     *
     * @param column the index of the column after the gap, which is more recent
     * @param text the first and the last of the periods; safe to print
     */
    record Gap(int column, String text) {}

    static PartitionWindow of(List<Finding> findings) {
        Evidence evidence = findings.get(0).evidence();
        Map<Partition, PartitionColumn.Role> roles = new HashMap<>();
        for (Finding finding : findings) {
            PartitionColumn.Use usable = finding.check() instanceof CompleteCheck
                    ? PartitionColumn.Use.NOT_COMPARED
                    : PartitionColumn.Use.BASELINE;
            for (HistoryEntry entry : finding.verdict().history()) {
                if (entry.snapshot().isPresent()) {
                    roles.merge(
                            entry.partition(),
                            PartitionColumn.Role.of(entry, usable),
                            PartitionColumn.Role::orMoreImportant);
                }
            }
        }
        PastVerdicts past = PastVerdicts.before(evidence);
        List<PartitionColumn> columns = new ArrayList<>();
        columns.add(PartitionColumn.of(
                evidence,
                evidence.partition(),
                new PartitionColumn.Role(PartitionColumn.Use.CHECKED, ""),
                findings.stream().map(PartitionWindow::own).toList()));
        earlier(findings, past)
                .filter(partition -> evidence.observations().get(partition) instanceof Snapshot)
                .map(partition -> PartitionColumn.of(
                        evidence,
                        partition,
                        roles.getOrDefault(partition, PartitionColumn.Role.NOT_COMPARED),
                        past.findings(partition)))
                .forEach(columns::add);
        columns.forEach(column -> roles.remove(column.partition()));
        return new PartitionWindow(columns, gaps(evidence, columns), roles.size());
    }

    /**
     * Returns the most recent partitions that were listed or that a check reports as incomplete although they are
     * before the dataset's first data, most recent first.
     */
    private static Stream<Partition> earlier(List<Finding> findings, PastVerdicts past) {
        Stream<Partition> incomplete = findings.stream()
                .filter(finding -> finding.check() instanceof CompleteCheck)
                .flatMap(finding -> finding.verdict().history().stream())
                .filter(entry -> !entry.isUsable())
                .map(HistoryEntry::partition);
        return Stream.concat(past.partitions().stream(), incomplete)
                .distinct()
                .sorted(Comparator.comparing((Partition partition) ->
                                partition.span().orElseThrow().from())
                        .reversed())
                .limit(PastVerdicts.MOST);
    }

    /** Returns a finding that is about the checked partition alone. */
    private static Finding own(Finding finding) {
        return finding.check() instanceof CompleteCheck complete
                        && finding.evidence().has(finding.partition())
                ? new Finding(
                        complete,
                        finding.evidence(),
                        complete.withoutNeighbors().verdict(finding.evidence(), false))
                : finding;
    }

    private static List<Gap> gaps(Evidence evidence, List<PartitionColumn> columns) {
        List<Gap> gaps = new ArrayList<>();
        for (int i = 0; i + 1 < columns.size(); i++) {
            Partition older = columns.get(i + 1).partition();
            List<Partition> between = evidence.dataset()
                    .before(columns.get(i).partition())
                    .takeWhile(partition -> !partition.equals(older))
                    .toList();
            if (!between.isEmpty()) {
                gaps.add(new Gap(i, span(between.get(between.size() - 1), between.get(0))));
            }
        }
        return gaps;
    }

    private static String span(Partition first, Partition last) {
        return label(first) + (first.equals(last) ? "" : " to " + label(last));
    }

    private static String label(Partition partition) {
        return Display.visible(partition.label());
    }

    /**
     * Returns the spans of consecutive columns that meet a condition, earliest first, for example {@code dt=2026-01-02
     * to dt=2026-01-07, dt=2026-01-12}. The result is safe to print.
     */
    String dates(Predicate<PartitionColumn> condition) {
        List<String> spans = new ArrayList<>();
        int end = columns.size();
        while (--end >= 0) {
            int first = end;
            while (end >= 0 && condition.test(columns.get(end))) {
                end--;
            }
            if (end < first) {
                spans.add(span(
                        columns.get(first).partition(), columns.get(end + 1).partition()));
            }
        }
        return Display.firstOf(MAX_SPANS, spans);
    }

    /**
     * Returns the periods that were not listed, earliest first, for example {@code dt=2026-01-02 to dt=2026-01-07}. If
     * there are many gaps, as between the same weekdays, returns their number and range. The result is safe to print.
     */
    String unlisted() {
        if (gaps.size() > MAX_SPANS) {
            PartitionColumn newest = columns.get(gaps.get(0).column());
            PartitionColumn oldest = columns.get(gaps.get(gaps.size() - 1).column() + 1);
            return gaps.size() + " gaps between " + label(oldest.partition()) + " and " + label(newest.partition());
        }
        List<String> earliestFirst = new ArrayList<>();
        gaps.forEach(gap -> earliestFirst.add(0, gap.text()));
        return String.join(", ", earliestFirst);
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

    long count(PartitionColumn.Use use) {
        return columns.stream().filter(column -> column.role().use() == use).count();
    }
}
