// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

/**
 * Below the folder is nothing that a suite could be made of; the message says why and what to do, in words that are
 * safe to print.
 */
public final class NothingToSuggestException extends RuntimeException {

    private static final long serialVersionUID = 1;

    NothingToSuggestException(String message) {
        super(message, null, false, false);
    }
}
