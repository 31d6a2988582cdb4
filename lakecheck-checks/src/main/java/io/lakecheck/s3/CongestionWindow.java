// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

/**
 * The limit on the requests that are in flight at the same time. There is none until the lake is congested: it rejects
 * requests because there are too many, or resets connections. That halves the number of requests in flight, and each
 * response then raises it by a step. While few requests in flight are enough, their number is too coarse a control, so
 * the {@link RequestRate} is limited, too. Times are in nanoseconds since the lake was opened. Not thread-safe.
 */
final class CongestionWindow {

    /** A delay until another request has ended. */
    static final long UNTIL_END = Long.MAX_VALUE;

    private static final double STEP = 0.25;

    private final RequestRate rate = new RequestRate();
    private double limit = Double.POSITIVE_INFINITY;
    private int inFlight;

    /** When the limit was last halved. Failures of requests that were sent before don't halve it again. */
    private long halved = -1;

    /** Returns how long to wait before the next request may be sent. */
    long delay(long now) {
        return inFlight >= Math.floor(limit) ? UNTIL_END : rate.delay(now);
    }

    void send(long now) {
        inFlight++;
        rate.send(now);
    }

    void succeed(long now) {
        inFlight--;
        limit += STEP;
        rate.succeed(now);
    }

    /** Ends a request that failed for reasons other than congestion. */
    void fail() {
        inFlight--;
    }

    void congest(long sent, long now) {
        if (sent > halved) {
            limit = Math.max(1, Math.min(limit, inFlight) / 2);
            halved = now;
            rate.lower(now);
        }
        inFlight--;
    }
}
