// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

/**
 * Thrown if no suite can be suggested for a folder. The message contains the reason and the remedy and is safe to
 * print.
 */
public final class NothingToSuggestException extends RuntimeException {

    private static final long serialVersionUID = 1;

    NothingToSuggestException(String message) {
        super(message, null, false, false);
    }
}
