// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

/** How a check ended, from harmless to grave. Shells map it to their own signal. */
public enum Outcome {
    /** The limits hold. */
    PASSED,
    /** There was nothing to judge by: too little history, outside the calendar, not due yet. */
    SKIPPED,
    /** A limit is broken whose severity is {@link Severity#WARN}. */
    WARNED,
    /** A limit is broken. */
    FAILED,
    /** It could not be looked: never a pass and never zero bytes. */
    UNKNOWN;

    /** The graver of the two. */
    public Outcome and(Outcome other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
