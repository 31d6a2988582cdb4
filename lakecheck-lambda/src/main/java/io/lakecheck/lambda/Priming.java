// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lambda;

import io.lakecheck.Suite;
import io.lakecheck.report.JsonReporter;
import io.lakecheck.run.FunctionRun;
import io.lakecheck.run.RunRejectedException;
import io.lakecheck.spec.SuiteProblemsException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * A rehearsal of a run before Lambda takes a snapshot of the function (SnapStart). It loads the classes that later
 * events need, so that they are part of the snapshot. It checks the suite, but publishes nothing, and keeps neither
 * connections nor results.
 *
 * @param settings the function's settings
 * @param clock provides the current time
 */
record Priming(FunctionSettings settings, Clock clock) {

    /** The time limit for the rehearsal. Listing stops after half of this time, even if it is not complete. */
    private static final Duration LIMIT = Duration.ofSeconds(10);

    /** Rehearses a run. Problems are ignored, because the handling of each event reports them. */
    void rehearse() {
        try {
            EventReader.read("{}".getBytes(StandardCharsets.UTF_8));
            Suite suite = new SuiteLoader(settings, SuiteLoader.LAYERS).load().suite();
            FunctionRun run = FunctionRun.of(suite, settings.run(Map.of(), LIMIT), clock);
            JsonReporter.write(run.check(), OutputStream.nullOutputStream());
        } catch (SuiteProblemsException | RunRejectedException | FunctionException e) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
