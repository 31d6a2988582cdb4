// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.notify;

/** A channel for notifications, such as Slack. */
interface Channel {

    /** Returns the name of the channel in messages. */
    String name();

    /**
     * Sends a message, once and within a time limit.
     *
     * @throws NotificationException if the message could not be delivered
     */
    void send(Message message) throws NotificationException;
}
