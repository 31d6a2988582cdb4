// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lambda;

import io.lakecheck.Evidence;
import io.lakecheck.Outcome;
import io.lakecheck.Report;
import io.lakecheck.lake.Snapshot;
import io.lakecheck.run.FunctionRun;
import io.lakecheck.run.RunResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks a partition for which objects have been reported. The result depends on what the partition contains now, not
 * on the events, because these may be duplicated, late and out of order.
 *
 * @param suite the suite
 * @param arrivals the partition and the objects that were reported
 * @param invocation the current invocation of the function
 */
record ArrivalRun(LoadedSuite suite, PartitionArrivals arrivals, Invocation invocation) {

    /** Checks each partition that one of the objects may have completed, and returns the results. */
    static List<ArrivalResult> all(List<ObjectArrival> objects, Invocation invocation) {
        LoadedSuite suite = invocation.suite();
        return PartitionArrivals.of(suite.suite(), objects).stream()
                .map(arrivals -> new ArrivalRun(suite, arrivals, invocation).result())
                .toList();
    }

    private ArrivalResult result() {
        String partition = arrivals.partition().label();
        FunctionRun run = suite.run(
                arrivals.dataset(), partition.isEmpty() ? Map.of() : Map.of("partition", partition), invocation);
        Report report = run.check();
        Evidence evidence = report.findings().get(0).evidence();
        if (!(evidence.observations().get(evidence.partition()) instanceof Snapshot found)) {
            return published(run, report, "unknown");
        }
        PartitionArrivals decisive = arrivals.decisive(found);
        if (decisive.objects().isEmpty()) {
            return unpublished(arrivals, ArrivalResult.State.SUPERSEDED, Duration.ZERO);
        }
        Duration left = decisive.remainingQuiet(found, report.at());
        return left.isZero()
                ? published(run, report, Long.toHexString(found.fingerprint()))
                : unpublished(decisive, ArrivalResult.State.UNFINISHED, left);
    }

    private static ArrivalResult unpublished(PartitionArrivals some, ArrivalResult.State state, Duration delay) {
        return new ArrivalResult(some, state, Outcome.SKIPPED, RunResult.PASS, delay);
    }

    /** @param content identifies the content of the partition; results for the same content are not published twice */
    private ArrivalResult published(FunctionRun run, Report report, String content) {
        boolean isUnknown = report.outcome() == Outcome.UNKNOWN;
        String result = String.join(
                "\n", arrivals.dataset().name(), arrivals.partition().folder(), content, isUnknown ? "UNKNOWN" : "");
        Set<String> events = arrivals.events(invocation.requestId());
        if (!invocation.claim(result, events)) {
            return new ArrivalResult(
                    arrivals,
                    ArrivalResult.State.DUPLICATE,
                    report.outcome(),
                    isUnknown ? run.result(report) : RunResult.PASS,
                    Duration.ZERO);
        }
        ReportScope scope = ReportScope.of(report.findings().get(0).evidence());
        Report published = suite.publish(run, report, scope, invocation);
        invocation.published(result, events);
        return new ArrivalResult(
                arrivals, ArrivalResult.State.CHECKED, report.outcome(), run.result(published), Duration.ZERO);
    }
}
