// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

/**
 * A limit on the pages that a listing requests at the same time, so that they fit into a part of the heap: a page is
 * held until all of its objects have been checked. Not thread-safe.
 */
final class HeapLimit {

    /** The part of the heap that the pages of a listing may take up. */
    private static final double SHARE = 0.25;

    /** The bytes that an object takes up, without its key. */
    private static final int OBJECT = 300;

    /** The bytes that each character of a key takes up, in the response, decoded, and as a string. */
    private static final int CHARACTER = 6;

    private final long heap;
    private long page = 1;

    /** @param heap the maximum size of the heap in bytes */
    HeapLimit(long heap) {
        this.heap = heap;
    }

    /**
     * Records a page.
     *
     * @param keys the number of keys on the page
     * @param last the last of them
     */
    void record(long keys, String last) {
        page = Math.max(page, keys * (OBJECT + CHARACTER * last.length()));
    }

    /** Returns the number of pages like the largest one so far that fit, at least 1. */
    int pages() {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, SHARE * heap / page));
    }
}
