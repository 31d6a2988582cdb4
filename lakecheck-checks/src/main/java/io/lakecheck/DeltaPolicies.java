// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

/**
 * The outcomes of a {@link DeltaCheck} if one side of the comparison is missing.
 *
 * @param whenAbsent policy if the judged partition is due but absent; an empty partition always breaks the check
 * @param whenTooLittleHistory policy if there are fewer usable earlier partitions than the baseline needs
 * @param whenBaselineEmpty policy if the baseline is 0 bytes or objects, from which no change in percent can be
 *     computed
 */
public record DeltaPolicies(
        MissingPolicy whenAbsent, MissingPolicy whenTooLittleHistory, MissingPolicy whenBaselineEmpty) {

    /** Fails if the partition is absent, and skips if there is nothing to compare it with. */
    public static final DeltaPolicies DEFAULT =
            new DeltaPolicies(MissingPolicy.FAIL, MissingPolicy.SKIP, MissingPolicy.SKIP);
}
