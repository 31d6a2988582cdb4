// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report.page;

import io.lakecheck.FindingGroup;
import io.lakecheck.Verdict;

/**
 * A line on a dataset's card that shows the verdict of one or more checks.
 *
 * @param badge the badge for the verdict's outcome
 * @param checks the names of the checks
 * @param verdict the verdict
 */
record VerdictLine(OutcomeBadge badge, String checks, Verdict verdict) {

    static VerdictLine of(FindingGroup group) {
        return new VerdictLine(OutcomeBadge.of(group.outcome()), group.checks(), group.verdict());
    }
}
