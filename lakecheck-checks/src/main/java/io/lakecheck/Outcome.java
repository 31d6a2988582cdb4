// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The result of a check, in ascending order of severity. Shells map it to their own signal. */
public enum Outcome {
    /** The limits hold. */
    PASSED,
    /** There was nothing to judge by: too little history, outside the calendar, not due yet. */
    SKIPPED,
    /** A limit of severity {@link Severity#WARN} is broken. */
    WARNED,
    /** A limit is broken. */
    FAILED,
    /** The lake could not be read: never a pass and never zero bytes. */
    UNKNOWN;

    /** All outcomes in the order in which reports list them: first those that need attention, skipped checks last. */
    public static final List<Outcome> READING_ORDER = List.of(FAILED, UNKNOWN, WARNED, PASSED, SKIPPED);

    /** Returns whether this outcome is as severe as {@code other} or more severe. */
    public boolean isAtLeast(Outcome other) {
        return compareTo(other) >= 0;
    }

    /** Returns the most severe of these outcomes; {@link #PASSED} if there are none. */
    public static Outcome worst(Stream<Outcome> outcomes) {
        return outcomes.max(Comparator.naturalOrder()).orElse(PASSED);
    }

    /** Returns the more severe of two outcomes. */
    static Outcome worst(Outcome first, Outcome second) {
        return first.isAtLeast(second) ? first : second;
    }
}
