// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.run;

import io.lakecheck.Evidence;
import io.lakecheck.Glob;
import io.lakecheck.Lake;
import io.lakecheck.Lakecheck;
import io.lakecheck.Patience;
import io.lakecheck.Progress;
import io.lakecheck.Report;
import io.lakecheck.Suite;
import io.lakecheck.Text;
import io.lakecheck.spec.Settings;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What one run has to do: the datasets that are wanted, and how. */
record Task(Suite suite, Settings settings, Clock clock) {

    /** Nothing can be done that was asked for; the message says why and what to write instead. */
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message, null, false, false);
        }
    }

    /** @throws Refused where no dataset is wanted and that is not allowed; empty where it is */
    static Optional<Task> of(Suite suite, Settings settings, Clock clock) {
        List<String> globs = settings.datasets();
        Optional<Suite> wanted = suite.only(
                dataset -> globs.isEmpty() || globs.stream().anyMatch(glob -> Glob.matches(glob, dataset.name())));
        if (wanted.isEmpty() && settings.failIfNoChecks()) {
            String names = suite.datasets().stream()
                    .map(dataset -> Text.visible(dataset.name()))
                    .collect(Collectors.joining(", "));
            throw new Refused("no dataset is called " + Text.visible(String.join(", ", globs)) + "; there are " + names
                    + ", and failIfNoChecks=false lets it be");
        }
        return wanted.map(datasets -> new Task(switched(datasets, settings), settings, clock));
    }

    private static Suite switched(Suite suite, Settings settings) {
        return new Suite(
                suite.datasets(),
                suite.connection(),
                suite.metrics()
                        .map(metrics -> metrics.enabled(settings.metrics().orElse(metrics.enabled()))),
                suite.notification(),
                settings.waiting().orElse(suite.waiting()));
    }

    /** @throws Refused where a dataset has no such partition, or the moment is in no single zone */
    List<Evidence> plan() {
        try (Lake unasked = new Lakes(suite.connection())) {
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
        try (Lake lake = new Lakes(settings.connection().or(suite.connection()))) {
            return lakecheck(lake)
                    .watchedBy(watcher)
                    .waiting(Patience.of(suite.waiting(), teller))
                    .run(suite);
        }
    }

    private Lakecheck lakecheck(Lake lake) {
        Clock at = settings.asOf()
                .map(asOf -> Clock.fixed(asOf.in(suite), ZoneOffset.UTC))
                .orElse(clock);
        Lakecheck lakecheck =
                Lakecheck.on(lake).at(at).concurrency(settings.concurrency()).timeout(settings.timeout());
        return settings.partition().map(lakecheck::partition).orElse(lakecheck);
    }
}
