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
 * @param clock the source of the current time
 * @param out the function's log
 * @param context what Lambda provides
 * @param store the folder for reports; empty if none is set
 * @param memory the claims that this execution environment knows
 */
record Invocation(
        FunctionSettings settings,
        Clock clock,
        PrintStream out,
        Context context,
        Optional<ReportStore> store,
        Claims memory) {

    /** Returns the suite, read anew for each invocation, because it may change in S3. */
    LoadedSuite suite() {
        return new SuiteLoader(settings).load();
    }

    RunSettings runSettings(Map<String, String> event) {
        return settings.run(event, Duration.ofMillis(context.getRemainingTimeInMillis()));
    }

    Console log() {
        return settings.logsJson() ? new JsonLog(out, clock, requestId()) : new TextLog(out);
    }

    /** Returns the reporter that writes findings and notices to the log. */
    Reporter logReporter(Outcome threshold) {
        return settings.logsJson()
                ? new JsonLog(out, clock, requestId())
                : new ConsoleReporter(new TextLog(out), threshold);
    }

    /** Returns the ID of the request, which retries of an asynchronous invocation keep. */
    String requestId() {
        return context.getAwsRequestId();
    }

    /**
     * Claims a result; see {@link Claims#claim}. If claims can't be stored, every event publishes its result: twice is
     * better than never.
     */
    boolean claim(String result, Set<String> events) {
        try {
            return claims().claim(result, events);
        } catch (LakeException e) {
            log().warn("events that are delivered twice may be reported twice: " + e.getMessage());
            return true;
        }
    }

    /** Marks a claimed result as published. */
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
