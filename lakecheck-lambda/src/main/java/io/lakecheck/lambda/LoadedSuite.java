// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lambda;

import io.lakecheck.Dataset;
import io.lakecheck.Notice;
import io.lakecheck.Outcome;
import io.lakecheck.Report;
import io.lakecheck.Reporter;
import io.lakecheck.Suite;
import io.lakecheck.run.FunctionRun;
import io.lakecheck.run.Publication;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A suite that was read for an invocation.
 *
 * @param name the suite's name in reports, such as {@code lakecheck.yml}
 * @param suite the suite
 * @param version a log line that identifies the version of a suite in S3, or empty if the suite is deployed with the
 *     function
 */
record LoadedSuite(String name, Suite suite, Optional<String> version) {

    /**
     * Returns a run of this suite. The run does not start yet.
     *
     * @param event the settings in the event, by name
     */
    FunctionRun run(Map<String, String> event, Invocation invocation) {
        return FunctionRun.of(suite, invocation.runSettings(event), invocation.clock());
    }

    /**
     * Returns a run for one dataset. The run does not start yet.
     *
     * @param event the settings in the event, by name
     */
    FunctionRun run(Dataset dataset, Map<String, String> event, Invocation invocation) {
        return FunctionRun.of(suite, dataset, invocation.runSettings(event), invocation.clock());
    }

    /**
     * Publishes the report of a run, together with the version of this suite, and returns the report with all notices.
     */
    Report publish(FunctionRun run, Report report, ReportScope scope, Invocation invocation) {
        List<Reporter> reporters = new ArrayList<>();
        invocation.store().ifPresent(store -> reporters.add(store.reporter(name, scope.folder(), scope.latest())));
        reporters.add(invocation.logReporter(run.threshold()));
        Optional<Map<String, Outcome>> previous =
                scope.latest().flatMap(latest -> invocation.store().flatMap(store -> store.previousOutcomes(latest)));
        Report versioned = report.with(version.stream()
                .map(text -> new Notice(Notice.Level.INFO, text))
                .toList());
        return run.publish(
                versioned,
                new Publication(
                        name,
                        invocation.settings().environment(),
                        scope.metrics(),
                        invocation.log()::raw,
                        previous,
                        reporters));
    }
}
