// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.notify;

/** Somebody could not be told. The message says why, and never an address: whoever knows one is let in. */
final class NotificationException extends Exception {

    private static final long serialVersionUID = 1;

    NotificationException(String why) {
        super(why, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
