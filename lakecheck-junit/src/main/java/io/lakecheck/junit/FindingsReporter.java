// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.Finding;
import io.lakecheck.Notice;
import io.lakecheck.Outcome;
import io.lakecheck.Report;
import io.lakecheck.lake.LakeException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.MultipleFailuresError;

/**
 * What findings mean to JUnit: a broken check is a failure, one that could not look is an error, and what is only to be
 * known becomes a report entry.
 *
 * @param findings of one test
 * @param notices what else is to be said
 */
record FindingsReporter(List<Finding> findings, List<Notice> notices) {

    FindingsReporter(Report report) {
        this(report.findings(), report.notices());
    }

    /** Publishes what is to be known and throws what is wrong, all of it at once. */
    void report(ExtensionContext context) {
        findings.stream()
                .filter(FindingsReporter::isWorthKnowing)
                .forEach(finding ->
                        context.publishReportEntry(Map.of("lakecheck " + finding.outcome(), finding.text())));
        notices.stream()
                .filter(notice -> notice.level() != Notice.Level.INFO)
                .forEach(notice -> context.publishReportEntry(Map.of("lakecheck " + notice.level(), notice.text())));
        refuse();
    }

    /** Throws what is wrong, if anything is. */
    void refuse() {
        List<AssertionFailedError> failures = all(Outcome.FAILED).stream()
                .map(finding -> new AssertionFailedError(
                        finding.text(),
                        finding.verdict().expected(),
                        finding.verdict().measured()))
                .toList();
        if (!all(Outcome.UNKNOWN).isEmpty()) {
            throw error(failures);
        }
        if (failures.size() == 1) {
            throw new AssertionFailedError(
                    failures.get(0).getMessage() + besides(),
                    failures.get(0).getExpected(),
                    failures.get(0).getActual());
        }
        if (!failures.isEmpty()) {
            throw new MultipleFailuresError("the lake is not as it should be" + besides(), failures);
        }
    }

    private LakeException error(List<AssertionFailedError> failures) {
        String unknown = all(Outcome.UNKNOWN).stream().map(Finding::text).collect(Collectors.joining("\n"));
        String broken =
                failures.stream().map(failure -> "\n" + failure.getMessage()).collect(Collectors.joining());
        LakeException error = new LakeException(LakeException.Reason.UNEXPECTED, unknown + broken + besides());
        failures.forEach(error::addSuppressed);
        return error;
    }

    private String besides() {
        return findings.stream()
                .filter(FindingsReporter::isWorthKnowing)
                .map(finding -> "\n" + finding.text())
                .collect(Collectors.joining());
    }

    private static boolean isWorthKnowing(Finding finding) {
        return finding.outcome() == Outcome.WARNED || finding.outcome() == Outcome.SKIPPED;
    }

    private List<Finding> all(Outcome outcome) {
        return findings.stream().filter(finding -> finding.outcome() == outcome).toList();
    }
}
