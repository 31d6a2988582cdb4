// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.Suite;
import java.util.List;
import java.util.Optional;

/** The keys in {@code deployment}, which determine how the suite is deployed as a Lambda function. */
final class DeploymentWords {

    private static final Term<Long> SHARDS = Term.defaulting(
            "shards",
            new CountType(1, Suite.MAX_SHARDS),
            "1",
            "20",
            "The number of shards to split the datasets into.",
            "Each shard is checked by a separate invocation. Use several shards if the suite takes longer than the 15"
                    + " minutes of one invocation, or needs more memory. The results are merged into one report.");

    static final Vocabulary WORDS =
            new Vocabulary("deployment", "How to deploy the suite as a Lambda function.", List.of(SHARDS));

    private DeploymentWords() {}

    /** Returns the number of shards; 1 if the suite sets none. */
    static int shards(Optional<BlockValues> block) {
        return block.map(values -> values.of(SHARDS)).map(Math::toIntExact).orElse(1);
    }
}
