// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.Finding;
import io.lakecheck.Outcome;
import io.lakecheck.value.Display;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.opentest4j.AssertionFailedError;

/**
 * Findings on one partition that have the same cause, so that it is reported once: if the partition is absent, several
 * checks measure "absent".
 *
 * @param findings at least one; all have the same dataset, partition, outcome and measured text
 */
record FindingGroup(List<Finding> findings) {

    private record Cause(String dataset, String folder, Outcome outcome, String measured) {}

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
                                    finding.verdict().measured()),
                            cause -> new ArrayList<>())
                    .add(finding);
        }
        return groups.values().stream().map(FindingGroup::new).toList();
    }

    Finding first() {
        return findings.get(0);
    }

    /** Returns one line: {@code kpi dt=2026-01-02 recency, size FAILED: absent; expected …, at least 1 kB (s3://…)}. */
    String text() {
        if (findings.size() == 1) {
            return first().text();
        }
        String subject = first().subject();
        String expected = distinct(finding -> finding.verdict().expected(), ", ");
        String reason = distinct(finding -> finding.verdict().reason(), "; ");
        return subject.substring(0, subject.lastIndexOf(' ') + 1)
                + distinct(finding -> finding.check().name(), ", ") + " " + first().outcome() + ": "
                + Stream.of(first().verdict().measured(), expected.isEmpty() ? "" : "expected " + expected, reason)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining("; "))
                + " (" + Display.visible(first().partition().folder()) + ")";
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

    private String distinct(Function<Finding, String> text, String separator) {
        return findings.stream()
                .map(text)
                .filter(each -> !each.isEmpty())
                .distinct()
                .collect(Collectors.joining(separator));
    }
}
