// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import io.lakecheck.Outcome;
import io.lakecheck.Reporter;
import io.lakecheck.lake.LakeException;
import io.lakecheck.report.Console;
import io.lakecheck.report.ConsoleReporter;
import io.lakecheck.run.Claims;
import io.lakecheck.run.ReportStore;
import io.lakecheck.run.ShardStore;
import io.lakecheck.spec.RunSettings;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One invocation of the function.
 *
 * @param settings the function's settings
 * @param clock provides the current time
 * @param out the function's log
 * @param context the context that Lambda provides
 * @param store the folder for reports, or empty if none is set
 * @param memory the claims of this execution environment, which are used if there is no folder for reports
 */
record Invocation(
        FunctionSettings settings,
        Clock clock,
        PrintStream out,
        Context context,
        Optional<ReportStore> store,
        Claims memory) {

    /** Reads the suite. Each invocation reads it again, because a suite in S3 may change. */
    LoadedSuite suite() {
        return new SuiteLoader(settings, SuiteLoader.LAYERS).load();
    }

    /**
     * Returns the results of a run's shards.
     *
     * @throws FunctionException if there is no folder for reports
     */
    ShardStore shards(String run) {
        return store.map(reports -> reports.shards(run))
                .orElseThrow(() -> new FunctionException("LAKECHECK_REPORTS is not set, so the results of shards can't"
                        + " be stored. Set it to a folder such as s3://bucket/lakecheck/."));
    }

    RunSettings runSettings(Map<String, String> event) {
        return settings.run(event, Duration.ofMillis(context.getRemainingTimeInMillis()));
    }

    Console log() {
        return settings.logsJson() ? new JsonLog(out, clock, requestId()) : new TextLog(out);
    }

    /**
     * Returns a reporter that writes findings and notices to the log.
     *
     * @param threshold the least severe outcome that fails the run
     */
    Reporter logReporter(Outcome threshold) {
        return settings.logsJson()
                ? new JsonLog(out, clock, requestId())
                : new ConsoleReporter(new TextLog(out), threshold);
    }

    /** Returns the request ID, which is the same in all retries of an asynchronous invocation. */
    String requestId() {
        return context.getAwsRequestId();
    }

    /**
     * Claims a result; see {@link Claims#claim}. If the claim can't be stored, the result is published anyway, because
     * publishing it twice is better than not at all.
     */
    boolean claim(String result, Set<String> events) {
        try {
            return claims().claim(result, events);
        } catch (LakeException e) {
            log().warn("events that are delivered twice may be reported twice: " + e.getMessage());
            return true;
        }
    }

    /** Marks a claimed result as published; see {@link Claims#published}. */
    void published(String result, Set<String> events) {
        try {
            claims().published(result, events);
        } catch (LakeException e) {
            log().warn("events that are delivered twice may be reported twice: " + e.getMessage());
        }
    }

    private Claims claims() {
        return store.map(ReportStore::claims).orElse(memory);
    }
}
