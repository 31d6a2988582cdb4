// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

/**
 * The limit on the requests that splitting a listing may add. A range's last page is partly empty or overlaps the next
 * range, so each range costs up to one request more than a listing without splits. A listing of n pages may cost at
 * most 5 % of n and one for each thread more, and while it is short, not more than it has read. Not thread-safe.
 */
final class SplitBudget {

    /** The number of pages up to which a listing is never split, so that it takes no request too many. */
    private static final int UNSPLIT_PAGES = 10;

    private static final double WASTE = 0.05;

    private final int threads;
    private long pages;
    private long keys;
    private long keysPerPage;
    private boolean isClosed;

    SplitBudget(int threads) {
        this.threads = threads;
    }

    /** Records a page with this number of keys that the listing needs. */
    void spend(long keys) {
        this.pages++;
        this.keys += keys;
        this.keysPerPage = Math.max(keysPerPage, keys);
    }

    long pages() {
        return pages;
    }

    /** Returns whether the listing is long enough to be split, and may be. */
    boolean isOpen() {
        return pages >= UNSPLIT_PAGES && threads > 1 && !isClosed;
    }

    /** Forbids to split the listing. */
    void close() {
        isClosed = true;
    }

    /**
     * Returns how many more ranges the listing may be split into.
     *
     * @param active the number of ranges that are still being read
     */
    int ranges(int active) {
        double needed = (double) keys / Math.max(1, keysPerPage);
        // The page that each active range is waiting for may turn out to be wasted.
        double wasted = pages - needed + active;
        double allowed = Math.min(needed, threads) + WASTE * needed;
        return !isOpen() ? 0 : (int) Math.max(0, Math.min(threads - active, allowed - wasted));
    }
}
