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
 * Findings on one partition that have the same cause, so that it is reported once: if a partition has no data, all
 * checks fail, and if it can't be listed, all are UNKNOWN.
 *
 * @param findings at least one; all have the same dataset, partition and outcome
 */
record FindingGroup(List<Finding> findings) {

    private record Cause(String dataset, String folder, Outcome outcome, Object text) {}

    FindingGroup {
        findings = List.copyOf(findings);
    }

    /** Groups findings, in their order. */
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

    /** Returns one line: {@code kpi dt=2026-01-02 recency, size FAILED: absent; expected by … (s3://…)}. */
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

    /** Returns a failure whose expected and actual values have a line for each check. */
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
