// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.Finding;
import io.lakecheck.FindingGroup;
import io.lakecheck.Notice;
import io.lakecheck.Outcome;
import io.lakecheck.Report;
import io.lakecheck.Verdict;
import io.lakecheck.lake.LakeException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.MultipleFailuresError;

/**
 * Reports findings to JUnit: FAILED is a failure, and UNKNOWN is an error; WARNED and SKIPPED are report entries and
 * lines on the console.
 *
 * @param findings the findings of one test
 * @param notices the run's notices
 * @param onSkip whether a SKIPPED check fails the test
 * @param hint returns lines to add to the message of a failure, or an empty string
 */
record FindingsReporter(
        List<Finding> findings, List<Notice> notices, SkipPolicy onSkip, Function<Finding, String> hint) {

    FindingsReporter(Report report, TestLake lake) {
        this(report.findings(), report.notices(), lake.onSkip(), lake::writtenNear);
    }

    /**
     * Publishes report entries, then throws an exception if a check is FAILED or UNKNOWN, or if all checks are SKIPPED.
     *
     * @throws AssertionError if checks are FAILED
     * @throws LakeException if checks are UNKNOWN
     * @throws NothingJudgedException if all checks are SKIPPED
     */
    void report(ExtensionContext context) {
        publish(context);
        throwProblems();
        throwIfNothingJudged();
        print(context);
    }

    void publish(ExtensionContext context) {
        findings.stream()
                .filter(FindingsReporter::isReportEntry)
                .forEach(finding ->
                        context.publishReportEntry(Map.of("lakecheck " + finding.outcome(), finding.text())));
        notices.stream()
                .filter(notice -> notice.level() != Notice.Level.INFO)
                .forEach(notice -> context.publishReportEntry(Map.of("lakecheck " + notice.level(), notice.text())));
    }

    void print(ExtensionContext context) {
        String test = context.getTestClass().map(Class::getSimpleName).orElse("") + "."
                + context.getTestMethod().map(method -> method.getName()).orElse("");
        findings.stream()
                .filter(FindingsReporter::isReportEntry)
                .forEach(finding -> TestConsole.print("lakecheck: " + test + ": " + finding.text()));
    }

    void throwIfNothingJudged() {
        if (!findings.isEmpty() && with(Outcome.SKIPPED).size() == findings.size()) {
            throw new NothingJudgedException(findings);
        }
    }

    /** Throws one exception for all FAILED and UNKNOWN checks, if there are any. */
    void throwProblems() {
        List<AssertionFailedError> failures = failures();
        if (!with(Outcome.UNKNOWN).isEmpty()) {
            throw error(failures);
        }
        if (failures.size() == 1) {
            AssertionFailedError failure = failures.get(0);
            throw reportEntries().isEmpty()
                    ? failure
                    : new AssertionFailedError(
                            failure.getMessage() + reportEntries(), failure.getExpected(), failure.getActual());
        }
        if (!failures.isEmpty()) {
            throw new MultipleFailuresError("checks failed" + reportEntries(), failures);
        }
    }

    private List<AssertionFailedError> failures() {
        List<AssertionFailedError> failures = new ArrayList<>();
        Set<String> hints = new HashSet<>();
        for (FindingGroup group : FindingGroup.of(with(Outcome.FAILED))) {
            String explanation = hint.apply(group.first());
            failures.add(failure(group, hints.add(explanation) ? explanation : ""));
        }
        if (onSkip == SkipPolicy.FAIL && with(Outcome.SKIPPED).size() < findings.size()) {
            with(Outcome.SKIPPED)
                    .forEach(skipped -> failures.add(new AssertionFailedError(
                            skipped.text() + "; this fails the test because onSkip = FAIL",
                            skipped.check().name() + ": not SKIPPED",
                            skipped.check().name() + ": SKIPPED")));
        }
        return failures;
    }

    /** Returns an exception whose expected and actual values contain one line for each check. */
    private static AssertionFailedError failure(FindingGroup group, String explanation) {
        return new AssertionFailedError(
                group.text() + explanation, lines(group, Verdict::expected), lines(group, Verdict::measured));
    }

    private static String lines(FindingGroup group, Function<Verdict, String> value) {
        return group.findings().stream()
                .map(finding -> finding.check().name() + ": " + value.apply(finding.verdict()))
                .collect(Collectors.joining("\n"));
    }

    private LakeException error(List<AssertionFailedError> failures) {
        String unknown = FindingGroup.of(with(Outcome.UNKNOWN)).stream()
                .map(FindingGroup::text)
                .collect(Collectors.joining("\n"));
        String failed =
                failures.stream().map(failure -> "\n" + failure.getMessage()).collect(Collectors.joining());
        LakeException error = new LakeException(LakeException.Reason.UNEXPECTED, unknown + failed + reportEntries());
        failures.forEach(error::addSuppressed);
        return error;
    }

    private String reportEntries() {
        return findings.stream()
                .filter(FindingsReporter::isReportEntry)
                .filter(finding -> onSkip == SkipPolicy.REPORT || finding.outcome() != Outcome.SKIPPED)
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
