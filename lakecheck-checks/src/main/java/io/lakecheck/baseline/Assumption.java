// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

/** What a search through the history assumes about partitions that have not been listed. */
enum Assumption {
    /** That they are fit for a baseline, so that the search needs no more partitions than if all is well. */
    GOOD,
    /** That they may be unfit, so that the search also returns the partitions that could replace them. */
    OPEN
}
