// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.run;

import io.lakecheck.Dataset;
import io.lakecheck.Finding;
import io.lakecheck.Outcome;
import io.lakecheck.Report;
import io.lakecheck.Reporter;
import io.lakecheck.Suite;
import io.lakecheck.notify.Notifier;
import io.lakecheck.spec.FailOn;
import io.lakecheck.spec.RunSettings;
import io.lakecheck.value.Display;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A run in a function that is invoked by events, such as an AWS Lambda function. Checking the lake and publishing the
 * report are separate steps, so that the function can publish only results that are new.
 */
public final class FunctionRun {

    private final RunTask task;

    private FunctionRun(RunTask task) {
        this.task = task;
    }

    /**
     * Returns a run for the datasets that the settings select. The run does not start yet.
     *
     * @throws RunRejectedException if the suite can't be checked with these settings
     */
    public static FunctionRun of(Suite suite, RunSettings settings, Clock clock) {
        return new FunctionRun(RunTask.of(suite, settings, clock)
                .orElseThrow(() -> new RunRejectedException("no dataset of the suite is selected")));
    }

    /**
     * Returns a run for one dataset. The run does not start yet.
     *
     * @throws RunRejectedException if the dataset has no partition with the name that the settings select
     */
    public static FunctionRun of(Suite suite, Dataset dataset, RunSettings settings, Clock clock) {
        return new FunctionRun(RunTask.of(suite, dataset, settings, clock));
    }

    /** Lists and checks the lake without publishing anything. */
    public Report check() {
        return task.run(progress -> {}, line -> {});
    }

    /** Returns an empty merge for the results of this run's shards. Merging does not read the lake. */
    public ShardMerge merge() {
        return new ShardMerge(task.suite(), task.plan());
    }

    /**
     * Returns a copy of a report with only the findings of the given checks. Select checks with this method after all
     * of them have run. Running only some of them could change their results, because the earlier partitions that a
     * check uses can depend on the settings of other checks.
     *
     * @param checks the names of the checks to keep
     * @throws RunRejectedException if the report has no finding for one of the names
     */
    public static Report only(List<String> checks, Report report) {
        List<String> known = report.findings().stream()
                .map(finding -> finding.check().name())
                .distinct()
                .toList();
        List<String> unknown =
                checks.stream().filter(name -> !known.contains(name)).toList();
        if (!unknown.isEmpty()) {
            throw new RunRejectedException("no check matches '" + joined(unknown) + "'. Available: " + joined(known)
                    + ". Correct \"checks\" in the event.");
        }
        List<Finding> kept = report.findings().stream()
                .filter(finding -> checks.contains(finding.check().name()))
                .toList();
        return new Report(report.suite(), report.at(), report.took(), report.traffic(), kept, report.notices());
    }

    private static String joined(List<String> names) {
        return names.stream().map(Display::visible).collect(Collectors.joining(", "));
    }

    /**
     * Publishes a report as metrics, notifications, report files and log lines.
     *
     * @return the report with the notices of all reporters added
     */
    public Report publish(Report report, Publication publication) {
        List<Reporter> reporters = new ArrayList<>();
        if (publication.metrics()) {
            reporters.add(task.metricsReporter().loggingTo(publication.log()));
        }
        reporters.add(new Notifier(publication.environment(), publication.suiteName(), publication.previous()));
        reporters.addAll(publication.reporters());
        return report.reportTo(reporters);
    }

    /**
     * Returns the result of the run. A run in which data could not be checked does not pass, even if the settings let
     * no outcome fail the run.
     */
    public RunResult result(Report report) {
        FailOn failOn = task.settings().failure().failOn();
        return RunResult.of(
                report, failOn == FailOn.NEVER && report.outcome() == Outcome.UNKNOWN ? FailOn.FAIL : failOn);
    }

    /** Returns the least severe outcome that fails the run. */
    public Outcome threshold() {
        return task.settings().failure().failOn().least();
    }
}
