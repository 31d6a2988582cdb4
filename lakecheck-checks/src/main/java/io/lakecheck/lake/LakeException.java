// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lake;

import io.lakecheck.value.Display;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if the lake cannot be read; the outcome of the check is then UNKNOWN. The message states what could not be
 * read, the reason and the remedy, and is safe to print.
 */
public final class LakeException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** The reason why a lake could not be read. Failures with different remedies have different reasons. */
    public enum Reason {
        DENIED("access denied"),
        EXPIRED("credentials expired"),
        NO_CREDENTIALS("no credentials"),
        NO_BUCKET("bucket not found"),
        WRONG_REGION("wrong region"),
        UNREACHABLE("unreachable"),
        THROTTLED("throttled"),
        TIMEOUT("timed out"),
        PROTOCOL("invalid response"),
        OVERFLOW("size overflow"),
        UNREADABLE("read error"),
        CLOCK("wrong clock"),
        WRITE_ORDER("unknown write order"),
        MEMBERS("unknown members"),
        PARTS("too many parts"),
        RUNS("too many runs"),
        UNEXPECTED("unexpected error");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        /** Returns whether the problem may resolve itself, so that it makes sense to try again later. */
        public boolean isTransient() {
            return this == UNREACHABLE || this == THROTTLED || this == TIMEOUT || this == UNREADABLE;
        }

        /** Returns whether listing other partitions would fail too. If so, further requests would only add load. */
        public boolean affectsAll() {
            return switch (this) {
                case EXPIRED, NO_CREDENTIALS, NO_BUCKET, WRONG_REGION, UNREACHABLE, THROTTLED, TIMEOUT, CLOCK -> true;
                case DENIED, PROTOCOL, OVERFLOW, UNREADABLE, WRITE_ORDER, MEMBERS, PARTS, RUNS, UNEXPECTED -> false;
            };
        }

        /** Returns the reason as it appears in verdicts, for example {@code access denied}. */
        @Override
        public String toString() {
            return text;
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

    /**
     * Returns {@code thrown}, or the exception that made a future fail, if it is a {@code LakeException}; otherwise a
     * {@code LakeException} with the reason {@link Reason#UNEXPECTED} and {@code thrown} as its cause.
     */
    public static LakeException of(Throwable thrown) {
        if (thrown instanceof CompletionException && thrown.getCause() != null) {
            return of(thrown.getCause());
        }
        if (thrown instanceof OutOfMemoryError) {
            return new LakeException(
                    Reason.UNEXPECTED,
                    "the JVM has too little memory (" + Display.visible(String.valueOf(thrown.getMessage()))
                            + "). Increase it with -Xmx, or lower lakecheck.concurrency",
                    thrown);
        }
        return thrown instanceof LakeException known
                ? known
                : new LakeException(
                        Reason.UNEXPECTED,
                        "internal error (" + thrown.getClass().getSimpleName() + ": "
                                + Display.visible(String.valueOf(thrown.getMessage()))
                                + "). Please report this as a bug",
                        thrown);
    }

    /** Returns the exception for a folder whose total size in bytes does not fit in a {@code long}. */
    public static LakeException overflow(String folder, ArithmeticException cause) {
        return new LakeException(
                Reason.OVERFLOW,
                "the sizes in " + Display.visible(folder)
                        + " add up to more than 2^63 - 1 bytes, so the listing can't be correct. Check that the endpoint is correct",
                cause);
    }

    /**
     * Returns the exception for a marker and an object that were written within the same second, in which case it is
     * unknown which of them was written last.
     */
    public static LakeException unknownOrder(String marker, String object) {
        return new LakeException(
                Reason.WRITE_ORDER,
                Display.visible(object) + " and the marker " + Display.visible(marker)
                        + " were written within the same second. S3 timestamps are only precise to the second, so it is"
                        + " unknown which of them was written last. In a test, use the client or the endpoint that"
                        + " lakecheck injects, because both record the order of writes");
    }

    public Reason reason() {
        return reason;
    }

    /** Returns the reason and the message, or only the message if it starts with the reason. */
    public String text() {
        return isExplained() ? getMessage() : reason + "; " + getMessage();
    }

    /** Returns whether the message starts with the reason. */
    public boolean isExplained() {
        return getMessage().startsWith(reason.toString());
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
