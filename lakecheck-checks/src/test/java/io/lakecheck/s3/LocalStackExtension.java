// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts the run's one LocalStack when the first test asks for it; it is closed when the run ends. */
final class LocalStackExtension implements ExecutionCondition, ParameterResolver {

    private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(LocalStackExtension.class);

    /** What became of looking for a server. */
    private record Search(Optional<LocalStackServer> server) implements AutoCloseable {

        @Override
        public void close() {
            server.ifPresent(LocalStackServer::close);
        }
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (server(context).isPresent()) {
            return ConditionEvaluationResult.enabled("LocalStack is there");
        }
        String why = "neither Docker nor LAKECHECK_LOCALSTACK_ENDPOINT is there";
        if ("required".equals(System.getProperty("lakecheck.localstack"))) {
            throw new IllegalStateException("LocalStack is required, but " + why);
        }
        shout("NOT TESTED on LocalStack: " + context.getDisplayName() + " (" + why + ")");
        return ConditionEvaluationResult.disabled(why);
    }

    private static void shout(String what) {
        System.err.println("**** " + what + " ****");
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
                .getStore(OURS)
                .getOrComputeIfAbsent(Search.class, key -> new Search(LocalStackServer.find()), Search.class)
                .server();
    }
}
