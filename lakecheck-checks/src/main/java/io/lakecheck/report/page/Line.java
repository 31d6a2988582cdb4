// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report.page;

import io.lakecheck.Finding;
import io.lakecheck.Verdict;

/**
 * One verdict.
 *
 * @param state how it ended
 * @param check what was asked
 * @param measured what was found
 * @param expected what would have passed; may be empty
 * @param reason what else decided it; may be empty
 */
record Line(State state, String check, String measured, String expected, String reason) {

    static Line of(Finding finding) {
        Verdict verdict = finding.verdict();
        return new Line(
                State.of(finding.outcome()),
                finding.check().name(),
                verdict.measured(),
                verdict.expected(),
                verdict.reason());
    }
}
