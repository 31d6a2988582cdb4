// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.run;

import io.lakecheck.Dataset;
import io.lakecheck.Evidence;
import io.lakecheck.Report;
import io.lakecheck.Suite;
import io.lakecheck.cloudwatch.CloudWatchReporter;
import io.lakecheck.lake.Lake;
import io.lakecheck.spec.RunSettings;
import io.lakecheck.survey.Backtest;
import io.lakecheck.survey.Lakecheck;
import io.lakecheck.survey.Progress;
import io.lakecheck.survey.WaitPolicy;
import io.lakecheck.value.Display;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A run that is ready to start: the selected datasets and the settings, which have been validated.
 *
 * @param suite the suite with only the selected datasets and with the settings applied
 * @param whole the suite with all datasets
 * @param settings the settings of this run
 * @param clock provides the current time, unless the settings specify a time
 * @param plan the initial evidence for each dataset: the partition to check, with no listings yet
 */
record RunTask(Suite suite, Suite whole, RunSettings settings, Clock clock, List<Evidence> plan) {

    /**
     * Returns the task for the datasets that the settings select, or empty if they select none and allow that.
     *
     * @throws RunRejectedException if a selected name matches no dataset and the settings don't allow that, if a
     *     dataset has no partition with the selected name, or if metrics are turned on but the suite does not configure
     *     them
     */
    static Optional<RunTask> of(Suite suite, RunSettings settings, Clock clock) {
        List<String> globs = settings.selection().datasets();
        requireMatches(globs, suite, settings);
        return new DatasetSelection(globs)
                .in(suite)
                .map(selected -> apply(settings, selected))
                .map(selected -> new RunTask(selected, suite, settings, clock, plan(selected, settings, clock)));
    }

    /**
     * Returns the task for a single dataset of a suite, or for a member of an open one.
     *
     * @throws RunRejectedException if the dataset has no partition with the name that the settings select
     */
    static RunTask of(Suite suite, Dataset dataset, RunSettings settings, Clock clock) {
        Suite selected = apply(settings, suite.with(List.of(dataset)));
        return new RunTask(selected, suite, settings, clock, plan(selected, settings, clock));
    }

    /** Rejects names that match no dataset, because a typo must not leave a dataset unchecked. */
    private static void requireMatches(List<String> globs, Suite suite, RunSettings settings) {
        List<String> unmatched = globs.stream()
                .filter(glob -> suite.datasets().stream().noneMatch(dataset -> DatasetSelection.matches(glob, dataset)))
                .toList();
        if (!unmatched.isEmpty() && settings.failure().ifNoChecks()) {
            throw new RunRejectedException("no dataset matches '" + joined(unmatched) + "'. Available: "
                    + joined(suite.datasets().stream().map(Dataset::name).toList())
                    + ". Set lakecheck.failIfNoChecks=false to allow this.");
        }
    }

    private static String joined(List<String> names) {
        return names.stream().map(Display::visible).collect(Collectors.joining(", "));
    }

    /**
     * Returns the suite with the settings of a run applied to it.
     *
     * @throws RunRejectedException if the settings turn metrics on, but the suite sets no CloudWatch namespace
     */
    static Suite apply(RunSettings settings, Suite suite) {
        if (settings.metrics().enabled().orElse(false) && suite.metrics().isEmpty()) {
            throw new RunRejectedException("lakecheck.metrics is true, but the suite has no CloudWatch namespace."
                    + " Add one, for example cloudwatch: { namespace: Lake/Checks }");
        }
        return new Suite(
                suite.datasets(),
                settings.connection().or(suite.connection()),
                suite.metrics()
                        .map(metrics ->
                                metrics.enabled(settings.metrics().enabled().orElse(metrics.enabled()))),
                suite.notification(),
                settings.listing().waiting().orElse(suite.waiting()),
                suite.shards());
    }

    private static List<Evidence> plan(Suite suite, RunSettings settings, Clock clock) {
        try (Lake unused = new LakeRouter(suite.connection())) {
            return lakecheck(unused, suite, settings, clock).plan(suite);
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw RunRejectedException.because(e);
        }
    }

    /**
     * Waits for the data if the suite or the settings require it, then lists and checks it.
     *
     * @param progress receives the progress; must be thread-safe, because it is called often and from several threads
     * @param waitLines receives a line about the missing data whenever the run starts to wait
     */
    Report run(Consumer<Progress> progress, Consumer<String> waitLines) {
        try (Lake lake = new LakeRouter(suite.connection())) {
            return lakecheck(lake, suite, settings, clock)
                    .onProgress(progress)
                    .waitPolicy(WaitPolicy.of(suite.waiting(), waitLines))
                    .run(suite);
        }
    }

    /**
     * Checks as many past days as the settings request.
     *
     * @throws RunRejectedException if the settings select a single partition
     */
    Backtest backtest() {
        if (settings.selection().partition().isPresent()) {
            throw new RunRejectedException(
                    "lakecheck.partition selects a single partition, but a backtest checks many. Remove"
                            + " lakecheck.partition. To choose the last day, set lakecheck.asOf.");
        }
        try (Lake lake = new LakeRouter(suite.connection())) {
            return lakecheck(lake, suite, settings, clock)
                    .backtest(suite, settings.selection().days());
        }
    }

    /** Returns the reporter that publishes the suite's metrics. */
    CloudWatchReporter metricsReporter() {
        return CloudWatchReporter.at(clock).within(whole);
    }

    private static Lakecheck lakecheck(Lake lake, Suite suite, RunSettings settings, Clock clock) {
        Clock effective = settings.selection()
                .asOf()
                .map(asOf -> Clock.fixed(asOf.in(suite), ZoneOffset.UTC))
                .orElse(clock);
        Lakecheck lakecheck = Lakecheck.on(lake)
                .at(effective)
                .concurrency(settings.listing().concurrency())
                .timeout(settings.listing().timeout())
                .members(new DatasetSelection(settings.selection().datasets())::includes);
        return settings.selection().partition().map(lakecheck::partition).orElse(lakecheck);
    }
}
