// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import java.util.Objects;

/** A text is not what it should be; whoever knows where it was written makes a {@link Problem} of it. */
final class InvalidValueException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private static final String BEFORE_REMEDY = "; ";

    private final String remedy;

    InvalidValueException(String what, String remedy) {
        super(what);
        this.remedy = remedy;
    }

    /** The domain writes what is wrong, a semicolon, and the remedy. */
    static InvalidValueException from(IllegalArgumentException e) {
        if (e instanceof InvalidValueException refusal) {
            return refusal;
        }
        String message = Objects.requireNonNullElse(e.getMessage(), "it is refused");
        int end = message.indexOf(BEFORE_REMEDY);
        return end < 0
                ? new InvalidValueException(message, "")
                : new InvalidValueException(message.substring(0, end), message.substring(end + BEFORE_REMEDY.length()));
    }

    String what() {
        return Objects.requireNonNull(getMessage());
    }

    String remedy() {
        return remedy;
    }
}
