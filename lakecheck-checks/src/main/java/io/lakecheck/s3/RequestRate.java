// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

/**
 * The limit on the rate of requests. There is no limit until the lake rejects requests. The limit is then set slightly
 * below the rate at which the lake has recently responded, and grows, slowly at first, until the lake rejects requests
 * again. Times are in nanoseconds since the lake was opened. Not thread-safe.
 */
final class RequestRate {

    static final long SECOND = 1_000_000_000;

    private static final long SLOT = SECOND / 10;
    private static final double BELOW = 0.95;
    private static final double LOWEST = 1;
    private static final double GROWTH_PER_SECOND = 0.02;
    private static final double SECONDS_TO_DOUBLE_GROWTH = 1.5;

    /** If no request was rejected for this long, earlier responses no longer show which rate the lake can sustain. */
    private static final long FORGOTTEN = 10 * SECOND;

    /** The number of responses in each tenth of the last second. */
    private final int[] responses = new int[10];

    private long slot;
    private double perSecond = Double.POSITIVE_INFINITY;
    private long next;

    /** The time of the first recent rejection. */
    private long congested;

    private long lowered = -FORGOTTEN;
    private long grown;

    /** Returns how long to wait before sending the next request. */
    long delay(long now) {
        return Math.max(0, next - now);
    }

    /**
     * Records that a request is being sent. If this request is late by less than the interval between requests, the
     * next request is still sent on time.
     */
    void send(long now) {
        double growth = GROWTH_PER_SECOND * Math.pow(2, seconds(now - lowered) / SECONDS_TO_DOUBLE_GROWTH);
        perSecond *= 1 + growth * seconds(now - grown);
        grown = now;
        next = Math.max(next, now - interval()) + interval();
    }

    /** Records that the lake has responded. */
    void succeed(long now) {
        advance(now);
        responses[(int) (slot % responses.length)]++;
    }

    /**
     * Lowers the limit, because the lake has rejected a request. During the first second after the first rejection, the
     * limit is not lowered: the rate of responses before the rejection may have been low only because few requests were
     * sent.
     */
    void lower(long now) {
        advance(now);
        if (now - lowered >= FORGOTTEN) {
            congested = now;
        }
        if (now - congested >= SECOND) {
            long measured = (responses.length - 1) * SLOT + now % SLOT;
            perSecond = Math.max(LOWEST, BELOW * Math.min(perSecond, responses() / seconds(measured)));
        }
        lowered = now;
        grown = now;
        next = Math.max(next, now + interval());
    }

    /** Undoes one call of {@link #lower}. */
    void forgive() {
        perSecond /= BELOW;
    }

    private long interval() {
        return (long) (SECOND / perSecond);
    }

    private double responses() {
        double sum = 0;
        for (int count : responses) {
            sum += count;
        }
        return sum;
    }

    private void advance(long now) {
        for (long current = now / SLOT; slot < current; slot++) {
            if (current - slot > responses.length) {
                slot = current - responses.length;
            }
            responses[(int) ((slot + 1) % responses.length)] = 0;
        }
    }

    private static double seconds(long nanos) {
        return (double) nanos / SECOND;
    }
}
