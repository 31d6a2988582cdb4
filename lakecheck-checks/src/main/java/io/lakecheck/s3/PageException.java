// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import org.jspecify.annotations.Nullable;

/**
 * Thrown if a page is invalid. Requesting it again may help. The message continues a sentence that starts with "the
 * response".
 */
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
