// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import io.lakecheck.lake.Snapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
                    finding.dataset().name(), finding.partition().folder(), finding.outcome(), cause(finding));
            groups.computeIfAbsent(cause, any -> new ArrayList<>()).add(finding);
        }
        return groups.values().stream().map(FindingGroup::new).toList();
    }

    private static String cause(Finding finding) {
        return finding.outcome().isViolation() && isWithoutData(finding) && !hasOtherProblems(finding)
                ? NO_DATA
                : finding.verdict().text();
    }

    private static boolean isWithoutData(Finding finding) {
        return finding.evidence().observations().get(finding.partition()) instanceof Snapshot found && found.isEmpty();
    }

    /** Returns whether the check also covers other partitions or folders and found a problem there. */
    private static boolean hasOtherProblems(Finding finding) {
        return finding.check() instanceof CompleteCheck
                && !(finding.verdict().history().stream().allMatch(entry -> entry.isUsable())
                        && finding.evidence().strays().values().stream()
                                .allMatch(strays ->
                                        strays.count() == 0 && strays.failure().isEmpty()));
    }

    /** Returns the finding whose verdict describes the cause. */
    public Finding first() {
        return findings.get(0);
    }

    public Outcome outcome() {
        return first().outcome();
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
        return first().text(checks(), outcome);
    }
}
