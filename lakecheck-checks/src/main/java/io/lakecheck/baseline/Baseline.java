// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import io.lakecheck.partition.Partition;
import java.util.Set;

/**
 * The rule that derives the expected volume of a partition from earlier partitions. The checked partition is never
 * among them.
 */
public sealed interface Baseline permits SampleBaseline, SeasonalBaseline {

    /**
     * Returns what the history suggests, as far as it has been listed. If partitions are missing, the caller lists them
     * and calls this method again.
     */
    BaselineResult from(History history, Terms terms);

    /** Returns the partitions that may be needed later if the ones missing now turn out to be unfit. */
    Set<Partition> mayNeed(History history, Terms terms);

    /** Returns the largest number of earlier partitions used. A check that requires more would always be skipped. */
    int longestHistory();

    /** Returns whether this baseline has a typical deviation. */
    boolean knowsDeviation();
}
