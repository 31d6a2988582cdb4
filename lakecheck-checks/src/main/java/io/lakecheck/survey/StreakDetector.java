// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.CompleteCheck;
import io.lakecheck.Finding;
import io.lakecheck.Finding.Streak;
import io.lakecheck.Outcome;
import io.lakecheck.Verdict;
import io.lakecheck.partition.Partition;
import java.util.List;
import java.util.Optional;

/** Finds out since when the checks of a dataset have not passed, from the verdicts on its earlier partitions. */
public final class StreakDetector {

    private final PastVerdicts past;

    private StreakDetector(PastVerdicts past) {
        this.past = past;
    }

    /** Returns the findings on a dataset with their streaks. */
    public static List<Finding> withStreaks(List<Finding> findings) {
        if (findings.stream().noneMatch(StreakDetector::mayContinue)) {
            return findings;
        }
        StreakDetector detector =
                new StreakDetector(PastVerdicts.before(findings.get(0).evidence()));
        return findings.stream()
                .map(finding -> detector.streak(finding).map(finding::with).orElse(finding))
                .toList();
    }

    /** A {@code complete} check has no streaks, because it names each incomplete period. */
    private static boolean mayContinue(Finding finding) {
        return finding.outcome().isViolation() && !(finding.check() instanceof CompleteCheck);
    }

    private Optional<Streak> streak(Finding finding) {
        if (!mayContinue(finding)) {
            return Optional.empty();
        }
        Iterable<Partition> earlier =
                () -> finding.dataset().before(finding.partition()).iterator();
        Streak streak = streak(finding, finding.partition(), 1, false);
        for (Partition partition : earlier) {
            Optional<Verdict> verdict = past.verdict(finding.check(), partition);
            Optional<Outcome> outcome = verdict.map(Verdict::outcome);
            if (outcome.filter(Outcome.SKIPPED::equals).isPresent()) {
                continue;
            }
            if (outcome.filter(known -> known.isAtLeast(finding.outcome())).isEmpty()) {
                boolean isStartKnown = outcome.isPresent() || past.isBeforeFirstData(partition);
                return known(streak(finding, streak.first(), streak.periods(), isStartKnown));
            }
            streak = streak(finding, partition, streak.periods() + 1, false);
        }
        return known(streak);
    }

    private static Streak streak(Finding finding, Partition first, int periods, boolean isStartKnown) {
        return new Streak(finding.outcome(), first, finding.partition(), periods, isStartKnown);
    }

    private static Optional<Streak> known(Streak streak) {
        return Optional.of(streak).filter(each -> each.isStartKnown() || each.periods() > 1);
    }
}
