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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * The one entry point: {@code Lakecheck.on(lake).at(clock).run(suite)}. Immutable; one may run many suites, also at
 * once.
 */
public final class Lakecheck {

    /** How many partitions are listed at once unless said otherwise. */
    public static final int DEFAULT_CONCURRENCY = 32;

    /** How long a run may take unless said otherwise. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(10);

    /** How long listings that a run no longer waits for have to end. */
    private static final Duration PARTING = Duration.ofSeconds(5);

    private final Lake lake;
    private final Clock clock;
    private final Optional<String> partition;
    private final int concurrency;
    private final Duration timeout;
    private final Consumer<Progress> watcher;
    private final WaitPolicy patience;

    private Lakecheck(
            Lake lake,
            Clock clock,
            Optional<String> partition,
            int concurrency,
            Duration timeout,
            Consumer<Progress> watcher,
            WaitPolicy patience) {
        this.lake = lake;
        this.clock = clock;
        this.partition = partition;
        this.concurrency = concurrency;
        this.timeout = timeout;
        this.watcher = watcher;
        this.patience = patience;
    }

    /** Checks on this lake, now. The lake stays the caller's to close. */
    public static Lakecheck on(Lake lake) {
        return new Lakecheck(
                lake,
                Clock.systemUTC(),
                Optional.empty(),
                DEFAULT_CONCURRENCY,
                DEFAULT_TIMEOUT,
                progress -> {},
                WaitPolicy.NONE);
    }

    /** The clock that tells for which moment it is judged; a fixed one replays that moment. */
    public Lakecheck at(Clock other) {
        return new Lakecheck(lake, other, partition, concurrency, timeout, watcher, patience);
    }

    /**
     * Judges this partition of every dated dataset, instead of the newest that is due; see {@link Dataset#partition}.
     */
    public Lakecheck partition(String text) {
        return new Lakecheck(lake, clock, Optional.of(text), concurrency, timeout, watcher, patience);
    }

    /** How many partitions are listed at once, at least 1. */
    public Lakecheck concurrency(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("concurrency is at least 1, not " + threads);
        }
        return new Lakecheck(lake, clock, partition, threads, timeout, watcher, patience);
    }

    /** How long looking may take; what was not seen by then is {@link Outcome#UNKNOWN}. */
    public Lakecheck timeout(Duration limit) {
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("the timeout is longer than nothing");
        }
        return new Lakecheck(lake, clock, partition, concurrency, limit, watcher, patience);
    }

    /** Told how far a run has come, often and from several threads, and each second in which nothing happens. */
    public Lakecheck watchedBy(Consumer<Progress> other) {
        return new Lakecheck(lake, clock, partition, concurrency, timeout, other, patience);
    }

    /**
     * Waits before judging until every partition that is judged has arrived, see {@link RecencyCheck}, or patience has
     * run out.
     */
    public Lakecheck waiting(WaitPolicy other) {
        return new Lakecheck(lake, clock, partition, concurrency, timeout, watcher, other);
    }

    /**
     * What would be judged, without looking: for each dataset the evidence before anybody has looked.
     * {@link Check#needs} tells what would be listed first.
     *
     * @throws IllegalArgumentException where the named partition is none of a dataset's
     */
    public List<Evidence> plan(Suite suite) {
        Instant now = clock.instant();
        return suite.datasets().stream()
                .map(dataset -> Evidence.empty(dataset, judged(dataset, now), now))
                .toList();
    }

    /**
     * Looks at the lake and judges.
     *
     * @throws IllegalArgumentException where the named partition is none of a dataset's
     */
    public Report run(Suite suite) {
        List<Evidence> plan = plan(suite);
        long started = System.nanoTime();
        TrafficMeter meter = new TrafficMeter(watcher);
        ExecutorService threads = Executors.newFixedThreadPool(concurrency, daemons());
        try {
            ArrivalPoller vigil = new ArrivalPoller(
                    patience, clock, () -> new ListingScheduler(lake, threads, meter, new RunTimeout(timeout)));
            Instant at = vigil.keep(plan) ? clock.instant() : plan.get(0).now();
            Survey survey = new Survey(suite, lake, threads, meter, timeout);
            List<CompletableFuture<Evidence>> surveyed = plan.stream()
                    .map(evidence -> survey.complete(evidence.at(at)))
                    .toList();
            List<Finding> findings = new ArrayList<>();
            for (CompletableFuture<Evidence> evidence : surveyed) {
                findings.addAll(judge(vigil.recall(meter.watched(evidence))));
            }
            Duration took = Duration.ofNanos(System.nanoTime() - started);
            return new Report(suite, at, took, meter.traffic(), findings, List.of());
        } finally {
            end(threads);
        }
    }

    /**
     * Judges each period of the last days that is due, as of its deadline. Each partition is listed once. Where
     * partitions were copied or restored since, so that nobody can tell any more when they came, recency is
     * {@link Outcome#SKIPPED}.
     *
     * @param days how many, at least 1
     */
    public Backtest backtest(Suite suite, int days) {
        List<Evidence> plan = plan(suite);
        TrafficMeter meter = new TrafficMeter(watcher);
        ExecutorService threads = Executors.newFixedThreadPool(concurrency, daemons());
        try {
            Replay replay = new Replay(new Survey(suite, lake, threads, meter, timeout), days);
            List<CompletableFuture<List<Backtest.Series>>> replayed =
                    plan.stream().map(replay::of).toList();
            List<Backtest.Series> series = replayed.stream()
                    .flatMap(each -> meter.watched(each).stream())
                    .toList();
            return new Backtest(plan.get(0).now(), days, meter.traffic(), series);
        } finally {
            end(threads);
        }
    }

    private Partition judged(Dataset dataset, Instant now) {
        return partition
                .filter(named -> dataset.location().period().isPresent())
                .map(dataset::partition)
                .orElseGet(() -> dataset.newestDue(now));
    }

    private static List<Finding> judge(Evidence evidence) {
        return evidence.dataset().checks().stream()
                .map(check -> new Finding(check, evidence, check.verdict(evidence)))
                .toList();
    }

    /**
     * Whoever closes the lake next must not close it under a listing: those that go on are interrupted and given time
     * to see it.
     */
    private static void end(ExecutorService threads) {
        threads.shutdownNow();
        try {
            threads.awaitTermination(PARTING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ThreadFactory daemons() {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, "lakecheck-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
