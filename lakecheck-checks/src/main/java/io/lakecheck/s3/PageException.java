// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import org.jspecify.annotations.Nullable;

/** Thrown if a page is invalid; a retry may help. The message is a phrase that follows "the response". */
final class PageException extends Exception {

    private static final long serialVersionUID = 1;

    PageException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    PageException(String message) {
        super(message);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
