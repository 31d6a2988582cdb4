// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import java.util.Objects;

/**
 * Thrown if a string does not have the expected syntax. The caller, which knows the origin of the string, converts the
 * exception to a {@link Problem}.
 */
final class InvalidValueException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private static final String SENTENCE_END = ". ";

    private final String what;
    private final String remedy;

    /** Creates an exception from the parts of a {@link Problem}. */
    InvalidValueException(String what, String remedy) {
        super(Problem.line(what, remedy));
        this.what = what;
        this.remedy = remedy;
    }

    /**
     * Returns {@code e} itself if it is of this type. Otherwise returns an exception with the same message: its first
     * sentence is the defect, and the others are the remedy.
     */
    static InvalidValueException from(IllegalArgumentException e) {
        if (e instanceof InvalidValueException invalid) {
            return invalid;
        }
        String message = Objects.requireNonNullElse(e.getMessage(), "invalid value");
        int end = message.indexOf(SENTENCE_END);
        return end < 0
                ? new InvalidValueException(message, "")
                : new InvalidValueException(message.substring(0, end), message.substring(end + SENTENCE_END.length()));
    }

    String what() {
        return what;
    }

    String remedy() {
        return remedy;
    }
}
