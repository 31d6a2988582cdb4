// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** A JUnit extension that starts LocalStack when the first test needs it, and stops it at the end of the test run. */
final class LocalStackExtension implements ExecutionCondition, ParameterResolver {

    private static final ExtensionContext.Namespace STORE =
            ExtensionContext.Namespace.create(LocalStackExtension.class);

    /** The result of the only search for a server; empty if none is available. */
    private record Search(Optional<LocalStackServer> server) implements AutoCloseable {

        @Override
        public void close() {
            server.ifPresent(LocalStackServer::close);
        }
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (server(context).isPresent()) {
            return ConditionEvaluationResult.enabled("LocalStack is available");
        }
        String why = "Docker is not available and LAKECHECK_LOCALSTACK_ENDPOINT is not set";
        if ("required".equals(System.getProperty("lakecheck.localstack"))) {
            throw new IllegalStateException("LocalStack is required, but " + why);
        }
        warn("SKIPPED on LocalStack: " + context.getDisplayName() + " (" + why + ")");
        return ConditionEvaluationResult.disabled(why);
    }

    private static void warn(String text) {
        System.err.println("**** " + text + " ****");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == LocalStackServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return server(context).orElseThrow();
    }

    private static Optional<LocalStackServer> server(ExtensionContext context) {
        return context.getRoot()
                .getStore(STORE)
                .getOrComputeIfAbsent(Search.class, key -> new Search(LocalStackServer.find()), Search.class)
                .server();
    }
}
