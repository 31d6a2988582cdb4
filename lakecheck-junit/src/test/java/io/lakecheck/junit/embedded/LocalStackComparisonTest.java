// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.junit.LocalStackRun;
import io.lakecheck.junit.NeedsLocalStack;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Tests that the responses to 10,000 random operations are the same on the embedded server and on LocalStack. Several
 * sequences run at the same time, each in buckets of its own. Set {@code -Dlakecheck.operations} for longer ones, and
 * {@code -Dlakecheck.seed} for different ones.
 */
@NeedsLocalStack
class LocalStackComparisonTest {

    private static final int SEQUENCES = 10;
    private static final int OPERATIONS = Integer.getInteger("lakecheck.operations", 10_000) / SEQUENCES;
    private static final long SEED = Long.getLong("lakecheck.seed", 20260102);

    @Test
    void random_operations_have_the_same_answers_as_on_localstack() {
        String run = UUID.randomUUID().toString().substring(0, 8);
        try (LocalStackRun.Running localstack = LocalStackRun.start()) {
            List<String> differences = IntStream.range(0, SEQUENCES)
                    .parallel()
                    .mapToObj(i -> differences(localstack.endpoint(), i, run + "-" + i + "-"))
                    .flatMap(List::stream)
                    .toList();

            assertThat(differences).isEmpty();
        }
    }

    private static List<String> differences(URI localstack, int sequence, String prefix) {
        RandomOperations operations = new RandomOperations(SEED + sequence, prefix);
        List<String> differences = new ArrayList<>();
        try (EmbeddedS3 s3 = EmbeddedS3.start()) {
            // An account of its own lists only its own buckets.
            Comparison expected = new Comparison(new HttpUser(localstack), "00000000100" + sequence);
            Comparison actual = new Comparison(new HttpUser(s3.endpoint()), "test");
            operations.first().forEach(operation -> {
                expected.run(operation);
                actual.run(operation);
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
            operations.last().forEach(expected::run);
        }
        return differences;
    }
}
