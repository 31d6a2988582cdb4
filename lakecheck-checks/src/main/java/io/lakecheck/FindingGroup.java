// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import io.lakecheck.baseline.HistoryEntry;
import io.lakecheck.lake.Snapshot;
import io.lakecheck.partition.Partition;
import io.lakecheck.partition.PeriodNames;
import io.lakecheck.value.Display;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Findings about the same partition that have the same cause and are therefore reported as one. For example, all checks
 * of an absent partition fail, and all checks of a partition that can't be listed are UNKNOWN.
 *
 * @param findings at least one finding; all have the same dataset, partition and outcome
 */
public record FindingGroup(List<Finding> findings) {

    private static final String NO_DATA = "no data";

    private record Cause(String dataset, String folder, Outcome outcome, String text) {}

    public FindingGroup {
        findings = List.copyOf(findings);
    }

    /** Groups findings by cause, in the order of the first finding in each group. */
    public static List<FindingGroup> of(List<Finding> findings) {
        Map<Cause, List<Finding>> groups = new LinkedHashMap<>();
        for (Finding finding : findings) {
            Cause cause = new Cause(
                    finding.dataset().name(),
                    finding.partition().folder(),
                    finding.outcome(),
                    cause(finding, findings));
            groups.computeIfAbsent(cause, any -> new ArrayList<>()).add(finding);
        }
        return groups.values().stream().map(FindingGroup::new).toList();
    }

    private static String cause(Finding finding, List<Finding> all) {
        return finding.outcome().isViolation() && isWithoutData(finding) && !hasOtherProblems(finding, all)
                ? NO_DATA
                : finding.verdict().text();
    }

    private static boolean isWithoutData(Finding finding) {
        return finding.evidence().observations().get(finding.partition()) instanceof Snapshot found && found.isEmpty();
    }

    /**
     * Returns whether the check also covers other partitions or folders and found another problem there. If the dataset
     * has never had data by this name, that is the only problem.
     */
    private static boolean hasOtherProblems(Finding finding, List<Finding> all) {
        return finding.check() instanceof CompleteCheck
                && !hasOtherName(finding.evidence())
                && !((isExplained(finding, all) || Strays.isNothingFound(finding.evidence()))
                        && finding.evidence().strays().values().stream()
                                .allMatch(strays ->
                                        strays.count() == 0 && strays.failure().isEmpty()));
    }

    private static boolean hasOtherName(Evidence evidence) {
        return Strays.isNothingFound(evidence) && Strays.insteadOf(evidence).isPresent();
    }

    private static List<HistoryEntry> incomplete(Finding complete) {
        return complete.verdict().history().stream()
                .filter(entry -> !entry.isUsable())
                .toList();
    }

    /**
     * Returns whether the other incomplete periods, if any, are those right before the checked one that have no data
     * either. The first finding that fails must name them too, because its verdict describes the cause.
     */
    private static boolean isExplained(Finding complete, List<Finding> all) {
        List<HistoryEntry> incomplete = incomplete(complete);
        return incomplete.isEmpty()
                || (areRightBefore(complete, incomplete)
                        && all.stream()
                                .filter(other -> other.evidence().equals(complete.evidence()))
                                .filter(other -> other.outcome() == complete.outcome())
                                .limit(1)
                                .flatMap(first -> first.streak().stream())
                                .anyMatch(streak -> streak.periods() > incomplete.size()));
    }

    private static boolean areRightBefore(Finding complete, List<HistoryEntry> incomplete) {
        return complete.dataset()
                .before(complete.partition())
                .limit(incomplete.size())
                .toList()
                .equals(withoutData(incomplete));
    }

    private static List<Partition> withoutData(List<HistoryEntry> newestFirst) {
        return newestFirst.stream()
                .filter(entry -> entry.snapshot().filter(Snapshot::isEmpty).isPresent())
                .map(HistoryEntry::partition)
                .toList();
    }

    /** Returns the finding whose verdict describes the cause. */
    public Finding first() {
        return findings.get(0);
    }

    public Outcome outcome() {
        return first().outcome();
    }

    /**
     * Returns the verdict that describes the cause, together with what a {@code complete} check in this group adds
     * about earlier periods without data.
     */
    public Verdict verdict() {
        Verdict verdict = first().verdict();
        return findings.stream()
                .skip(1)
                .filter(finding -> finding.check() instanceof CompleteCheck)
                .filter(finding -> outcome().isViolation() && isWithoutData(finding))
                .filter(finding -> !hasOtherName(finding.evidence()))
                .flatMap(finding -> earlier(finding).stream())
                .findFirst()
                .map(verdict::because)
                .orElse(verdict);
    }

    private static Optional<String> earlier(Finding complete) {
        int periods = incomplete(complete).size() + 1;
        String unit = complete.partition().span().map(PeriodNames::unit).orElse("partition");
        if (periods == 1) {
            return Optional.empty();
        }
        return Optional.of(
                Strays.isNothingFound(complete.evidence())
                        ? "no data in the last " + Display.count(periods, unit)
                        : CompleteCheck.rerun(periods, unit));
    }

    /** Returns whether a limit is broken because the partition has no data. */
    public boolean isWithoutData() {
        return outcome().isViolation() && isWithoutData(first());
    }

    /** Returns the names of the checks, for example {@code recency, size}. */
    public String checks() {
        return findings.stream()
                .map(finding -> finding.check().name())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** Returns what was checked, for example {@code kpi-daily dt=2026-01-02 recency, size}. It is safe to print. */
    public String subject() {
        return first().subject(checks());
    }

    /**
     * Returns the group as one line that is safe to print, for example {@code kpi-daily dt=2026-01-02 recency, size
     * FAILED: absent; expected by 2026-01-03 06:00:00 Z (s3://refined/kpi/dt=2026-01-02/)}.
     */
    public String text() {
        return text(outcome().name());
    }

    /**
     * Returns the group as one line, with the given text for the outcome.
     *
     * @param outcome the outcome as text, for example with color codes
     */
    public String text(String outcome) {
        return first().text(checks(), outcome, verdict());
    }
}
