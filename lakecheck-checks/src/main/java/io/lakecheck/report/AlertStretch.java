// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report;

import io.lakecheck.Finding;
import io.lakecheck.Outcome;
import io.lakecheck.lake.Snapshot;
import io.lakecheck.partition.PeriodNames;
import io.lakecheck.survey.Backtest;
import io.lakecheck.value.Display;
import java.util.ArrayList;
import java.util.List;

/**
 * Alerts of a check on consecutive periods that have no data for the same reason, such as an outage of six hours, or a
 * single alert.
 *
 * @param findings the alerts, oldest first; at least one
 */
record AlertStretch(List<Finding> findings) {

    /** Returns all alerts of a series, oldest first. Periods that the check skipped do not end a stretch. */
    static List<AlertStretch> of(Backtest.Series series) {
        List<List<Finding>> stretches = new ArrayList<>();
        boolean continues = false;
        for (Finding finding : series.findings()) {
            boolean isAlert = finding.outcome().isAtLeast(Outcome.WARNED);
            if (isAlert
                    && continues
                    && isAlike(finding, stretches.get(stretches.size() - 1).get(0))) {
                stretches.get(stretches.size() - 1).add(finding);
            } else if (isAlert) {
                stretches.add(new ArrayList<>(List.of(finding)));
            }
            continues = isAlert || (continues && finding.outcome() == Outcome.SKIPPED);
        }
        return stretches.stream().map(AlertStretch::new).toList();
    }

    private static boolean isAlike(Finding finding, Finding other) {
        return finding.outcome() == other.outcome()
                && !hasStrays(finding)
                && !absence(finding).isEmpty()
                && absence(finding).equals(absence(other));
    }

    /** Returns whether there are strays, which only the most recent finding names. */
    private static boolean hasStrays(Finding finding) {
        return finding.evidence().strays().values().stream().anyMatch(strays -> strays.count() > 0);
    }

    private static String absence(Finding finding) {
        return finding.evidence().observations().get(finding.partition()) instanceof Snapshot found && found.isEmpty()
                ? found.absence()
                : "";
    }

    boolean isSingle() {
        return findings.size() == 1;
    }

    Finding first() {
        return findings.get(0);
    }

    /** Describes what each of the periods lacks, for example {@code absent}. */
    String absence() {
        return absence(first());
    }

    /** Returns the first and the last period and their number. */
    String label() {
        Finding last = findings.get(findings.size() - 1);
        return Display.visible(first().partition().label()) + " to "
                + Display.visible(last.partition().label()) + " ("
                + Display.count(
                        findings.size(),
                        first().partition().span().map(PeriodNames::unit).orElse("period"))
                + ")";
    }
}
