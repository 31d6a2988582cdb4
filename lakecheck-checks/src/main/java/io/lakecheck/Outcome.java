// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The possible results of a check, in ascending order of severity. Each front end (Maven, JUnit) maps them to its own
 * signals, such as a failed build or test.
 */
public enum Outcome {
    /** No limit is violated. */
    PASSED,
    /** The check did not apply: too little history, outside the calendar, or not due yet. */
    SKIPPED,
    /** A limit is violated, and its severity is {@link Severity#WARN}. */
    WARNED,
    /** A limit is violated, and its severity is {@link Severity#FAIL}. */
    FAILED,
    /** The lake could not be read. Unknown is never treated as passed or as a size of 0 bytes. */
    UNKNOWN;

    /**
     * All outcomes in the order in which reports list them. Those that need attention come first, and skipped checks
     * come last.
     */
    public static final List<Outcome> READING_ORDER = List.of(FAILED, UNKNOWN, WARNED, PASSED, SKIPPED);

    /** Returns whether this outcome is at least as severe as {@code other}. */
    public boolean isAtLeast(Outcome other) {
        return compareTo(other) >= 0;
    }

    /** Returns whether a limit is violated. */
    public boolean isViolation() {
        return this == WARNED || this == FAILED;
    }

    /** Returns the most severe of the given outcomes; {@link #PASSED} if there are none. */
    public static Outcome worst(Stream<Outcome> outcomes) {
        return outcomes.max(Comparator.naturalOrder()).orElse(PASSED);
    }

    /** Returns the more severe of two outcomes. */
    static Outcome worst(Outcome first, Outcome second) {
        return first.isAtLeast(second) ? first : second;
    }
}
