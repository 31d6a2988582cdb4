// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.Check;
import io.lakecheck.CompleteCheck;
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
 * The verdicts that a suite would have given on each of the most recent days. Each partition is checked as of its own
 * deadline, but against the current content of the lake, so a partition that has been repaired since then passes. The
 * recency of partitions that were copied or restored is SKIPPED.
 *
 * @param at the time at which the backtest ends
 * @param days the number of days
 * @param traffic the requests that were sent and the objects that were listed
 * @param series the findings of each check, in the suite's order; undated datasets are excluded because they have no
 *     past partitions
 */
public record Backtest(Instant at, int days, Traffic traffic, List<Series> series) {

    public Backtest {
        series = List.copyOf(series);
    }

    /**
     * The findings of one check of one dataset.
     *
     * @param findings the findings of each day, oldest first
     */
    public record Series(Dataset dataset, Check check, List<Finding> findings) {

        public Series {
            findings = List.copyOf(findings);
        }

        /** Returns the number of findings with this outcome. */
        public long count(Outcome outcome) {
            return findings.stream()
                    .filter(finding -> finding.outcome() == outcome)
                    .count();
        }

        /** Returns the findings that would have alerted (WARNED, FAILED or UNKNOWN), oldest first. */
        public List<Finding> alerts() {
            return findings.stream()
                    .filter(finding -> finding.outcome().isAtLeast(Outcome.WARNED))
                    .toList();
        }
    }

    /**
     * Returns a series for each check of a dataset from evidence that is already known. Lists nothing.
     *
     * @param days the evidence of each day as of its deadline, oldest first
     */
    public static List<Series> of(Dataset dataset, List<Evidence> days) {
        return series(dataset, days, BackfillDetector.among(days));
    }

    /**
     * Returns a series for each check of a dataset, or an empty list if there are no days. Days before the first
     * partition are SKIPPED, because the dataset may not have existed yet. A missing day alerts only once, because a
     * check that normally covers several days is applied to each day separately.
     *
     * @param days the evidence of each day, oldest first
     */
    static List<Series> series(Dataset dataset, List<Evidence> days, BackfillDetector backfills) {
        if (days.isEmpty()) {
            return List.of();
        }
        int first = first(days);
        List<Series> all = new ArrayList<>();
        for (Check check : dataset.checks()) {
            List<Finding> findings = new ArrayList<>();
            for (int i = 0; i < days.size(); i++) {
                Evidence evidence = days.get(i);
                Verdict verdict = i < first ? tooEarly(days.get(first)) : verdict(check, evidence, backfills);
                findings.add(new Finding(check, evidence, verdict));
            }
            all.add(new Series(dataset, check, findings));
        }
        return all;
    }

    /** Returns a series with a single finding for each check of a dataset that could not be checked at all. */
    static List<Series> unknown(List<Finding> findings) {
        return findings.stream()
                .map(finding -> new Series(finding.dataset(), finding.check(), List.of(finding)))
                .toList();
    }

    private static Verdict verdict(Check check, Evidence evidence, BackfillDetector backfills) {
        if (check instanceof RecencyCheck recency) {
            return backfills.verdict(recency, evidence);
        }
        boolean isFirst = check.equals(evidence.dataset().checks().get(0));
        return check instanceof CompleteCheck complete
                ? complete.alone().verdict(evidence, isFirst)
                : check.verdict(evidence);
    }

    /**
     * Returns the index of the first day that is not before the oldest existing partition. That partition may be older
     * than all of the days, because the partitions in their histories were listed too. If no partition exists, returns
     * 0, so that all days are checked.
     */
    private static int first(List<Evidence> days) {
        Optional<LocalDateTime> oldest = days.stream()
                .flatMap(evidence -> evidence.observations().values().stream())
                .filter(Backtest::exists)
                .map(observation -> from(observation.partition()))
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

    /** Returns whether a partition may exist: it has objects of any kind, or could not be listed. */
    static boolean exists(Observation observation) {
        return !(observation instanceof Snapshot found && found.hasNoObjects());
    }

    private static Verdict tooEarly(Evidence first) {
        return Verdict.skipped(
                "absent",
                "no earlier data exists, so the dataset may start with "
                        + Display.visible(first.partition().label()));
    }
}
