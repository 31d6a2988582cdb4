// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import io.lakecheck.partition.Partition;
import java.util.Set;

/**
 * What a partition's volume is compared with: which earlier partitions, and what is made of their amounts. The judged
 * partition is never among them.
 */
public sealed interface Baseline permits SampleBaseline, SeasonalBaseline {

    /** What the past as far as it is known lets one expect; asked again when more of it was looked at. */
    BaselineResult from(History history, Terms terms);

    /** What may be asked for later, should what is missing now turn out to be no measure. */
    Set<Partition> mayNeed(History history, Terms terms);

    /** How many earlier partitions it is made of at most: to ask for more before judging would be never to judge. */
    int longestHistory();

    /** Whether a deviation can be told against it. */
    boolean knowsDeviation();
}
