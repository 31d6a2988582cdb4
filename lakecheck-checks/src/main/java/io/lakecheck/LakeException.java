// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * It could not be looked. Makes a check {@link Outcome#UNKNOWN}; the message says where, what is wrong and what to do, in words that
 * are safe to print.
 */
public final class LakeException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What kept us from looking, by what one does about it. */
    public enum Trouble {
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
        boolean mayPass() {
            return this == UNREACHABLE || this == THROTTLED || this == TIMEOUT || this == UNREADABLE;
        }

        /** Whether looking at a neighbour would end likewise: then asking for each of many only adds to the load. */
        boolean concernsAll() {
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

    private final Trouble trouble;

    public LakeException(Trouble trouble, String message) {
        this(trouble, message, null);
    }

    public LakeException(Trouble trouble, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.trouble = trouble;
    }

    /** What was thrown while looking: itself, or a lake's bug, which is told as it is and keeps its stack trace. */
    static LakeException of(Throwable thrown) {
        return thrown instanceof LakeException known
                ? known
                : new LakeException(Trouble.UNEXPECTED, Text.visible(thrown.toString()), thrown);
    }

    /** Of sizes in a folder whose total does not fit: a wrong total is worse than none. */
    public static LakeException overflow(String folder, ArithmeticException cause) {
        return new LakeException(
                Trouble.OVERFLOW,
                "the sizes in " + Text.visible(folder)
                        + " add up to more than 2^63 - 1 bytes; no store holds that, so the listing can't be trusted",
                cause);
    }

    public Trouble trouble() {
        return trouble;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
