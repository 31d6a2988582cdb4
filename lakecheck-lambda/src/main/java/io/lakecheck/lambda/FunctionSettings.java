// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lambda;

import io.lakecheck.spec.RunSettings;
import io.lakecheck.spec.SuiteProblemsException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The settings of the function: its environment variables.
 *
 * @param environment returns the value of an environment variable; empty if it is not set
 */
record FunctionSettings(Function<String, Optional<String>> environment) {

    /** The time before the function's timeout at which listing ends, so that the results can still be published. */
    private static final Duration RESERVE = Duration.ofSeconds(20);

    /** Returns where the suite is; empty if it is in the function's zip file or in a layer. */
    Optional<String> suite() {
        return variable("LAKECHECK_SUITE");
    }

    /** Returns the folder in S3 for reports; empty if none are kept. */
    Optional<String> reports() {
        return variable("LAKECHECK_REPORTS");
    }

    /** Returns the directory with the content of the function's zip file. */
    Path taskRoot() {
        return Path.of(variable("LAMBDA_TASK_ROOT").orElse("/var/task"));
    }

    /** Returns whether log lines are JSON. */
    boolean logsJson() {
        return variable("AWS_LAMBDA_LOG_FORMAT")
                .filter("JSON"::equalsIgnoreCase)
                .isPresent();
    }

    /**
     * Returns the settings of a run. An event can't refer to environment variables, which contain credentials. A run
     * never waits for data, because a function is paid by its duration, and stops listing before the function times
     * out.
     *
     * @param event the settings in the event
     * @param remaining the time until the function times out
     * @throws SuiteProblemsException if a setting is invalid
     */
    RunSettings run(Map<String, String> event, Duration remaining) {
        Duration left = remaining.minus(RESERVE);
        Duration limit = left.compareTo(remaining.dividedBy(2)) < 0 ? remaining.dividedBy(2) : left;
        Map<String, String> settings = new TreeMap<>(event);
        settings.put("wait", "0m");
        settings.put("timeout", Math.max(1, limit.toSeconds()) + "s");
        variable("LAKECHECK_FAIL_ON").ifPresent(failOn -> settings.put("failOn", failOn));
        return RunSettings.read("the event", settings, name -> Optional.empty());
    }

    private Optional<String> variable(String name) {
        return environment.apply(name).filter(value -> !value.isBlank());
    }
}
