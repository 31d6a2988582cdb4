// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.run;

import io.lakecheck.Dataset;
import io.lakecheck.Evidence;
import io.lakecheck.Report;
import io.lakecheck.Suite;
import io.lakecheck.cloudwatch.CloudWatchReporter;
import io.lakecheck.lake.Glob;
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
 * What one run has to do.
 *
 * @param suite the datasets that are wanted, and how
 * @param whole the suite that they are of
 * @param settings how, for this run
 * @param clock tells the time where the settings do not
 */
record RunTask(Suite suite, Suite whole, RunSettings settings, Clock clock) {

    /** Nothing can be done that was asked for; the message says why and what to write instead. */
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message, null, false, false);
        }
    }

    /**
     * The task; empty where no dataset is wanted, and that is allowed.
     *
     * @throws Refused where a name is no dataset's, and that is not allowed: a slip of the pen must not leave one
     *     unchecked
     */
    static Optional<RunTask> of(Suite suite, RunSettings settings, Clock clock) {
        List<String> names = suite.datasets().stream().map(Dataset::name).toList();
        List<String> globs = settings.selection().datasets();
        List<String> strays = globs.stream()
                .filter(glob -> names.stream().noneMatch(name -> Glob.matches(glob, name)))
                .toList();
        if (!strays.isEmpty() && settings.failure().ifNoChecks()) {
            throw new Refused("no dataset is called " + listed(strays) + "; there are " + listed(names)
                    + ", and failIfNoChecks=false lets it be");
        }
        return suite.only(dataset ->
                        globs.isEmpty() || globs.stream().anyMatch(glob -> Glob.matches(glob, dataset.name())))
                .map(wanted -> new RunTask(switched(wanted, settings), suite, settings, clock));
    }

    private static String listed(List<String> names) {
        return names.stream().map(Display::visible).collect(Collectors.joining(", "));
    }

    /**
     * The suite as the settings have it.
     *
     * @throws Refused where metrics are asked for and the suite does not say where they go
     */
    static Suite switched(Suite suite, RunSettings settings) {
        if (settings.metrics().orElse(false) && suite.metrics().isEmpty()) {
            throw new Refused("metrics=true, but the suite does not say where they go; write for instance"
                    + " cloudwatch: { namespace: Lake/Checks }");
        }
        return new Suite(
                suite.datasets(),
                settings.connection().or(suite.connection()),
                suite.metrics()
                        .map(metrics -> metrics.enabled(settings.metrics().orElse(metrics.enabled()))),
                suite.notification(),
                settings.listing().waiting().orElse(suite.waiting()));
    }

    /** @throws Refused where a dataset has no such partition, or the moment is in no single zone */
    List<Evidence> plan() {
        try (Lake unasked = new LakeRouter(suite.connection())) {
            return lakecheck(unasked).plan(suite);
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new Refused(String.valueOf(e.getMessage()));
        }
    }

    /**
     * Waits, looks and judges.
     *
     * @param watcher told how far it has come
     * @param teller told what is awaited
     */
    Report report(Consumer<Progress> watcher, Consumer<String> teller) {
        try (Lake lake = new LakeRouter(suite.connection())) {
            return lakecheck(lake)
                    .onProgress(watcher)
                    .waitPolicy(WaitPolicy.of(suite.waiting(), teller))
                    .run(suite);
        }
    }

    /**
     * Looks and judges the past days.
     *
     * @throws Refused where a single partition is named
     */
    Backtest backtest() {
        if (settings.selection().partition().isPresent()) {
            throw new Refused(
                    "partition names one day, and a backtest judges many; leave it out, and say with asOf up to when");
        }
        try (Lake lake = new LakeRouter(suite.connection())) {
            return lakecheck(lake).backtest(suite, settings.selection().days());
        }
    }

    /** Where its metrics go. */
    CloudWatchReporter metrics() {
        return CloudWatchReporter.at(clock).within(whole);
    }

    private Lakecheck lakecheck(Lake lake) {
        Clock at = settings.selection()
                .asOf()
                .map(asOf -> Clock.fixed(asOf.in(suite), ZoneOffset.UTC))
                .orElse(clock);
        Lakecheck lakecheck = Lakecheck.on(lake)
                .at(at)
                .concurrency(settings.listing().concurrency())
                .timeout(settings.listing().timeout());
        return settings.selection().partition().map(lakecheck::partition).orElse(lakecheck);
    }
}
