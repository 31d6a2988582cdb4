// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lambda;

import io.lakecheck.Evidence;
import io.lakecheck.partition.Partition;
import io.lakecheck.partition.Span;
import java.util.Optional;

/**
 * What part of a suite a run reports on, which determines where its results go.
 *
 * @param folder the folder of its reports below the one of the run's time; empty for that folder itself
 * @param latest the folder below {@code latest/} that gets a copy of its reports; empty if an earlier run's copy is
 *     kept
 * @param metrics whether its metrics are published
 */
record ReportScope(String folder, Optional<String> latest, boolean metrics) {

    /** The scope of a run for the whole suite as of now. */
    static final ReportScope WHOLE_SUITE = new ReportScope("", Optional.of(""), true);

    /** The scope of a run that a person has narrowed down. */
    static final ReportScope SELECTION = new ReportScope("", Optional.empty(), true);

    /**
     * Returns the scope of a single partition. A partition before the newest one that is due is a backfill: it is
     * reported, but neither its metrics nor its reports replace those of the newest, because alarms watch that one.
     */
    static ReportScope of(Evidence evidence) {
        Partition newest = evidence.dataset().newestDue(evidence.now());
        boolean isBackfill = evidence.partition()
                .span()
                .map(Span::from)
                .flatMap(from -> newest.span().map(span -> from.isBefore(span.from())))
                .orElse(false);
        String dataset = evidence.dataset().name() + "/";
        String partition = evidence.partition().label();
        return new ReportScope(
                dataset + (partition.isEmpty() ? "" : partition + "/"),
                isBackfill ? Optional.empty() : Optional.of(dataset),
                !isBackfill);
    }
}
