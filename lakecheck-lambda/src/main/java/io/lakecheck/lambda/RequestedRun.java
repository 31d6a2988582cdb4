// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lambda;

import io.lakecheck.Report;
import io.lakecheck.run.FunctionRun;
import io.lakecheck.run.RunResult;
import io.lakecheck.run.Signal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/**
 * A run that an event requests. Its results are published once, even if the event is delivered twice.
 *
 * @param event what to check
 * @param settings the run's settings by name, not yet parsed
 * @param id the ID of the request, which is the same if the event is delivered twice
 * @param attempt the ID of the invocation, which is the same in all retries
 * @param retriesUnknown whether a retry checks and publishes again what could not be checked
 */
record RequestedRun(RunEvent event, Map<String, String> settings, String id, String attempt, boolean retriesUnknown) {

    /** Provides the report of a run, with all checks. */
    @FunctionalInterface
    interface Source {
        Report report(LoadedSuite suite, FunctionRun run);
    }

    /** Writes the response to the event. */
    @FunctionalInterface
    interface Response {
        void write(Report report, OutputStream out) throws IOException;
    }

    /**
     * Publishes the report and writes the response.
     *
     * @throws ChecksFailedException if a check failed
     * @throws FunctionException if data could not be checked
     */
    void publish(Invocation invocation, Source source, Response response, OutputStream out) throws IOException {
        String request = "run\n" + id;
        if (!invocation.claim(request, Set.of(attempt))) {
            invocation.log().info("this event has been handled before; nothing was published");
            out.write("{\"duplicate\": true}".getBytes(StandardCharsets.UTF_8));
            return;
        }
        LoadedSuite suite = invocation.suite();
        FunctionRun run = suite.run(settings, invocation);
        Report checked = source.report(suite, run);
        Report selected = event.checks().isEmpty() ? checked : FunctionRun.only(event.checks(), checked);
        Report report = suite.publish(run, selected, ReportScope.of(event), invocation);
        RunResult result = run.result(report);
        if (result.signal() != Signal.BROKEN || !retriesUnknown) {
            invocation.published(request, Set.of(attempt));
        }
        response.write(report, out);
        Signals.require(result);
    }
}
