// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lambda;

import io.lakecheck.spec.RunSettings;
import io.lakecheck.spec.SuiteProblemsException;
import io.lakecheck.spec.Variables;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The settings of the function, which come from environment variables.
 *
 * @param environment returns the value of an environment variable, or empty if it is not set
 */
record FunctionSettings(Function<String, Optional<String>> environment) {

    /** The time reserved for publishing results: listing ends this long before the function's timeout. */
    private static final Duration RESERVE = Duration.ofSeconds(20);

    /**
     * Returns the path or the S3 URI of the suite, or empty if none is set. The suite is then {@code lakecheck.yml} in
     * the function's zip file or in a layer.
     */
    Optional<String> suite() {
        return variable("LAKECHECK_SUITE");
    }

    /** Returns the values of the variables in the suite. */
    Variables variables() {
        return Variables.in("in the function's environment", environment);
    }

    /** Returns the S3 URI of the folder for reports, or empty if reports are not kept. */
    Optional<String> reports() {
        return variable("LAKECHECK_REPORTS");
    }

    /** Returns the directory that contains the files from the function's zip file. */
    Path taskRoot() {
        return Path.of(variable("LAMBDA_TASK_ROOT").orElse("/var/task"));
    }

    /** Returns whether Lambda takes a snapshot of the function after its handler has been created (SnapStart). */
    boolean takesSnapshot() {
        return variable("AWS_LAMBDA_INITIALIZATION_TYPE")
                .filter("snap-start"::equals)
                .isPresent();
    }

    /** Returns whether log lines are JSON. */
    boolean logsJson() {
        return variable("AWS_LAMBDA_LOG_FORMAT")
                .filter("JSON"::equalsIgnoreCase)
                .isPresent();
    }

    /**
     * Returns the settings for a run. Events can't refer to environment variables, because these contain credentials. A
     * run never waits for data, because Lambda charges for the time, and it stops listing before the function times
     * out.
     *
     * @param event the settings in the event, by name
     * @param remaining the time left until the function times out
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
