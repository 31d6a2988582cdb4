// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

/**
 * What a delta does where there is nothing to compare, or nothing to compare with.
 *
 * @param whenAbsent the judged partition is not there although it is due; one that is there but empty always breaks the
 *     check
 * @param whenTooLittleHistory there are fewer usable earlier partitions than are needed
 * @param whenBaselineEmpty the earlier partitions come to 0 bytes or objects, so that no change in percent can be told
 */
public record DeltaPolicies(
        MissingPolicy whenAbsent, MissingPolicy whenTooLittleHistory, MissingPolicy whenBaselineEmpty) {

    /** What is missing when it is due is broken; what can't be judged is skipped and says so. */
    public static final DeltaPolicies DEFAULT =
            new DeltaPolicies(MissingPolicy.FAIL, MissingPolicy.SKIP, MissingPolicy.SKIP);
}
