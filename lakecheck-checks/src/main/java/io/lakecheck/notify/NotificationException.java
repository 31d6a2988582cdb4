// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.notify;

/**
 * Thrown if a message could not be delivered. The message names the problem and the remedy, but never the URL of a
 * webhook, which is a secret.
 */
final class NotificationException extends Exception {

    private static final long serialVersionUID = 1;

    NotificationException(String problem) {
        super(problem, null, false, false);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
