// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import java.util.Locale;

/** The outcome of a check in a case that its limits don't cover, such as missing data or a stray folder. */
public enum MissingPolicy {
    /** The same outcome as for a violated limit: FAILED, or WARNED if the check has {@link Severity#WARN}. */
    FAIL,
    /** The outcome is WARNED. */
    WARN,
    /** The outcome is SKIPPED, never PASSED. */
    SKIP;

    Outcome outcome(Severity severity) {
        return switch (this) {
            case FAIL -> severity.broken();
            case WARN -> Outcome.WARNED;
            case SKIP -> Outcome.SKIPPED;
        };
    }

    /** Returns the value as written in a suite, for example {@code skip}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
