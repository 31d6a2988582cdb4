// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import java.util.Locale;

/** The outcome of a check in a case that its limits don't cover, such as missing data or a stray folder. */
public enum MissingPolicy {
    /** Counts as a broken limit: FAILED, or WARNED if the check has {@link Severity#WARN}. */
    FAIL,
    /** WARNED. */
    WARN,
    /** SKIPPED, and reported as such: never as passed. */
    SKIP;

    Outcome outcome(Severity severity) {
        return switch (this) {
            case FAIL -> severity.broken();
            case WARN -> Outcome.WARNED;
            case SKIP -> Outcome.SKIPPED;
        };
    }

    /** Returns the word for it in a suite. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
