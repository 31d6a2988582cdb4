// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.run;

import io.lakecheck.Outcome;
import io.lakecheck.Reporter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What a {@link FunctionRun} publishes.
 *
 * @param suiteName the suite's name in messages, for example {@code lakecheck.yml}
 * @param environment returns the value of an environment variable, or empty if it is not set
 * @param metrics whether to publish the suite's metrics
 * @param log receives lines for the function's log; CloudWatch extracts metrics from it
 * @param previous the outcome of each dataset in the previous run, by the dataset's name; empty if unknown
 * @param reporters further reporters, which run after those for metrics and notifications
 */
public record Publication(
        String suiteName,
        Function<String, Optional<String>> environment,
        boolean metrics,
        Consumer<String> log,
        Optional<Map<String, Outcome>> previous,
        List<Reporter> reporters) {

    public Publication {
        reporters = List.copyOf(reporters);
    }
}
