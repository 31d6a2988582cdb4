// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import io.lakecheck.partition.Partition;
import java.util.Set;

/** A rule that derives the expected volume of a partition from earlier partitions. */
public sealed interface Baseline permits SampleBaseline, SeasonalBaseline {

    /**
     * Derives the expected volume from the history. If some of the required partitions have not been listed yet, the
     * result is {@link BaselineResult.Unready}: the caller must list these partitions and call this method again.
     */
    BaselineResult from(History history, Terms terms);

    /**
     * Returns the unlisted partitions that {@link #from} may require now or later. These include replacements for
     * partitions that may turn out to be unusable.
     */
    Set<Partition> mayNeed(History history, Terms terms);

    /**
     * Returns the maximum number of earlier partitions that this baseline uses. A check that requires a longer history
     * would always be skipped.
     */
    int longestHistory();

    /** Returns whether this baseline can determine a typical deviation. */
    boolean knowsDeviation();
}
