// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.lakecheck.run.Claims;
import io.lakecheck.run.MemoryClaims;
import io.lakecheck.run.ReportStore;
import io.lakecheck.run.RunRejectedException;
import io.lakecheck.spec.SuiteProblemsException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/**
 * The handler of the Lambda function. When an event requests it, the function checks the lake and publishes the
 * results. If a check failed, the invocation then fails as well.
 */
public final class LakecheckHandler implements RequestStreamHandler {

    private final FunctionSettings settings;
    private final Clock clock;
    private final PrintStream log;
    private final Claims claims = new MemoryClaims();

    /** Creates the handler. Lambda calls this constructor. */
    public LakecheckHandler() {
        this(name -> Optional.ofNullable(System.getenv(name)), Clock.systemUTC(), System.out);
    }

    LakecheckHandler(Function<String, Optional<String>> environment, Clock clock, PrintStream log) {
        this.settings = new FunctionSettings(environment);
        this.clock = clock;
        this.log = log;
        if (settings.takesSnapshot()) {
            new Priming(settings, clock).rehearse();
        }
    }

    /**
     * Handles one event.
     *
     * @throws ChecksFailedException if a check failed
     * @throws FunctionException if data could not be checked, or if the suite or the event is invalid
     */
    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        try {
            FunctionEvent event = EventReader.read(in.readAllBytes());
            Optional<ReportStore> store = settings.reports().map(ReportStore::at);
            try {
                event.handle(new Invocation(settings, clock, log, context, store, claims), out);
            } finally {
                store.ifPresent(ReportStore::close);
            }
        } catch (SuiteProblemsException | RunRejectedException | EventException e) {
            throw new FunctionException(String.valueOf(e.getMessage()));
        }
    }
}
