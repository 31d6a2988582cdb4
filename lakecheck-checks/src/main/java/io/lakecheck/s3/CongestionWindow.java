// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

/**
 * The limit on the number of requests in flight. It is unlimited until the lake shows congestion by rejecting requests
 * because of their number, or by resetting connections. Each time this happens, the limit is set to half the number of
 * requests in flight; after that, each response raises the limit slightly. If only a few requests may be in flight,
 * changing the limit by one is too coarse, so the {@link RequestRate} is limited as well. Times are in nanoseconds
 * since the lake was opened. Not thread-safe.
 */
final class CongestionWindow {

    /** The result of {@link #delay} if the caller must wait until another request has ended. */
    static final long UNTIL_END = Long.MAX_VALUE;

    private static final double STEP = 0.25;

    private final RequestRate rate = new RequestRate();
    private double limit = Double.POSITIVE_INFINITY;
    private int inFlight;

    /**
     * The time at which the limit was last halved. Failures of requests that were sent before this time don't halve the
     * limit again.
     */
    private long halved = -1;

    /** Returns the maximum number of requests in flight. */
    double limit() {
        return limit;
    }

    /** Returns how long to wait before sending the next request, or {@link #UNTIL_END}. */
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

    /** Returns whether this has lowered the limits. */
    boolean congest(long sent, long now) {
        boolean isLowered = sent > halved;
        if (isLowered) {
            limit = Math.max(1, Math.min(limit, inFlight) / 2);
            halved = now;
            rate.lower(now);
        }
        inFlight--;
        return isLowered;
    }

    /** Undoes the effect of one call of {@link #congest} that has lowered the limits. */
    void forgive() {
        limit *= 2;
        rate.forgive();
    }
}
