// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import java.util.concurrent.TimeUnit;

/** A gate that requests must pass. While the lake is congested, they wait here. Thread-safe. */
final class RequestGate {

    private final CongestionWindow window = new CongestionWindow();
    private final long opened = System.nanoTime();

    /** The number of requests that {@link #awaitRetry} has admitted and that have not been sent yet. */
    private int retries;

    /**
     * Waits until a request may be sent again. While the lake is congested, at most half of the requests that may be in
     * flight are admitted, so that requests which the lake keeps rejecting don't hold up all others. The caller must
     * then call {@link #send}.
     */
    synchronized void awaitRetry() throws InterruptedException {
        while (retries >= Math.max(1, window.limit() / 2)) {
            wait();
        }
        retries++;
    }

    /**
     * Waits until a request may be sent. Returns the current time, which must be passed to {@link #congest} if the
     * request fails because of congestion. For each request, the caller must call one of the methods that end a
     * request.
     *
     * @param isRetry whether {@link #awaitRetry} has admitted the request
     */
    synchronized long send(boolean isRetry) throws InterruptedException {
        try {
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
        } finally {
            if (isRetry) {
                retries--;
                notifyAll();
            }
        }
    }

    /** Ends a request that received a valid response. */
    synchronized void succeed() {
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
     * @return whether this has lowered the limits
     */
    synchronized boolean congest(long sent) {
        boolean isLowered = window.congest(sent, now());
        notifyAll();
        return isLowered;
    }

    /**
     * Raises the limits again, because the lake was not congested.
     *
     * @param times how often the limits were lowered
     */
    synchronized void forgive(int times) {
        for (int i = 0; i < times; i++) {
            window.forgive();
        }
        notifyAll();
    }

    private long now() {
        return System.nanoTime() - opened;
    }
}
