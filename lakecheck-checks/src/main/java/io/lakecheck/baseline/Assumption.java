// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

/** The assumption of a history search about partitions that have not been listed yet. */
enum Assumption {
    /** Unlisted partitions are assumed to be usable, so the search requests as few partitions as possible. */
    GOOD,
    /** Unlisted partitions may turn out to be unusable, so the search also returns those that could replace them. */
    OPEN
}
