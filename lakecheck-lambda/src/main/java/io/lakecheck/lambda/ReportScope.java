// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lambda;

import io.lakecheck.Evidence;
import io.lakecheck.partition.Partition;
import io.lakecheck.partition.Span;
import java.util.Optional;

/**
 * Where to publish the results of a run, which depends on the part of the suite that the run covers.
 *
 * @param folder the subfolder for the reports in the folder that is named after the run's time, ending with a slash; an
 *     empty string for the folder itself
 * @param latest the subfolder of {@code latest/} for a copy of the reports, or empty to keep the copy from an earlier
 *     run
 * @param metrics whether to publish metrics
 */
record ReportScope(String folder, Optional<String> latest, boolean metrics) {

    /** The scope of a run that checks the entire suite at the current time. */
    static final ReportScope WHOLE_SUITE = new ReportScope("", Optional.of(""), true);

    /** The scope of a run whose event selects datasets, checks, a partition or a time. */
    static final ReportScope SELECTION = new ReportScope("", Optional.empty(), true);

    /**
     * Returns the scope of a run that checks a single partition. If a more recent partition is already due, the run
     * checks a backfill: its reports are written, but they don't replace the latest ones, and no metrics are published,
     * because alarms monitor the most recent partition.
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
