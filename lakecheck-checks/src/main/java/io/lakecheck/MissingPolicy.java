// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import java.util.Locale;

/** What becomes of a check that has nothing to go by, or finds what its limits do not speak of. */
public enum MissingPolicy {
    /** A broken limit: FAILED, or WARNED where the check's severity is {@link Severity#WARN}. */
    FAIL,
    /** WARNED. */
    WARN,
    /** SKIPPED, and shown as skipped: never as passed. */
    SKIP;

    Outcome outcome(Severity severity) {
        return switch (this) {
            case FAIL -> severity.broken();
            case WARN -> Outcome.WARNED;
            case SKIP -> Outcome.SKIPPED;
        };
    }

    /** As a suite writes it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
