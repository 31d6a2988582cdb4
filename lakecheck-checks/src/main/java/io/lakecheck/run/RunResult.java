// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.run;

import io.lakecheck.Finding;
import io.lakecheck.Notice;
import io.lakecheck.Outcome;
import io.lakecheck.Report;
import io.lakecheck.spec.FailOn;
import io.lakecheck.survey.Backtest;
import io.lakecheck.value.Display;
import java.util.Optional;

/**
 * What a run comes to: the one place that makes a shell's signal of outcomes.
 *
 * @param signal what the shell tells
 * @param message why, for people; empty where it passed
 */
public record RunResult(Signal signal, String message) {

    /** All is well. */
    public static final RunResult PASS = new RunResult(Signal.PASS, "");

    /** It could not be said, for this reason. */
    static RunResult broken(String message) {
        return new RunResult(Signal.BROKEN, message);
    }

    /** What rang in the past breaks nothing now; what could not be looked at does. */
    static RunResult on(Backtest past) {
        return past.series().stream()
                .flatMap(series -> series.findings().stream())
                .filter(finding -> finding.outcome() == Outcome.UNKNOWN)
                .findFirst()
                .map(finding -> broken(finding.text()))
                .orElse(PASS);
    }

    /**
     * What was required and did not happen counts before everything else, then what is unknown, then what is broken.
     */
    static RunResult on(Report report, FailOn failOn) {
        Optional<Notice> undone = report.notices().stream()
                .filter(notice -> notice.level() == Notice.Level.FAIL)
                .findFirst();
        if (undone.isPresent()) {
            return broken(undone.get().text());
        }
        Outcome worst = report.outcome();
        if (failOn == FailOn.NEVER || !worst.isAtLeast(failOn.least())) {
            return PASS;
        }
        return new RunResult(worst == Outcome.UNKNOWN ? Signal.BROKEN : Signal.VIOLATED, message(report, worst));
    }

    private static String message(Report report, Outcome worst) {
        Finding first = report.findings().stream()
                .filter(finding -> finding.outcome() == worst)
                .findFirst()
                .orElseThrow();
        long more = report.count(worst) - 1;
        return first.text()
                + (more == 0 ? "" : ", and " + more + " more " + worst)
                + (worst == Outcome.UNKNOWN && report.count(Outcome.FAILED) > 0
                        ? "; besides " + Display.count(report.count(Outcome.FAILED), "check") + " FAILED"
                        : "");
    }
}
