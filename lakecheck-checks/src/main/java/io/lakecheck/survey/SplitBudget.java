// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

/**
 * A limit on the additional requests that result from splitting a listing. The last page of a range is partly empty or
 * overlaps the next range, so each range may cost an additional request. The limit is 5 % of the pages that the listing
 * needs, plus one request for each thread or, if the listing is not known to need more pages than there are threads,
 * for each page. A listing that needs at least as many pages as there are threads never exceeds it. Not thread-safe.
 */
final class SplitBudget {

    /**
     * The number of pages that a listing must have read before it is split, so that short listings need no additional
     * requests.
     */
    private static final int UNSPLIT_PAGES = 8;

    private static final double WASTE = 0.05;

    /** The part of its last page that each active range is expected to waste. */
    private static final double LAST_PAGE = 0.75;

    /** The part of the limit that may be used, because the active ranges may waste more than expected. */
    private static final double USABLE = 0.90;

    private final int threads;
    private long pages;
    private long keys;
    private long keysPerPage;
    private double expected;
    private boolean hasEmptyPage;
    private boolean isClosed;

    SplitBudget(int threads) {
        this.threads = threads;
    }

    /**
     * Records a page.
     *
     * @param keys the number of keys that the listing needs from the page
     */
    void spend(long keys) {
        this.pages++;
        this.hasEmptyPage |= keys == 0;
        this.keys += keys;
        this.keysPerPage = Math.max(keysPerPage, keys);
    }

    /** Records a request that returns no keys that the listing needs. */
    void waste() {
        pages++;
    }

    long pages() {
        return pages;
    }

    /**
     * Records that the listing needs more pages than it has read. Half of them are counted, because they are estimated.
     */
    void expect(double unread) {
        expected = Math.max(expected, needed() + unread / 2);
    }

    /** Returns whether the listing is known to be so long that there may be a range for each thread. */
    boolean isForAllThreads() {
        return Math.max(expected, needed()) >= threads;
    }

    /** Returns whether any page had no key that the listing needs. */
    boolean hasEmptyPage() {
        return hasEmptyPage;
    }

    /** Returns whether the listing may be split now. */
    boolean isOpen() {
        return pages >= UNSPLIT_PAGES && threads > 1 && !isClosed;
    }

    /** Prevents any further splits. */
    void close() {
        isClosed = true;
    }

    /**
     * Returns the number of additional ranges into which the listing may still be split.
     *
     * @param active the number of ranges that are still being read
     */
    int ranges(int active) {
        if (!isOpen()) {
            return 0;
        }
        double needed = needed();
        double wasted = pages - needed;
        double limit = Math.min(Math.max(needed, expected), threads) + WASTE * needed;
        double likely = USABLE * limit - wasted - LAST_PAGE * active;
        double certain = threads + WASTE * Math.max(needed, threads) - wasted - active;
        return (int) Math.max(0, Math.min(threads - active, Math.min(likely, certain)));
    }

    private double needed() {
        return (double) keys / Math.max(1, keysPerPage);
    }
}
