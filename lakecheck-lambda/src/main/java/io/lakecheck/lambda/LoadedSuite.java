// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lambda;

import io.lakecheck.Notice;
import io.lakecheck.Report;
import io.lakecheck.Suite;
import io.lakecheck.run.FunctionRun;
import io.lakecheck.run.Publication;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The suite of an invocation.
 *
 * @param name its name in reports: {@code lakecheck.yml}
 * @param suite the suite
 * @param version a line that identifies the version of a suite in S3; empty if it is deployed with the function
 */
record LoadedSuite(String name, Suite suite, Optional<String> version) {

    /** Returns a run of this suite that has not started. */
    FunctionRun run(Map<String, String> event, Invocation invocation) {
        return FunctionRun.of(
                suite, invocation.settings().run(event, invocation.remaining()), invocation.clock());
    }

    /** Returns a report that names the version of this suite. */
    Report named(Report report) {
        return report.with(version.stream()
                .map(text -> new Notice(Notice.Level.INFO, text))
                .toList());
    }

    Publication publication(FunctionRun run, Invocation invocation) {
        return new Publication(
                name,
                invocation.settings().environment(),
                true,
                Optional.empty(),
                List.of(invocation.logReporter(run.threshold())));
    }
}
