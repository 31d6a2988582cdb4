// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

/** The assumption that a search of the history makes about partitions that have not been listed yet. */
enum Assumption {
    /** Unlisted partitions are assumed to be usable, so the search requests as few partitions as possible. */
    GOOD,
    /**
     * Unlisted partitions may turn out to be unusable, so the search also requests partitions that could replace them.
     */
    OPEN
}
