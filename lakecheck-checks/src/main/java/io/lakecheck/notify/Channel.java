// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.notify;

/** One way to somebody. */
interface Channel {

    /** What a notice calls it. */
    String name();

    /**
     * Tells, once and not for long.
     *
     * @throws NotificationException where that was not possible
     */
    void report(Message message) throws NotificationException;
}
