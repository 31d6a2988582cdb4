// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Where tests find LocalStack: at {@code LAKECHECK_LOCALSTACK_ENDPOINT}, else in Docker as users do. */
public final class LocalStackRun implements ExecutionCondition {

    private static Optional<String> endpoint() {
        return Optional.ofNullable(System.getenv("LAKECHECK_LOCALSTACK_ENDPOINT"));
    }

    /** JUnit's parameters that choose it. */
    public static Map<String, String> backend() {
        return endpoint()
                .map(address -> Map.of("lakecheck.backend", "endpoint", "lakecheck.endpoint", address))
                .orElse(Map.of("lakecheck.backend", "localstack"));
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Optional<String> whyNot = endpoint().isPresent() ? Optional.empty() : Docker.throughTestcontainers();
        if (whyNot.isEmpty()) {
            return ConditionEvaluationResult.enabled("LocalStack is there");
        }
        String why = "LAKECHECK_LOCALSTACK_ENDPOINT is not set, and " + whyNot.get();
        if ("required".equals(System.getProperty("lakecheck.localstack"))) {
            throw new IllegalStateException("LocalStack is required, but " + why);
        }
        TestConsole.say("**** NOT TESTED on LocalStack: " + context.getDisplayName() + " (" + why + ") ****");
        return ConditionEvaluationResult.disabled(why);
    }
}
