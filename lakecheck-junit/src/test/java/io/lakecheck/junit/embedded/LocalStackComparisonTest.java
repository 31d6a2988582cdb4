// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.junit.LocalStackRun;
import io.lakecheck.junit.NeedsLocalStack;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Tests that the responses to a random sequence of operations are the same on the embedded server and on LocalStack.
 * Builds run a short sequence. Set {@code -Dlakecheck.operations=10000} for a long one, and {@code -Dlakecheck.seed}
 * for a different one.
 */
@NeedsLocalStack
class LocalStackComparisonTest {

    private static final int OPERATIONS = Integer.getInteger("lakecheck.operations", 1000);
    private static final long SEED = Long.getLong("lakecheck.seed", 20260102);

    @Test
    void random_operations_have_the_same_answers_as_on_localstack() {
        RandomOperations operations = new RandomOperations(SEED);
        List<String> differences = new ArrayList<>();
        try (LocalStackRun.Running localstack = LocalStackRun.start();
                EmbeddedS3 s3 = EmbeddedS3.start()) {
            Comparison expected = new Comparison(new HttpUser(localstack.endpoint()));
            Comparison actual = new Comparison(new HttpUser(s3.endpoint()));
            List.of("one", "two").forEach(bucket -> {
                expected.run(RandomOperation.of("PUT", "/" + bucket));
                actual.run(RandomOperation.of("PUT", "/" + bucket));
            });
            for (int i = 0; i < OPERATIONS; i++) {
                RandomOperation operation = operations.next();
                String onLocalStack;
                try {
                    onLocalStack = expected.run(operation);
                } catch (AssertionError e) {
                    onLocalStack = "no answer: " + e.getCause();
                }
                String embedded = actual.run(operation);
                if (!embedded.equals(onLocalStack)) {
                    differences.add(
                            i + ": " + operation + "\n  LocalStack " + onLocalStack + "\n  embedded   " + embedded);
                }
            }
        }

        assertThat(differences).isEmpty();
    }
}
