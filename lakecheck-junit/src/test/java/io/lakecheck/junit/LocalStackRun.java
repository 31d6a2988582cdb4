// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Provides LocalStack for tests, either at {@code LAKECHECK_LOCALSTACK_ENDPOINT} or, if that is not set, in Docker. */
public final class LocalStackRun implements ExecutionCondition {

    private static Optional<String> endpoint() {
        return Optional.ofNullable(System.getenv("LAKECHECK_LOCALSTACK_ENDPOINT"));
    }

    /** Returns the JUnit configuration parameters that select LocalStack. */
    public static Map<String, String> backend() {
        return endpoint()
                .map(address -> Map.of("lakecheck.backend", "endpoint", "lakecheck.endpoint", address))
                .orElse(Map.of("lakecheck.backend", "localstack"));
    }

    /**
     * A running LocalStack server.
     *
     * @param endpoint the server's address
     * @param stop stops the server if this class started it
     */
    public record Running(URI endpoint, Runnable stop) implements AutoCloseable {

        @Override
        public void close() {
            stop.run();
        }
    }

    /** Returns the server that is already running, or starts one. */
    public static Running start() {
        LakeServer server = endpoint()
                .<LakeServer>map(EndpointServer::at)
                .orElseGet(() -> LocalStackServer.start(LocalStackServer.DEFAULT_IMAGE));
        return new Running(server.endpoint(), server::close);
    }

    static boolean isAvailable() {
        return problem().isEmpty();
    }

    private static Optional<String> problem() {
        return endpoint().isPresent() ? Optional.empty() : Docker.problemOf(LocalStackServer.DEFAULT_IMAGE);
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Optional<String> problem = problem();
        if (problem.isEmpty()) {
            return ConditionEvaluationResult.enabled("LocalStack is available");
        }
        String reason = "LAKECHECK_LOCALSTACK_ENDPOINT is not set, and " + problem.get();
        if ("required".equals(System.getProperty("lakecheck.localstack"))) {
            throw new IllegalStateException("LocalStack is required, but " + reason);
        }
        TestConsole.print("**** NOT TESTED on LocalStack: " + context.getDisplayName() + " (" + reason + ") ****");
        return ConditionEvaluationResult.disabled(reason);
    }
}
