// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.Evidence;
import io.lakecheck.value.Display;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A partition that has not arrived yet.
 *
 * @param evidence the evidence before anything was listed
 * @param missing the recency check's description of what is missing
 */
record MissingPartition(Evidence evidence, String missing) {

    /**
     * Returns the partition if one of its recency checks finds that something is still missing, or empty otherwise.
     *
     * @param before the evidence before anything was listed
     * @param after the evidence with the listing of the checked partition
     */
    static Optional<MissingPartition> of(Evidence before, Evidence after) {
        return after.dataset()
                .recencyChecks()
                .flatMap(recency -> recency.missing(after).stream())
                .findFirst()
                .map(missing -> new MissingPartition(before, missing));
    }

    static List<Evidence> evidence(List<MissingPartition> all) {
        return all.stream().map(MissingPartition::evidence).toList();
    }

    /**
     * Describes the partition, for example {@code kpi dt=2026-01-02 (absent, 10 min late)}. The result is safe to
     * print.
     */
    String describe() {
        String label = evidence.partition().label();
        return Display.visible(evidence.dataset().name()) + (label.isEmpty() ? "" : " " + Display.visible(label)) + " ("
                + missing + lateness() + ")";
    }

    private String lateness() {
        return evidence.partition()
                .span()
                .map(span -> Duration.between(span.deadline().toInstant(), evidence.now()))
                .map(late -> late.isNegative()
                        ? ", due in " + Display.duration(late)
                        : ", " + Display.duration(late) + " late")
                .orElse("");
    }
}
