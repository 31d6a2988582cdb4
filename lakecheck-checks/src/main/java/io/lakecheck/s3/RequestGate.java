// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import java.util.concurrent.TimeUnit;

/** A gate that all requests to a lake must pass. While the lake is congested, requests wait here. Thread-safe. */
final class RequestGate {

    private final CongestionWindow window = new CongestionWindow();
    private final long opened = System.nanoTime();
    private boolean hasSucceeded;

    /**
     * Waits until a request may be sent. Returns the current time, which must be passed to {@link #congest} if the
     * request fails because of congestion. For each request, the caller must call one of the methods that end a
     * request.
     */
    synchronized long send() throws InterruptedException {
        for (long delay = window.delay(now()); delay > 0; delay = window.delay(now())) {
            if (delay == CongestionWindow.UNTIL_END) {
                wait();
            } else {
                TimeUnit.NANOSECONDS.timedWait(this, delay);
            }
        }
        long sent = now();
        window.send(sent);
        return sent;
    }

    /** Ends a request that received a valid response. */
    synchronized void succeed() {
        hasSucceeded = true;
        window.succeed(now());
        notifyAll();
    }

    /** Ends a request that failed for reasons other than congestion. */
    synchronized void fail() {
        window.fail();
        notifyAll();
    }

    /**
     * Ends a request that failed because the lake is congested.
     *
     * @param sent the time that {@link #send} returned for the request
     */
    synchronized void congest(long sent) {
        window.congest(sent, now());
        notifyAll();
    }

    /** Returns whether any request has received a valid response. */
    synchronized boolean hasSucceeded() {
        return hasSucceeded;
    }

    private long now() {
        return System.nanoTime() - opened;
    }
}
