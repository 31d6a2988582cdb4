// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.notify;

/** A way to notify people. */
interface Channel {

    /** Returns the name shown in notices. */
    String name();

    /**
     * Sends a message, once and within a time limit.
     *
     * @throws NotificationException if the message could not be delivered
     */
    void send(Message message) throws NotificationException;
}
