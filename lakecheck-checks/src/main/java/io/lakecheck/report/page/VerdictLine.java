// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report.page;

import io.lakecheck.Finding;
import io.lakecheck.Verdict;

/**
 * One verdict on a card.
 *
 * @param badge the outcome
 * @param check the name of the check
 * @param verdict the verdict, whose parts are shown one after the other
 */
record VerdictLine(OutcomeBadge badge, String check, Verdict verdict) {

    static VerdictLine of(Finding finding) {
        return new VerdictLine(
                OutcomeBadge.of(finding.outcome()), finding.check().name(), finding.verdict());
    }
}
