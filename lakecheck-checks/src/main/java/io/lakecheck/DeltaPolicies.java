// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

/**
 * The outcomes of a {@link DeltaCheck} if one side of the comparison is missing.
 *
 * @param whenAbsent the policy if the checked partition is due but absent. A partition that exists but has no data
 *     counts as a drop of 100 %, regardless of the policy.
 * @param whenTooLittleHistory the policy if there are fewer usable earlier partitions than the baseline needs
 * @param whenBaselineEmpty the policy if the baseline is 0 bytes or objects, in which case the percentage change is
 *     undefined
 */
public record DeltaPolicies(
        MissingPolicy whenAbsent, MissingPolicy whenTooLittleHistory, MissingPolicy whenBaselineEmpty) {

    /** Fails the check if the partition is absent, and skips it if there is nothing to compare with. */
    public static final DeltaPolicies DEFAULT =
            new DeltaPolicies(MissingPolicy.FAIL, MissingPolicy.SKIP, MissingPolicy.SKIP);
}
