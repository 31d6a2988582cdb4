// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report.page;

import io.lakecheck.Dataset;
import io.lakecheck.lake.Snapshot;
import io.lakecheck.value.Display;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A row in the evidence table, which shows one partition.
 *
 * @param partition the partition's label, such as {@code dt=2026-01-02}
 * @param size the total size of its data
 * @param objects the number of objects in it
 * @param arrived the time at which the partition became complete, or empty if unknown
 * @param verdict the outcome of the checks of this partition itself, such as {@code failed: size}; empty if unknown
 * @param use how the verdicts used the partition, such as {@code checked} or {@code baseline}
 */
record EvidenceRow(String partition, String size, String objects, String arrived, String verdict, String use) {

    static EvidenceRow of(Dataset dataset, PartitionColumn column) {
        Optional<Snapshot> found = column.snapshot();
        String label = Display.visible(column.partition().label());
        return new EvidenceRow(
                label.isEmpty() ? "entire location" : label,
                found.map(snapshot -> snapshot.bytes().toString()).orElse("not listed"),
                found.map(snapshot -> Long.toString(snapshot.objects())).orElse(""),
                found.flatMap(Snapshot::arrival)
                        .map(at -> Display.moment(at, dataset.zone()))
                        .orElse(""),
                column.badge().map(badge -> verdict(badge, column)).orElse(""),
                switch (column.role().use()) {
                    case CHECKED -> "checked";
                    case BASELINE -> "baseline";
                    case NOT_COMPARED -> "not compared";
                    case EXCLUDED ->
                        "excluded: " + Display.visible(column.role().exclusion());
                });
    }

    private static String verdict(OutcomeBadge badge, PartitionColumn column) {
        String checks = column.findings().stream()
                .filter(finding -> OutcomeBadge.of(finding.outcome()) == badge)
                .map(finding -> finding.check().name())
                .distinct()
                .collect(Collectors.joining(", "));
        return badge.needsAttention() ? badge.word() + ": " + checks : badge.word();
    }
}
