// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.Check;
import io.lakecheck.Dataset;
import io.lakecheck.Evidence;
import io.lakecheck.Finding;
import io.lakecheck.Outcome;
import io.lakecheck.RecencyCheck;
import io.lakecheck.Report;
import io.lakecheck.Suite;
import io.lakecheck.lake.Lake;
import io.lakecheck.partition.Partition;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Runs the checks in a suite, for example with {@code Lakecheck.on(lake).at(clock).run(suite)}. Immutable and
 * thread-safe; one instance can run any number of suites.
 */
public final class Lakecheck {

    /** The default maximum number of requests in flight. */
    public static final int DEFAULT_CONCURRENCY = 32;

    /** The default time limit of a run. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(10);

    private final Lake lake;
    private final SurveySettings settings;

    private Lakecheck(Lake lake, SurveySettings settings) {
        this.lake = lake;
        this.settings = settings;
    }

    /**
     * Returns an instance that checks this lake as of the current time. The caller remains responsible for closing the
     * lake.
     */
    public static Lakecheck on(Lake lake) {
        return new Lakecheck(lake, new SurveySettings());
    }

    /**
     * Sets the clock that determines the time as of which the lake is checked. With a fixed clock, this is always the
     * same time.
     */
    public Lakecheck at(Clock clock) {
        return with(changed -> changed.clock = clock);
    }

    /**
     * Checks the named partition of every dated dataset instead of the newest one that is due.
     *
     * @param text a date or a path, see {@link Dataset#partition}
     */
    public Lakecheck partition(String text) {
        return with(changed -> changed.partition = Optional.of(text));
    }

    /** Sets the condition that a member of an {@linkplain OpenDataset open dataset} must meet to be checked. */
    public Lakecheck members(Predicate<Dataset> condition) {
        return with(changed -> changed.members = condition);
    }

    /** Sets the maximum number of requests in flight. It must be at least 1. */
    public Lakecheck concurrency(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("concurrency must be at least 1, but was " + threads);
        }
        return with(changed -> changed.concurrency = threads);
    }

    /** Sets the time limit for listing. Checks whose partitions were not listed by then are {@link Outcome#UNKNOWN}. */
    public Lakecheck timeout(Duration limit) {
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("timeout must be positive, but was " + limit);
        }
        return with(changed -> changed.timeout = limit);
    }

    /**
     * Sets a listener for the progress of a run. The listener is called by several threads, after each response and at
     * least once a second.
     */
    public Lakecheck onProgress(Consumer<Progress> listener) {
        return with(changed -> changed.onProgress = listener);
    }

    /**
     * Sets how long a run waits for partitions that have not arrived yet; see {@link RecencyCheck}. When all partitions
     * have arrived or the wait has timed out, the lake is checked as of that moment.
     */
    public Lakecheck waitPolicy(WaitPolicy policy) {
        return with(changed -> changed.waitPolicy = policy);
    }

    private Lakecheck with(Consumer<SurveySettings> change) {
        SurveySettings changed = settings.copy();
        change.accept(changed);
        return new Lakecheck(lake, changed);
    }

    /**
     * Returns a plan of the run without reading the lake: the initial evidence of each dataset, in which no partition
     * has been listed yet. {@link Check#needs} returns the partitions that a run would list first.
     *
     * @throws IllegalArgumentException if a dataset has no partition with the given name
     */
    public List<Evidence> plan(Suite suite) {
        Instant now = settings.clock.instant();
        return suite.datasets().stream()
                .map(dataset -> Evidence.empty(dataset, checkedPartition(dataset, now), now))
                .toList();
    }

    /**
     * Finds the members of open datasets, lists the partitions that the checks of a suite need, and runs the checks. In
     * the report's suite, members take the place of open datasets.
     *
     * @throws IllegalArgumentException if a dataset has no partition with the given name
     */
    public Report run(Suite suite) {
        long started = System.nanoTime();
        TrafficMeter meter = new TrafficMeter(settings.onProgress);
        try (ListingThreads threads = new ListingThreads(settings.concurrency)) {
            MemberSearch.Result found = members(suite, threads, meter);
            List<Evidence> plan = plan(found.suite());
            ArrivalPoller poller = new ArrivalPoller(
                    settings.waitPolicy,
                    settings.clock,
                    () -> new ListingScheduler(found.suite(), context(threads, meter)));
            Instant at =
                    poller.awaitArrivals(plan.stream().filter(found::isKnown).toList())
                            ? settings.clock.instant()
                            : plan.get(0).now();
            Survey survey = new Survey(found.suite(), context(threads, meter));
            List<CompletableFuture<Evidence>> surveyed = plan.stream()
                    .map(evidence -> evidence.at(at))
                    .map(evidence -> found.isKnown(evidence)
                            ? survey.complete(evidence)
                            : CompletableFuture.completedFuture(evidence))
                    .toList();
            List<Evidence> needed = surveyed.stream().map(meter::await).toList();
            List<Evidence> complete = needed.stream()
                    .map(survey::withRecent)
                    .map(poller::withObservedChange)
                    .toList();
            MemberFindings members = new MemberFindings(found.members(), complete);
            List<Finding> findings = complete.stream()
                    .flatMap(evidence ->
                            StreakDetector.withStreaks(found.unknown(evidence).orElseGet(() -> members.of(evidence)))
                                    .stream())
                    .toList();
            Duration took = Duration.ofNanos(System.nanoTime() - started);
            return new Report(found.suite(), at, took, meter.traffic(), findings, List.of());
        }
    }

    /**
     * Checks each period of the last {@code days} days whose deadline has passed. Each one is checked as of its
     * deadline. Each partition is listed only once. Recency is {@link Outcome#SKIPPED} for partitions that were copied
     * or restored since then, because their arrival times are lost.
     *
     * @param days the number of days, at least 1
     */
    public Backtest backtest(Suite suite, int days) {
        TrafficMeter meter = new TrafficMeter(settings.onProgress);
        try (ListingThreads threads = new ListingThreads(settings.concurrency)) {
            MemberSearch.Result found = members(suite, threads, meter);
            List<Evidence> plan = plan(found.suite());
            Replay replay = new Replay(new Survey(found.suite(), context(threads, meter)), days);
            List<CompletableFuture<List<Backtest.Series>>> replays = plan.stream()
                    .map(evidence -> found.unknown(evidence)
                            .map(unknown -> CompletableFuture.completedFuture(Backtest.unknown(unknown)))
                            .orElseGet(() -> replay.replay(evidence)))
                    .toList();
            List<Backtest.Series> series =
                    replays.stream().flatMap(each -> meter.await(each).stream()).toList();
            return new Backtest(
                    plan.get(0).now(), days, meter.traffic(), MemberFindings.withoutEndedDays(found.members(), series));
        }
    }

    private MemberSearch.Result members(Suite suite, Executor threads, TrafficMeter meter) {
        return new MemberSearch(context(threads, meter), settings.members).in(suite);
    }

    private SurveyContext context(Executor threads, TrafficMeter meter) {
        return new SurveyContext(lake, threads, settings.concurrency, meter, new RunTimeout(settings.timeout, meter));
    }

    private Partition checkedPartition(Dataset dataset, Instant now) {
        return settings.partition
                .filter(named -> dataset.location().period().isPresent())
                .map(dataset::partition)
                .orElseGet(() -> dataset.newestDue(now));
    }
}
