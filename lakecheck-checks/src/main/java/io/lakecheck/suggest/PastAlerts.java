// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.Finding;
import io.lakecheck.Outcome;
import io.lakecheck.lake.Snapshot;
import io.lakecheck.partition.Period;
import io.lakecheck.survey.Backtest;
import io.lakecheck.value.Display;
import java.util.List;
import java.util.Optional;

/**
 * How often one check would have alerted in the past. A check that alerts too often is not suggested, because people
 * would ignore it or turn it off.
 *
 * @param series the backtest of the check
 */
record PastAlerts(Backtest.Series series) {

    /** A check is suggested if it alerted at most once in this many periods, on average. */
    private static final int PERIODS_PER_ALERT = 20;

    /** Returns the alerts of a check of an entry, or empty if none of its datasets was judged. */
    static Optional<PastAlerts> of(Backtest backtest, EntryDraft entry, SuggestedCheck check) {
        List<Backtest.Series> series = backtest.series().stream()
                .filter(each -> each.check().name().equals(check.name()))
                .filter(each -> entry.read().stream()
                        .anyMatch(read -> read.name().equals(each.dataset().name())))
                .toList();
        return series.isEmpty() ? Optional.empty() : Optional.of(of(series));
    }

    /** Returns the alerts of a check of several datasets, at least one. */
    static PastAlerts of(List<Backtest.Series> all) {
        return new PastAlerts(new Backtest.Series(
                all.get(0).dataset(),
                all.get(0).check(),
                all.stream().flatMap(series -> series.findings().stream()).toList()));
    }

    /** Returns whether the check alerted too often to be suggested. */
    boolean areTooFrequent() {
        long alerts = alerts().stream()
                .filter(finding -> finding.outcome() != Outcome.UNKNOWN)
                .count();
        return alerts * PERIODS_PER_ALERT > judged();
    }

    /**
     * Returns the alerts except doubts. Doubts are remarks on the data, which each dataset's first check carries, and
     * would remain if this check was not suggested.
     */
    private List<Finding> alerts() {
        return series.alerts().stream()
                .filter(finding -> !isOnlyDoubted(finding))
                .toList();
    }

    private static boolean isOnlyDoubted(Finding finding) {
        // Only a check that would pass is doubted.
        return finding.outcome() == Outcome.WARNED
                && finding.evidence().dataset().plausibility(finding.evidence().current()).doubts().stream()
                        .anyMatch(finding.verdict().reason()::contains);
    }

    private long judged() {
        return series.findings().size() - series.count(Outcome.SKIPPED);
    }

    /** Returns a few sentences that state how often the check alerted. */
    String evidence() {
        Period period = series.dataset().location().period().orElseThrow();
        String judged = Display.count(judged(), period.toString());
        List<String> labels = alerts().stream()
                .map(finding -> Display.visible(finding.partition().label()))
                .toList();
        if (judged() == 0) {
            return "Backtest: nothing to check yet.";
        }
        return "Backtest: "
                + (labels.isEmpty()
                        ? "no alerts in " + judged + "."
                        : Display.count(labels.size(), "alert") + " in " + judged + " (" + YamlWriter.list(labels)
                                + ").")
                + (areTooFrequent()
                        ? " This check is not suggested, because it would have alerted on more than 5 % of the "
                                + period + "s." + absences(period)
                        : "");
    }

    private String absences(Period period) {
        List<Finding> alerts = alerts();
        long absent = alerts.stream().filter(PastAlerts::isAbsent).count();
        if (absent * 2 < alerts.size()) {
            return "";
        }
        return (absent == alerts.size()
                        ? " There was no data for any of these " + period + "s."
                        : " There was no data for " + absent + " of these " + period + "s.")
                + (period.isWithinDay()
                        ? ""
                        : " If data is expected only on certain days, set 'days', 'except' or 'only', or 'absent: ok'.");
    }

    private static boolean isAbsent(Finding finding) {
        return finding.evidence().observations().get(finding.partition()) instanceof Snapshot found && found.isAbsent();
    }
}
