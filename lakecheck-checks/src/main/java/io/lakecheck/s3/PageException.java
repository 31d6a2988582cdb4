// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if a page is invalid. Requesting the page again may help. The message continues a sentence that starts with
 * "the response".
 */
final class PageException extends Exception {

    private static final long serialVersionUID = 1;

    PageException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    PageException(String message) {
        super(message);
    }

    /**
     * Adds the cause as a suppressed exception, because the SDK would retry the request if the cause were in the
     * exception's chain of causes.
     */
    static PageException cutOff(IOException cause) {
        PageException cutOff = new PageException("is incomplete or is not XML");
        cutOff.addSuppressed(cause);
        return cutOff;
    }

    /** Returns whether the page was cut off because the connection was reset. */
    boolean isReset() {
        return Arrays.stream(getSuppressed()).anyMatch(Congestion::isReset);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
