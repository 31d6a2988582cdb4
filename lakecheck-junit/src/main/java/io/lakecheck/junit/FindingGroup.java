// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.CompleteCheck;
import io.lakecheck.Finding;
import io.lakecheck.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.opentest4j.AssertionFailedError;

/**
 * Findings about the same partition with the same cause, which is reported only once. For example, all checks of a
 * partition without data fail, and if a partition can't be listed, all its checks are UNKNOWN.
 *
 * @param findings at least one finding; all have the same dataset, partition and outcome
 */
record FindingGroup(List<Finding> findings) {

    private record Cause(String dataset, String folder, Outcome outcome, Object text) {}

    FindingGroup {
        findings = List.copyOf(findings);
    }

    /** Groups findings by cause, in the order of the first finding in each group. */
    static List<FindingGroup> of(List<Finding> findings) {
        Map<Cause, List<Finding>> groups = new LinkedHashMap<>();
        for (Finding finding : findings) {
            groups.computeIfAbsent(
                            new Cause(
                                    finding.dataset().name(),
                                    finding.partition().folder(),
                                    finding.outcome(),
                                    cause(finding)),
                            cause -> new ArrayList<>())
                    .add(finding);
        }
        return groups.values().stream().map(FindingGroup::new).toList();
    }

    private static Object cause(Finding finding) {
        if (finding.outcome() == Outcome.UNKNOWN) {
            return finding.verdict().text();
        }
        boolean isOfPartition = !(finding.check() instanceof CompleteCheck);
        return isOfPartition && WrittenObjects.isWithoutData(finding) ? "no data" : finding;
    }

    Finding first() {
        return findings.get(0);
    }

    /**
     * Returns one line that describes the group, such as {@code kpi dt=2026-01-02 recency, size FAILED: absent;
     * expected by … (s3://…)}.
     */
    String text() {
        String text = first().text();
        String check = first().check().name();
        int start = first().subject().length() - check.length();
        String checks = findings.stream()
                .map(finding -> finding.check().name())
                .distinct()
                .collect(Collectors.joining(", "));
        return text.substring(0, start) + checks + text.substring(start + check.length());
    }

    /** Returns an exception whose expected and actual values contain one line for each check. */
    AssertionFailedError failure(String message) {
        return new AssertionFailedError(
                message, lines(finding -> finding.verdict().expected()), lines(finding -> finding.verdict()
                        .measured()));
    }

    private String lines(Function<Finding, String> value) {
        return findings.stream()
                .map(finding -> finding.check().name() + ": " + value.apply(finding))
                .collect(Collectors.joining("\n"));
    }
}
