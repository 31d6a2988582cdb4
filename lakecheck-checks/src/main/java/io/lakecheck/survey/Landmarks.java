// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.value.Utf8Order;
import java.util.Collections;
import java.util.List;

/**
 * Keys that divide a listing: the folders of a walk, the top folders of a partition, or the ends of pages in an earlier
 * partition. Immutable.
 *
 * @param keys the keys, in key order
 * @param pages the average number of pages from one key to the next
 */
record Landmarks(List<String> keys, double pages) {

    static final Landmarks NONE = new Landmarks(List.of(), 0);

    /** The number of landmarks that a listing must have passed before the remaining ones are used. */
    private static final int MIN_PASSED = 2;

    /**
     * Returns landmarks whose distance is calculated from the pages that a listing has read so far. Returns
     * {@link #NONE} if the listing has passed too few landmarks, for example because its keys have different names.
     *
     * @param keys the keys, in key order
     * @param reached the last key that the listing has read
     * @param pagesRead the number of pages that the listing has read
     */
    static Landmarks measured(List<String> keys, String reached, long pagesRead) {
        int passed = passed(keys, reached);
        return passed < MIN_PASSED ? NONE : new Landmarks(keys, (double) pagesRead / passed);
    }

    /**
     * Returns landmarks for folders that exist. Their size is unknown, so it is assumed to be that of the folders read
     * so far.
     *
     * @param paths the paths of the folders with a slash at the end, in key order
     * @param reached the last key that the listing has read
     * @param pagesRead the number of pages that the listing has read
     */
    static Landmarks folders(List<String> paths, String reached, long pagesRead) {
        return new Landmarks(paths, (double) pagesRead / Math.max(1, passed(paths, reached)));
    }

    /** Returns the landmark that is a folder and contains a key, or an empty string if there is none. */
    String folder(String key) {
        int passed = passed(keys, key);
        String last = passed == 0 ? "" : keys.get(passed - 1);
        return last.endsWith("/") && key.startsWith(last) ? last : "";
    }

    /** Returns the landmarks in an interval, excluding the interval's end. */
    List<String> within(KeyInterval interval) {
        int start = passed(keys, interval.after());
        int end = interval.last().map(last -> passed(keys, last)).orElse(keys.size());
        while (end > start && interval.endsAt(keys.get(end - 1))) {
            end--;
        }
        return keys.subList(start, Math.max(start, end));
    }

    private static int passed(List<String> keys, String reached) {
        int found = Collections.binarySearch(keys, reached, Utf8Order.BYTES);
        return found < 0 ? -found - 1 : found + 1;
    }
}
