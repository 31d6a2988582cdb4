// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.Report;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** Runs the checks of one test. Compiles the expectations once, and keeps the most recent report. Thread-safe. */
final class LakeVerifier {

    private List<Expectation> expectations;
    private final Function<String, Optional<String>> variables;
    private final Supplier<RunningLake> lake;
    private final RecordedMetrics metrics = new RecordedMetrics(this::runIfNeeded);

    private @Nullable List<CompiledExpectation> compiled;
    private Optional<Report> last = Optional.empty();
    private boolean hasOwnAssertions;

    LakeVerifier(
            List<Expectation> expectations, Function<String, Optional<String>> variables, Supplier<RunningLake> lake) {
        this.expectations = List.copyOf(expectations);
        this.variables = variables;
        this.lake = lake;
    }

    /**
     * Replaces references to the test's parameters with the arguments.
     *
     * @throws ExtensionConfigurationException if a reference names a parameter that the test doesn't have
     */
    synchronized void bind(TestArguments arguments) {
        expectations = expectations.stream()
                .map(expectation -> expectation.with(arguments))
                .toList();
        expectations.forEach(expectation -> expectation.requireArguments(arguments));
        compiled = null;
    }

    /** Returns whether checks refer to parameters of the test whose arguments have not been bound yet. */
    synchronized boolean needsArguments() {
        return expectations.stream().anyMatch(Expectation::needsArguments);
    }

    /** Returns whether the test has checks. */
    synchronized boolean hasChecks() {
        return !expectations.isEmpty();
    }

    /**
     * Returns the compiled expectations.
     *
     * @throws ExtensionConfigurationException if an annotation or builder contains a mistake
     */
    synchronized List<CompiledExpectation> compiled() {
        if (compiled == null) {
            Clock clock = Clock.systemUTC();
            compiled = expectations.stream()
                    .map(expectation -> expectation.compile(variables, clock))
                    .toList();
        }
        return compiled;
    }

    /** Returns the datasets to check, in the order of the expectations. */
    List<DatasetRun> datasets() {
        return compiled().stream()
                .flatMap(expectation -> expectation.datasets().stream())
                .toList();
    }

    /**
     * Returns runs that together check all datasets, in as few runs as possible.
     *
     * @throws ExtensionConfigurationException if an annotation or builder contains a mistake
     */
    List<SuiteRun> runs() {
        Map<String, DatasetRun> byName = new HashMap<>();
        for (DatasetRun run : datasets()) {
            DatasetRun first = byName.putIfAbsent(run.dataset().name(), run);
            if (first != null) {
                throw run.expectation()
                        .mistake("duplicate dataset '" + run.dataset().name() + "'; first defined by "
                                + first.expectation().origin()
                                + ". Give each dataset its own name, for example name = \"kpi-2\".");
            }
        }
        return SuiteRun.group(datasets());
    }

    /**
     * Validates values that would otherwise be parsed only when checks run: times, partitions and names.
     *
     * @throws ExtensionConfigurationException if an annotation or builder contains a mistake
     */
    void validate() {
        datasets().forEach(DatasetRun::partition);
        runs();
    }

    /** Runs the checks. Returns empty if there are no expectations. */
    Optional<Report> check() {
        metrics.clear();
        Optional<Report> report = hasChecks() ? Optional.of(run()) : Optional.empty();
        synchronized (this) {
            last = report;
        }
        return report;
    }

    private Report run() {
        Map<SuiteRun, Report> byRun = new LinkedHashMap<>();
        runs().forEach(run -> byRun.put(run, run.check(lake.get().lakeOf(run))));
        CombinedReport combined = CombinedReport.of(byRun);
        List<Report> reports = new ArrayList<>();
        for (CompiledExpectation expectation : compiled()) {
            reports.add(published(combined.of(expectation)));
        }
        return combined.merge(reports);
    }

    /**
     * Publishes metrics to the {@link MetricsRecorder} if a suite sets a CloudWatch namespace, and returns the report
     * with the resulting notices.
     */
    private Report published(Report report) {
        return report.suite().metrics().isEmpty()
                ? report
                : report.reportTo(
                        List.of(new MetricsRecorder(metrics, lake.get().cloudWatch())));
    }

    private void runIfNeeded() {
        if (hasChecks()) {
            report();
        }
    }

    /** Returns the most recent report. If there is none, runs the checks. */
    Report report() {
        Optional<Report> found;
        synchronized (this) {
            found = last;
        }
        return found.or(this::check).orElseThrow(LakeVerifier::nothingExpected);
    }

    /**
     * Runs the checks for a test that makes its own assertions on the report. The findings are then not reported to
     * JUnit.
     */
    Report checkForOwnAssertions() {
        synchronized (this) {
            hasOwnAssertions = true;
        }
        return check().orElseThrow(LakeVerifier::nothingExpected);
    }

    synchronized boolean hasOwnAssertions() {
        return hasOwnAssertions;
    }

    RecordedMetrics metrics() {
        return metrics;
    }

    private static IllegalStateException nothingExpected() {
        return new IllegalStateException("no checks to report on. Add a @LakeCheck to the test or its class.");
    }
}
