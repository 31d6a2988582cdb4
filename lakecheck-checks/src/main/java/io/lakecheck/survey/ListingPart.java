// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.lake.Lake;
import java.util.List;
import java.util.Optional;

/**
 * The data that a listing collects from a range of keys. If a listing is split, there is one part for each range, and
 * the parts are joined in key order. Not thread-safe.
 */
interface ListingPart<P> extends Lake.Visitor {

    /** Returns a new, empty part for another range of the same listing. */
    P another();

    /**
     * Adds the data of the part for the next range of keys.
     *
     * @throws io.lakecheck.lake.LakeException if the total size overflows
     */
    void append(P following);

    /**
     * Returns the last key that the entire listing needs, or empty if it needs all keys. The lake need not contain this
     * key.
     */
    default Optional<String> lastKey() {
        return Optional.empty();
    }

    /**
     * Returns keys that divide the listing into parts of about the same size, in key order. Returns an empty list if no
     * such keys are known.
     */
    default List<String> landmarks() {
        return List.of();
    }
}
