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
 * Reporter of findings to JUnit: FAILED becomes a failure, UNKNOWN an error, WARNED and SKIPPED become report entries.
 *
 * @param findings the findings for one test
 * @param notices notices about the run
 */
record FindingsReporter(List<Finding> findings, List<Notice> notices) {

    FindingsReporter(Report report) {
        this(report.findings(), report.notices());
    }

    /** Publishes report entries, then throws if a check is FAILED or UNKNOWN. */
    void report(ExtensionContext context) {
        findings.stream()
                .filter(FindingsReporter::isReportEntry)
                .forEach(finding ->
                        context.publishReportEntry(Map.of("lakecheck " + finding.outcome(), finding.text())));
        notices.stream()
                .filter(notice -> notice.level() != Notice.Level.INFO)
                .forEach(notice -> context.publishReportEntry(Map.of("lakecheck " + notice.level(), notice.text())));
        throwProblems();
    }

    /**
     * Throws all problems at once.
     *
     * @throws AssertionError if checks are FAILED
     * @throws LakeException if checks are UNKNOWN
     */
    void throwProblems() {
        List<AssertionFailedError> failures = with(Outcome.FAILED).stream()
                .map(finding -> failure(finding, finding.text()))
                .toList();
        if (!with(Outcome.UNKNOWN).isEmpty()) {
            throw error(failures);
        }
        if (failures.size() == 1) {
            Finding failed = with(Outcome.FAILED).get(0);
            throw failure(failed, failed.text() + reportEntries());
        }
        if (!failures.isEmpty()) {
            throw new MultipleFailuresError("checks failed" + reportEntries(), failures);
        }
    }

    private static AssertionFailedError failure(Finding finding, String message) {
        return new AssertionFailedError(
                message, finding.verdict().expected(), finding.verdict().measured());
    }

    private LakeException error(List<AssertionFailedError> failures) {
        String unknown = with(Outcome.UNKNOWN).stream().map(Finding::text).collect(Collectors.joining("\n"));
        String failed =
                failures.stream().map(failure -> "\n" + failure.getMessage()).collect(Collectors.joining());
        LakeException error = new LakeException(LakeException.Reason.UNEXPECTED, unknown + failed + reportEntries());
        failures.forEach(error::addSuppressed);
        return error;
    }

    private String reportEntries() {
        return findings.stream()
                .filter(FindingsReporter::isReportEntry)
                .map(finding -> "\n" + finding.text())
                .collect(Collectors.joining());
    }

    private static boolean isReportEntry(Finding finding) {
        return finding.outcome() == Outcome.WARNED || finding.outcome() == Outcome.SKIPPED;
    }

    private List<Finding> with(Outcome outcome) {
        return findings.stream().filter(finding -> finding.outcome() == outcome).toList();
    }
}
