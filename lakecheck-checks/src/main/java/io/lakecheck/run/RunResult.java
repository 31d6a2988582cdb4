// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.run;

import io.lakecheck.FindingGroup;
import io.lakecheck.Notice;
import io.lakecheck.Outcome;
import io.lakecheck.Report;
import io.lakecheck.spec.FailOn;
import io.lakecheck.survey.Backtest;
import io.lakecheck.value.Display;
import java.util.List;
import java.util.Optional;

/**
 * The result of a command. Only this class derives a {@link Signal} from the outcomes of checks.
 *
 * @param signal how the command ended
 * @param message the reason, safe to show to users; an empty string if the run passed
 */
public record RunResult(Signal signal, String message) {

    /** The result of a run without problems. */
    public static final RunResult PASS = new RunResult(Signal.PASS, "");

    /**
     * Returns the result of a command that could not complete.
     *
     * @param message the reason
     */
    static RunResult broken(String message) {
        return new RunResult(Signal.BROKEN, message);
    }

    /** Returns the result of a backtest: past alerts do not fail the run, but partitions that can't be listed do. */
    static RunResult of(Backtest backtest) {
        return backtest.series().stream()
                .flatMap(series -> series.findings().stream())
                .filter(finding -> finding.outcome() == Outcome.UNKNOWN)
                .findFirst()
                .map(finding -> broken(finding.text()))
                .orElse(PASS);
    }

    /**
     * Returns the result of a run. A required report or metric that could not be written takes precedence over every
     * outcome, and UNKNOWN takes precedence over FAILED.
     */
    static RunResult of(Report report, FailOn failOn) {
        Optional<Notice> failure = report.notices().stream()
                .filter(notice -> notice.level() == Notice.Level.FAIL)
                .findFirst();
        if (failure.isPresent()) {
            return broken(failure.get().text());
        }
        Outcome worst = report.outcome();
        if (failOn == FailOn.NEVER || !worst.isAtLeast(failOn.least())) {
            return PASS;
        }
        return new RunResult(worst == Outcome.UNKNOWN ? Signal.BROKEN : Signal.VIOLATED, message(report, worst));
    }

    private static String message(Report report, Outcome worst) {
        List<FindingGroup> groups = FindingGroup.of(report.findings());
        List<FindingGroup> shown = with(worst, groups);
        int more = shown.size() - 1;
        int failed = worst == Outcome.UNKNOWN ? with(Outcome.FAILED, groups).size() : 0;
        return shown.get(0).text()
                + (more == 0 ? "" : ", and " + Display.count(more, "more problem") + " " + worst)
                + (failed == 0 ? "" : "; in addition, " + Display.count(failed, "problem") + " FAILED");
    }

    private static List<FindingGroup> with(Outcome outcome, List<FindingGroup> groups) {
        return groups.stream().filter(group -> group.outcome() == outcome).toList();
    }
}
