// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.benchmark;

/**
 * A limit on requests per second. After a pause, as many requests may arrive at once as are otherwise allowed within a
 * tenth of a second. Thread-safe.
 */
final class RequestLimit {

    private final double perSecond;
    private double left;
    private long last = System.nanoTime();

    /** @param perSecond the maximum number of requests per second, or 0 for no limit */
    RequestLimit(int perSecond) {
        this.perSecond = perSecond;
        this.left = perSecond / 10.0;
    }

    synchronized boolean accepts(long now) {
        left = Math.min(Math.max(1, perSecond / 10), left + perSecond * (now - last) / 1e9);
        last = now;
        boolean isAccepted = perSecond == 0 || left >= 1;
        left -= isAccepted ? 1 : 0;
        return isAccepted;
    }
}
