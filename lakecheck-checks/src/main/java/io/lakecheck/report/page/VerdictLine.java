// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report.page;

import io.lakecheck.Finding;
import io.lakecheck.Verdict;

/**
 * A line on a dataset's card that shows one verdict.
 *
 * @param badge the badge for the verdict's outcome
 * @param check the check's name
 * @param verdict the verdict
 */
record VerdictLine(OutcomeBadge badge, String check, Verdict verdict) {

    static VerdictLine of(Finding finding) {
        return new VerdictLine(
                OutcomeBadge.of(finding.outcome()), finding.check().name(), finding.verdict());
    }
}
