// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.Finding;
import io.lakecheck.lake.Lake;
import java.util.Optional;
import java.util.function.Function;

/**
 * The lake that assertions are about.
 *
 * @param lakes returns the lake for a run
 * @param variables returns the values of variables in locations
 * @param hint returns lines to add to the message of a failure, or an empty string
 * @param failures receives failed assertions
 */
record AssertedLake(
        Function<SuiteRun, Lake> lakes,
        Function<String, Optional<String>> variables,
        Function<Finding, String> hint,
        AssertionFailures failures) {}
