// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import io.lakecheck.baseline.Exclusion;
import io.lakecheck.baseline.HistoryEntry;
import io.lakecheck.baseline.HistoryStretch;
import io.lakecheck.lake.LakeException;
import io.lakecheck.lake.Snapshot;
import io.lakecheck.partition.Partition;
import io.lakecheck.partition.PeriodNames;
import io.lakecheck.value.Display;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks that the partition of each of the last periods exists, is not empty and, if the dataset has a marker, contains
 * it and has not changed since the marker was written. It finds gaps in the past, which the other checks miss because
 * they check only the newest partition. It also finds {@linkplain Strays strays} next to the partitions. Periods
 * outside the calendar are not counted.
 *
 * @param last the number of periods to check, including the period of the checked partition; at least 1
 * @param severity whether an incomplete period fails the check or is only a warning
 * @param strays the outcome if there are strays, regardless of {@code severity}; {@link MissingPolicy#SKIP} disables
 *     the search
 */
public record CompleteCheck(int last, Severity severity, MissingPolicy strays) implements Check {

    /** The maximum number of gaps that a verdict names. */
    private static final int MOST_GAPS = 10;

    public CompleteCheck {
        if (last < 1) {
            throw new IllegalArgumentException("last must be at least 1");
        }
    }

    @Override
    public String name() {
        return "complete";
    }

    @Override
    public String describe() {
        return "data in " + (last == 1 ? "the last period" : "each of the last " + last + " periods");
    }

    @Override
    public Set<Partition> needs(Evidence evidence) {
        return evidence.dataset().expects(evidence.partition())
                ? Stream.concat(partitions(evidence), partitions(evidence).flatMap(evidence::partsFrom))
                        .filter(partition -> !evidence.has(partition))
                        .collect(Collectors.toSet())
                : new HashSet<>(Check.super.needs(evidence));
    }

    @Override
    public Set<String> searches(Evidence evidence) {
        return folders(evidence).stream()
                .filter(folder -> !evidence.strays().containsKey(folder))
                .collect(Collectors.toSet());
    }

    @Override
    public Verdict judge(Evidence evidence) {
        Verdict verdict = completeness(evidence);
        try {
            Strays found = evidence.straysIn(folders(evidence));
            return found.count() == 0 ? verdict : withStrays(verdict, found);
        } catch (LakeException e) {
            // Even if the folders could not be searched, it is known which periods are incomplete.
            return verdict.worsenedTo(
                    Outcome.UNKNOWN,
                    "could not search for stray folders: " + e.text() + "; set strays: skip to disable the search");
        }
    }

    /** Returns the verdict on incomplete periods and strays. The more severe of the two problems comes first. */
    private Verdict withStrays(Verdict verdict, Strays found) {
        Outcome outcome = found.areOnlyUnexpected() ? Outcome.WARNED : strays.outcome(Severity.FAIL);
        return verdict.outcome().isAtLeast(outcome)
                ? verdict.worsenedTo(outcome, found.text())
                : Verdict.of(outcome, found.text(), "none", Verdict.joined(verdict.measured(), verdict.reason()))
                        .withHistory(verdict.history());
    }

    private Verdict completeness(Evidence evidence) {
        List<HistoryEntry> newestFirst = partitions(evidence)
                .map(partition -> entry(evidence, partition))
                .toList();
        List<HistoryEntry> oldestFirst = new ArrayList<>(newestFirst);
        Collections.reverse(oldestFirst);
        List<HistoryStretch> gaps = HistoryStretch.ofExcluded(oldestFirst, entry -> remark(entry, evidence));
        int incomplete = periods(gaps);
        String unit = evidence.partition().span().map(PeriodNames::unit).orElse("partition");
        boolean isOne = newestFirst.size() == 1;
        String periods = isOne ? "the last " + unit : "of the last " + Display.count(newestFirst.size(), unit);
        return (gaps.isEmpty()
                        ? Verdict.of(
                                Outcome.PASSED,
                                (isOne ? "" : "all ") + periods + (isOne ? " is" : " are") + " complete",
                                "",
                                "")
                        : Verdict.of(
                                severity.broken(),
                                (isOne ? "" : incomplete + " ") + periods + (incomplete == 1 ? " is" : " are")
                                        + " incomplete: " + text(gaps, unit),
                                "",
                                rerun(incomplete, unit)))
                .withHistory(newestFirst.stream()
                        .filter(entry -> !entry.partition().equals(evidence.partition()))
                        .toList());
    }

    /** Returns the advice to repair a number of incomplete periods. */
    static String rerun(int incomplete, String unit) {
        return "re-run the job for "
                + (incomplete == 1 ? "this " + unit : "these " + Display.plural(unit) + ", oldest first");
    }

    /** Returns a copy of this check for a single partition, without earlier periods. */
    public CompleteCheck alone() {
        return new CompleteCheck(1, severity, strays);
    }

    /** Returns a copy of this check for a single partition, without earlier periods and without strays. */
    public CompleteCheck withoutNeighbors() {
        return new CompleteCheck(1, severity, MissingPolicy.SKIP);
    }

    private static int periods(List<HistoryStretch> gaps) {
        return gaps.stream().mapToInt(gap -> gap.entries().size()).sum();
    }

    private static String text(List<HistoryStretch> gaps, String unit) {
        String named = gaps.stream().limit(MOST_GAPS).map(HistoryStretch::text).collect(Collectors.joining(", "));
        return gaps.size() <= MOST_GAPS
                ? named
                : named + " and " + Display.count(periods(gaps.subList(MOST_GAPS, gaps.size())), "more " + unit);
    }

    private static String remark(HistoryEntry entry, Evidence evidence) {
        Exclusion reason = entry.exclusion().orElseThrow();
        return reason == Exclusion.MISSING_PARTS
                ? "without " + Display.firstOf(RecencyRules.MOST_PARTS, evidence.missingParts(entry.partition()))
                : reason.toString();
    }

    private static HistoryEntry entry(Evidence evidence, Partition partition) {
        Snapshot snapshot = evidence.snapshot(partition);
        return new HistoryEntry(partition, Optional.of(snapshot), incompleteness(evidence, snapshot));
    }

    private static Optional<Exclusion> incompleteness(Evidence evidence, Snapshot snapshot) {
        if (evidence.dataset().allowsEmpty(snapshot)) {
            return Optional.empty();
        }
        return snapshot.isEmpty() || evidence.missingParts(snapshot.partition()).isEmpty()
                ? evidence.dataset().incompleteness(snapshot)
                : Optional.of(Exclusion.MISSING_PARTS);
    }

    /**
     * Returns the folders to search for strays: the parent folders of the checked partitions. Parent folders of older
     * partitions, such as earlier years, are not searched.
     */
    private List<String> folders(Evidence evidence) {
        if (strays == MissingPolicy.SKIP || !evidence.dataset().expects(evidence.partition())) {
            return List.of();
        }
        return partitions(evidence)
                .flatMap(partition -> evidence.dataset().location().datedParents(partition).stream())
                .distinct()
                .sorted()
                .toList();
    }

    private Stream<Partition> partitions(Evidence evidence) {
        return Stream.concat(Stream.of(evidence.partition()), evidence.dataset().before(evidence.partition()))
                .limit(last);
    }
}
