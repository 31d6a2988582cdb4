// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.value.Utf8Order;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first key that the lake has returned for a range, and the first one after the range. The latter should also be
 * the first key of the next range, so comparing the two shows whether the lake has skipped keys. Not thread-safe.
 */
final class RangeEdges {

    private @Nullable String first;
    private @Nullable String beyond;

    /** Returns the first key, or an empty string if the lake has returned none. */
    String first() {
        return first == null ? "" : first;
    }

    /** Returns whether the lake has returned a key after the range. */
    boolean isPassed() {
        return beyond != null;
    }

    /** Records a key in the range. */
    void reach(String key) {
        first = first == null ? key : first;
    }

    /** Records the first key after the range. */
    void pass(String key) {
        reach(key);
        beyond = key;
    }

    /**
     * Returns whether any range starts after the key that the previous range found beyond its own end. If so, the lake
     * has not returned all keys.
     *
     * @param ranges the edges of consecutive ranges, in key order
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
