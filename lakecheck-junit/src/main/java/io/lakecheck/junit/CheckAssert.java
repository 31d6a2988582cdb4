// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.Finding;
import io.lakecheck.Outcome;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions on the outcome of a check. If a dataset has several checks of the same kind, the most severe outcome
 * counts.
 */
public final class CheckAssert extends AbstractAssert<CheckAssert, List<Finding>> {

    CheckAssert(List<Finding> findings) {
        super(findings, CheckAssert.class);
    }

    /** Verifies that the check is PASSED: all limits are met. */
    public CheckAssert passed() {
        return has(Outcome.PASSED);
    }

    /** Verifies that the check is SKIPPED: it did not apply. */
    public CheckAssert skipped() {
        return has(Outcome.SKIPPED);
    }

    /** Verifies that the check is WARNED: a limit with severity {@code warn} is violated. */
    public CheckAssert warned() {
        return has(Outcome.WARNED);
    }

    /** Verifies that the check is FAILED: a limit is violated. */
    public CheckAssert failed() {
        return has(Outcome.FAILED);
    }

    /** Verifies that the check is UNKNOWN: the lake could not be read. */
    public CheckAssert unknown() {
        return has(Outcome.UNKNOWN);
    }

    /** Verifies that the check's message contains all of these strings. */
    public CheckAssert hasMessageContaining(String... texts) {
        String message = text();
        for (String text : texts) {
            if (!message.contains(text)) {
                throw failure("Expecting the message:%n  %s%nto contain:%n  %s", message, text);
            }
        }
        return this;
    }

    private CheckAssert has(Outcome expected) {
        Outcome outcome = Outcome.worst(findings().stream().map(Finding::outcome));
        if (outcome != expected) {
            throw failureWithActualExpected(
                    outcome, expected, "Expecting the check to be %s, but:%n  %s", expected, text());
        }
        return this;
    }

    private String text() {
        return findings().stream().map(Finding::text).collect(Collectors.joining(System.lineSeparator() + "  "));
    }

    private List<Finding> findings() {
        return Objects.requireNonNull(actual);
    }
}
