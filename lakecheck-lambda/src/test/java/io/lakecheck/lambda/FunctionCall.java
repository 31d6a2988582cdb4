// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lambda;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call of the handler in this JVM.
 *
 * @param response the response that the handler wrote
 * @param log the lines that the handler logged
 * @param failure the exception that the handler threw, if any
 */
record FunctionCall(String response, List<String> log, Optional<RuntimeException> failure) {

    /** An execution environment, in which one handler serves all calls, as in Lambda. */
    static final class Environment {

        private final ByteArrayOutputStream log = new ByteArrayOutputStream();
        private final LakecheckHandler handler;

        Environment(Map<String, String> variables, Clock clock) {
            handler = new LakecheckHandler(
                    name -> Optional.ofNullable(variables.get(name)),
                    clock,
                    new PrintStream(log, true, StandardCharsets.UTF_8));
        }

        /** Returns the log of the last call or, before the first one, of the handler's creation. */
        List<String> log() {
            return log.toString(StandardCharsets.UTF_8).lines().toList();
        }

        FunctionCall call(String event) {
            return call(event, "request-1");
        }

        FunctionCall call(String event, String requestId) {
            log.reset();
            ByteArrayOutputStream response = new ByteArrayOutputStream();
            @Nullable RuntimeException failure = null;
            try {
                handler.handleRequest(
                        new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
                        response,
                        new TestContext(requestId));
            } catch (RuntimeException e) {
                failure = e;
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            return new FunctionCall(response.toString(StandardCharsets.UTF_8), log(), Optional.ofNullable(failure));
        }
    }

    /** Returns the lines of the log that are metrics. */
    List<String> metrics() {
        return log.stream().filter(line -> line.contains("\"_aws\"")).toList();
    }

    String message() {
        return String.valueOf(failure.orElseThrow().getMessage());
    }

    /** The context that Lambda passes to a function. */
    private record TestContext(String requestId) implements Context {

        @Override
        public String getAwsRequestId() {
            return requestId;
        }

        @Override
        public int getRemainingTimeInMillis() {
            return (int) Duration.ofMinutes(5).toMillis();
        }

        @Override
        public String getLogGroupName() {
            return "/aws/lambda/lakecheck";
        }

        @Override
        public String getLogStreamName() {
            return "stream";
        }

        @Override
        public String getFunctionName() {
            return "lakecheck";
        }

        @Override
        public String getFunctionVersion() {
            return "$LATEST";
        }

        @Override
        public String getInvokedFunctionArn() {
            return "arn:aws:lambda:eu-west-1:123456789012:function:lakecheck";
        }

        @Override
        public CognitoIdentity getIdentity() {
            throw new UnsupportedOperationException();
        }

        @Override
        public ClientContext getClientContext() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int getMemoryLimitInMB() {
            return 512;
        }

        @Override
        public LambdaLogger getLogger() {
            throw new UnsupportedOperationException();
        }
    }
}
