// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lakes;

import io.lakecheck.Finding;
import io.lakecheck.Outcome;
import io.lakecheck.Report;
import io.lakecheck.survey.Backtest;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What lakecheck did with the data of a layout.
 *
 * @param verified the report on the data without faults
 * @param planted the outcome of each planted fault
 * @param backtest the backtest of the data without faults
 * @param suggested the suggested suite
 * @param differences the keys in which the suggested suite differs from the one that was written by hand
 */
record LayoutResult(
        Layout layout,
        Report verified,
        List<LayoutTrial.Planted> planted,
        Backtest backtest,
        SuggestedSuite suggested,
        List<String> differences) {

    static LayoutResult of(Layout layout) {
        LayoutTrial trial = new LayoutTrial(layout);
        Report verified = trial.verify();
        SuggestedSuite suggested = trial.suggest();
        return new LayoutResult(
                layout,
                verified,
                trial.faults(),
                trial.backtest(),
                suggested,
                SuiteComparison.differences(verified.suite().datasets(), suggested.datasets(), LayoutTrial.end()));
    }

    long detected() {
        return planted.stream().filter(LayoutTrial.Planted::isDetected).count();
    }

    /** Returns the planted faults of a kind. */
    List<LayoutTrial.Planted> of(Fault fault) {
        return planted.stream().filter(one -> one.fault() == fault).toList();
    }

    /** Returns the number of days of all datasets that the backtest judged. */
    int datasetDays() {
        return days(finding -> finding.outcome() != Outcome.SKIPPED).size();
    }

    /** Returns the datasets and days on which a check alerted, although the data has no faults. */
    Set<String> falseAlarms() {
        return days(finding -> finding.outcome().isAtLeast(Outcome.WARNED));
    }

    /** Returns the differences that no comment of the suggested suite mentions. */
    List<String> unmentioned() {
        return differences.stream()
                .filter(key -> !key.equals(SuiteComparison.NOTHING))
                .filter(key -> !suggested.mentions(key.equals(SuiteComparison.LOCATION) ? layout.location() : key))
                .toList();
    }

    private Set<String> days(Predicate<Finding> condition) {
        Set<String> days = new TreeSet<>();
        for (Backtest.Series series : backtest.series()) {
            for (Finding finding : series.findings()) {
                if (condition.test(finding)) {
                    LocalDate day =
                            finding.partition().span().orElseThrow().from().toLocalDate();
                    days.add(series.dataset().name() + " " + day);
                }
            }
        }
        return days;
    }
}
