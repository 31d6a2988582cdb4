// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lake;

import io.lakecheck.Outcome;
import io.lakecheck.value.Display;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * It could not be looked. Makes a check {@link Outcome#UNKNOWN}; the message says where, what is wrong and what to do,
 * in words that are safe to print.
 */
public final class LakeException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What kept us from looking, by what one does about it. */
    public enum Reason {
        DENIED,
        EXPIRED,
        NO_CREDENTIALS,
        NO_BUCKET,
        WRONG_REGION,
        UNREACHABLE,
        THROTTLED,
        TIMEOUT,
        PROTOCOL,
        OVERFLOW,
        UNREADABLE,
        CLOCK,
        UNEXPECTED;

        /** Whether it may go away by itself. */
        public boolean isTransient() {
            return this == UNREACHABLE || this == THROTTLED || this == TIMEOUT || this == UNREADABLE;
        }

        /** Whether looking at a neighbour would end likewise: then asking for each of many only adds to the load. */
        public boolean affectsAll() {
            return switch (this) {
                case EXPIRED, NO_CREDENTIALS, NO_BUCKET, WRONG_REGION, UNREACHABLE, THROTTLED, TIMEOUT, CLOCK -> true;
                case DENIED, PROTOCOL, OVERFLOW, UNREADABLE, UNEXPECTED -> false;
            };
        }

        /** As it stands in a verdict: {@code no credentials}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    private final Reason reason;

    public LakeException(Reason reason, String message) {
        this(reason, message, null);
    }

    public LakeException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** What was thrown while looking: itself, or a lake's bug, which is told as it is and keeps its stack trace. */
    public static LakeException of(Throwable thrown) {
        return thrown instanceof LakeException known
                ? known
                : new LakeException(Reason.UNEXPECTED, Display.visible(thrown.toString()), thrown);
    }

    /** Of sizes in a folder whose total does not fit: a wrong total is worse than none. */
    public static LakeException overflow(String folder, ArithmeticException cause) {
        return new LakeException(
                Reason.OVERFLOW,
                "the sizes in " + Display.visible(folder)
                        + " add up to more than 2^63 - 1 bytes; no store holds that, so the listing can't be trusted",
                cause);
    }

    public Reason reason() {
        return reason;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
