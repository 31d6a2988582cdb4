// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.notify;

/** Somebody could not be told. The message says why, and never an address: whoever knows one is let in. */
final class Untold extends Exception {

    private static final long serialVersionUID = 1;

    Untold(String why) {
        super(why, null, false, false);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
