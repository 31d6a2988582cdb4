// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.value.Utf8Order;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outermost keys that the lake has returned for a range. A range that has been cut shows the first key of the next
 * one, so each boundary between ranges is seen from both sides. Not thread-safe.
 */
final class RangeEdges {

    private @Nullable String first;
    private @Nullable String beyond;

    /** Returns the first key; empty if there is none. */
    String first() {
        return first == null ? "" : first;
    }

    /** Returns whether the lake has returned a key that follows the range. */
    boolean isPassed() {
        return beyond != null;
    }

    /** Records a key of the range. */
    void reach(String key) {
        first = first == null ? key : first;
    }

    /** Records the first key that follows the range. */
    void pass(String key) {
        reach(key);
        beyond = key;
    }

    /**
     * Returns whether some range does not start with the keys that the ranges before it have seen there. The lake has
     * then not returned all keys that follow the given one.
     *
     * @param ranges the edges of adjoining ranges in key order
     */
    static boolean haveGap(List<RangeEdges> ranges) {
        @Nullable String expected = null;
        for (RangeEdges range : ranges) {
            if (expected != null && range.first != null) {
                if (Utf8Order.BYTES.compare(expected, range.first) < 0) {
                    return true;
                }
                expected = null;
            }
            expected = range.beyond == null ? expected : range.beyond;
        }
        return expected != null;
    }
}
