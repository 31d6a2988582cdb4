// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.lake.Lake;
import java.util.List;
import java.util.Optional;

/**
 * What a listing collects from one range of keys. If a listing is split, there is a part for each range, and they are
 * joined in key order. Not thread-safe.
 */
interface ListingPart<P> extends Lake.Visitor {

    /** Returns an empty part of the same listing. */
    P another();

    /**
     * Adds what another part has collected from the keys that follow this one's.
     *
     * @throws io.lakecheck.lake.LakeException if the total size overflows
     */
    void append(P following);

    /** Returns the last key that the whole listing needs, which need not exist; empty if it needs all keys. */
    default Optional<String> lastKey() {
        return Optional.empty();
    }

    /**
     * Returns keys that divide the listing into parts of about the same size, in key order; empty if none are known.
     */
    default List<String> landmarks() {
        return List.of();
    }
}
