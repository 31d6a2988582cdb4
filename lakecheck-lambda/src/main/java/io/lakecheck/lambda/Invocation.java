// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import io.lakecheck.Outcome;
import io.lakecheck.Reporter;
import io.lakecheck.report.Console;
import io.lakecheck.report.ConsoleReporter;
import io.lakecheck.run.RunResult;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;

/**
 * One invocation of the function.
 *
 * @param settings the function's settings
 * @param clock the source of the current time
 * @param out the function's log
 * @param context what Lambda provides
 */
record Invocation(FunctionSettings settings, Clock clock, PrintStream out, Context context) {

    /** Returns the suite, read anew for each invocation, because it may change in S3. */
    LoadedSuite suite() {
        return new SuiteLoader(settings).load();
    }

    Duration remaining() {
        return Duration.ofMillis(context.getRemainingTimeInMillis());
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
     * Translates a result into Lambda's signals.
     *
     * @throws ChecksFailedException if a check failed
     * @throws FunctionException if data could not be checked
     */
    void require(RunResult result) {
        switch (result.signal()) {
            case PASS -> {}
            case VIOLATED -> throw new ChecksFailedException(result.message());
            case BROKEN -> throw new FunctionException(result.message());
        }
    }
}
