// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lambda;

import io.lakecheck.Evidence;
import io.lakecheck.partition.Partition;
import io.lakecheck.partition.Span;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /**
     * Returns the scope of a run that an event requests. Runs of the whole suite have the latest report in
     * {@code latest/} itself. Those of the same datasets share a subfolder, because a schedule always selects the same
     * ones. Runs that select checks, a partition or a time do not replace the latest report.
     */
    static ReportScope of(RunEvent event) {
        String group = event.datasets().map(ReportScope::group).orElse("");
        return new ReportScope("", Optional.of(group).filter(each -> event.isLatest()), true);
    }

    /** Returns the subfolder for runs of these datasets, whose names or globs are separated by commas. */
    private static String group(String datasets) {
        String sorted = Stream.of(datasets.split(",", -1)).sorted().collect(Collectors.joining(","));
        String digest =
                UUID.nameUUIDFromBytes(sorted.getBytes(StandardCharsets.UTF_8)).toString();
        return "datasets-" + digest.substring(0, 8) + "/";
    }

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
