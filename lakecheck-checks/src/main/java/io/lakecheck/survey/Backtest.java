// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.Check;
import io.lakecheck.Dataset;
import io.lakecheck.Evidence;
import io.lakecheck.Finding;
import io.lakecheck.Outcome;
import io.lakecheck.RecencyCheck;
import io.lakecheck.Verdict;
import io.lakecheck.lake.Observation;
import io.lakecheck.lake.Snapshot;
import io.lakecheck.lake.Traffic;
import io.lakecheck.partition.Partition;
import io.lakecheck.value.Display;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A suite as it would have been judged on each of the last days, each partition at its own deadline, by what is there
 * now: a partition that was repaired since looks good. Where the times of last write are those of a copy or a restore,
 * recency is SKIPPED and says so.
 *
 * @param at the moment up to which it goes
 * @param days how many days back
 * @param traffic what looking cost
 * @param series the answers, in the suite's order; datasets without dates have no past and are left out
 */
public record Backtest(Instant at, int days, Traffic traffic, List<Series> series) {

    public Backtest {
        series = List.copyOf(series);
    }

    /**
     * One check of one dataset through the days.
     *
     * @param findings oldest first
     */
    public record Series(Dataset dataset, Check check, List<Finding> findings) {

        public Series {
            findings = List.copyOf(findings);
        }

        /** How many findings ended so. */
        public long count(Outcome outcome) {
            return findings.stream()
                    .filter(finding -> finding.outcome() == outcome)
                    .count();
        }

        /** What would have been told: warned, failed or unknown, oldest first. */
        public List<Finding> alerts() {
            return findings.stream()
                    .filter(finding -> finding.outcome().isAtLeast(Outcome.WARNED))
                    .toList();
        }
    }

    /**
     * One dataset's days, each with its evidence, turned into its checks' series. Days before the first that is there
     * are skipped: nobody can tell a dataset that was younger from one that had lost them. None of no days.
     *
     * @param copies which of them no longer tell when they came
     */
    static List<Series> series(Dataset dataset, List<Evidence> days, BackfillDetector copies) {
        if (days.isEmpty()) {
            return List.of();
        }
        int begin = begin(days);
        List<Series> all = new ArrayList<>();
        for (Check check : dataset.checks()) {
            List<Finding> findings = new ArrayList<>();
            for (int i = 0; i < days.size(); i++) {
                Evidence evidence = days.get(i);
                Verdict verdict = i < begin ? before(days.get(begin)) : verdict(check, evidence, copies);
                findings.add(new Finding(check, evidence, verdict));
            }
            all.add(new Series(dataset, check, findings));
        }
        return all;
    }

    private static Verdict verdict(Check check, Evidence evidence, BackfillDetector copies) {
        return check instanceof RecencyCheck recency ? copies.judged(recency, evidence) : check.verdict(evidence);
    }

    /**
     * The first day from which anything is known to be there, be it seen in another day's past; where nothing is there
     * at all, the first of all: that is no beginning.
     */
    private static int begin(List<Evidence> days) {
        Optional<LocalDateTime> oldest = days.stream()
                .flatMap(evidence -> evidence.observations().values().stream())
                .filter(Backtest::isThere)
                .map(sighting -> from(sighting.partition()))
                .min(Comparator.naturalOrder());
        return IntStream.range(0, days.size())
                .filter(i -> oldest.filter(
                                from -> !from(days.get(i).partition()).isBefore(from))
                        .isPresent())
                .findFirst()
                .orElse(0);
    }

    private static LocalDateTime from(Partition partition) {
        return partition.span().orElseThrow().from();
    }

    private static boolean isThere(Observation sighting) {
        return !(sighting instanceof Snapshot found && found.isAbsent() && found.ignored() == 0);
    }

    private static Verdict before(Evidence first) {
        return Verdict.skipped(
                "not there",
                "nothing is before " + Display.visible(first.partition().label())
                        + ", with which the dataset may begin");
    }
}
