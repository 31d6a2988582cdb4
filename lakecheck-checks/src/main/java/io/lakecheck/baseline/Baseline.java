// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import io.lakecheck.partition.Partition;
import java.util.Set;

/**
 * A rule that derives the expected volume of a partition from earlier partitions, which never include the checked one.
 */
public sealed interface Baseline permits SampleBaseline, SeasonalBaseline {

    /**
     * Derives the expected volume from the history. If some of the required partitions have not been listed yet, the
     * result names them; the caller must list them and call this method again.
     */
    BaselineResult from(History history, Terms terms);

    /**
     * Returns the partitions that may be needed later because some of the partitions that are missing now may turn out
     * to be unusable.
     */
    Set<Partition> mayNeed(History history, Terms terms);

    /**
     * Returns the maximum number of earlier partitions that this baseline uses. A check that requires more would always
     * be skipped.
     */
    int longestHistory();

    /** Returns whether this baseline can determine a typical deviation. */
    boolean knowsDeviation();
}
