// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.CompleteCheck;
import io.lakecheck.Finding;
import io.lakecheck.Outcome;
import io.lakecheck.Verdict;
import io.lakecheck.partition.Partition;
import io.lakecheck.partition.PeriodNames;
import io.lakecheck.value.Display;
import java.util.List;
import java.util.Optional;

/**
 * The consecutive expected periods, up to the checked one, in which a check had the same outcome or a more severe one.
 * Periods for which the check was skipped neither count nor end the streak.
 *
 * @param outcome the outcome on the checked partition: WARNED or FAILED
 * @param first the partition of the earliest of these periods
 * @param last the checked partition
 * @param periods the number of periods, including the checked one
 * @param isStartKnown whether the period before the first one had a less severe outcome; if not, it was not listed
 */
public record FailureStreak(Outcome outcome, Partition first, Partition last, int periods, boolean isStartKnown) {

    /**
     * Returns the streak that a finding continues or starts. It is empty if the check has passed, or if nothing is
     * known of the period before the checked one. A {@code complete} check has no streaks, because it names each
     * incomplete period.
     */
    public static Optional<FailureStreak> of(Finding finding) {
        return finding.outcome().isViolation() && !(finding.check() instanceof CompleteCheck)
                ? of(finding, PastVerdicts.before(finding.evidence()))
                : Optional.empty();
    }

    private static Optional<FailureStreak> of(Finding finding, PastVerdicts past) {
        Iterable<Partition> earlier =
                () -> finding.dataset().before(finding.partition()).iterator();
        FailureStreak streak = new FailureStreak(finding.outcome(), finding.partition(), finding.partition(), 1, false);
        for (Partition partition : earlier) {
            Optional<Verdict> verdict = past.verdict(finding.check(), partition);
            if (verdict.filter(known -> known.outcome() == Outcome.SKIPPED).isPresent()) {
                continue;
            }
            if (verdict.filter(known -> known.outcome().isAtLeast(finding.outcome()))
                    .isEmpty()) {
                return streak.withStart(verdict.isPresent() || past.isBeforeFirstData(partition));
            }
            streak = new FailureStreak(finding.outcome(), partition, finding.partition(), streak.periods + 1, false);
        }
        return streak.withStart(false);
    }

    private Optional<FailureStreak> withStart(boolean isKnown) {
        return isKnown || periods > 1
                ? Optional.of(new FailureStreak(outcome, first, last, periods, isKnown))
                : Optional.empty();
    }

    /** Returns the findings, in which streaks of more than one period are a reason. */
    public static List<Finding> noted(List<Finding> findings) {
        return findings.stream()
                .map(finding -> of(finding)
                        .filter(streak -> streak.periods > 1)
                        .map(streak -> new Finding(
                                finding.check(),
                                finding.evidence(),
                                finding.verdict().worsenedTo(finding.outcome(), streak.text())))
                        .orElse(finding))
                .toList();
    }

    /**
     * Returns the streak as text that is safe to print, for example {@code failing since dt=2026-01-12 (4 days)} or
     * {@code warned since dt=2026-01-12 or earlier (at least 4 days)}.
     */
    public String text() {
        return (outcome == Outcome.FAILED ? "failing since " : "warned since ") + span();
    }

    /**
     * Returns the periods as text that is safe to print, for example {@code dt=2026-01-12 (4 days)} or
     * {@code dt=2026-01-12 or earlier (at least 4 days)}.
     */
    public String span() {
        String unit = first.span()
                .flatMap(from -> last.span().map(to -> PeriodNames.unit(from, to, periods)))
                .orElse("period");
        return Display.visible(first.label()) + (isStartKnown ? " (" : " or earlier (at least ")
                + Display.count(periods, unit) + ")";
    }
}
