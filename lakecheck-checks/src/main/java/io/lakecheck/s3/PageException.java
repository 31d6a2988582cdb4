// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

/** An answer that can't be believed. Asking again may help. Its message goes on from "the answer". */
final class PageException extends Exception {

    private static final long serialVersionUID = 1;

    PageException(String message, Throwable cause) {
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
