// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakecheck.CompleteCheck;
import io.lakecheck.Dataset;
import io.lakecheck.Datasets;
import io.lakecheck.DeltaCheck;
import io.lakecheck.DeltaCheckTest;
import io.lakecheck.Evidence;
import io.lakecheck.Finding;
import io.lakecheck.Hazard;
import io.lakecheck.MissingPolicy;
import io.lakecheck.Outcome;
import io.lakecheck.Report;
import io.lakecheck.Severity;
import io.lakecheck.Suite;
import io.lakecheck.Survives;
import io.lakecheck.baseline.SampleBaseline;
import io.lakecheck.baseline.Statistic;
import io.lakecheck.baseline.TestDays;
import io.lakecheck.baseline.Tolerance;
import io.lakecheck.lake.KeyRange;
import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeException;
import io.lakecheck.lake.LakeException.Reason;
import io.lakecheck.lake.LakeObject;
import io.lakecheck.lake.MemoryLake;
import io.lakecheck.lake.ObjectFilter;
import io.lakecheck.lake.Traffic;
import io.lakecheck.partition.Calendar;
import io.lakecheck.partition.Partition;
import io.lakecheck.partition.Rhythm;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class SurveyTest {

    private static final Instant NOW = Datasets.DUE_AT;
    private static final Duration SHORT = Duration.ofMillis(200);

    private final MemoryLake lake = new MemoryLake();

    @Test
    void reports_progress_even_if_the_lake_does_not_respond() {
        fill("kpi");
        CountDownLatch reported = new CountDownLatch(1);
        Lake silent = (range, visitor) -> {
            await(reported);
            lake.list(range, visitor);
        };

        Report report = Lakecheck.on(silent)
                .at(Datasets.clock(NOW))
                .onProgress(progress -> reported.countDown())
                .run(Suite.of(Datasets.named("kpi", folder("kpi"), Datasets.atLeast(1))));

        assertThat(report.outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void lists_a_partition_once_for_all_checks_and_datasets() {
        fill("kpi");
        Dataset daily = Datasets.named("a", folder("kpi"), Datasets.recency(), Datasets.atLeast(1), drop());
        Dataset sooner = Datasets.of(
                "b",
                folder("kpi"),
                daily.zone(),
                Duration.ofHours(1),
                Calendar.EVERY_DAY,
                ObjectFilter.DATA,
                Datasets.atLeast(1));

        Report report = run(lake, daily, sooner);

        assertThat(lake.listedRanges()).hasSize(1);
        assertThat(report.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(report.traffic()).isEqualTo(new Traffic(1, 0, 2));
    }

    @Test
    void datasets_with_different_deadlines_share_a_listing_that_has_all_cutoffs() {
        MemoryLake stragglers = new MemoryLake()
                .put(folder("kpi").replace("{date}", "2026-01-02") + "part-0", 100_000, "2026-01-03T00:30:00Z")
                .put(folder("kpi").replace("{date}", "2026-01-02") + "part-1", 1, "2026-01-03T05:59:00Z");
        Dataset[] datasets = IntStream.of(1, 2, 6)
                .mapToObj(hours -> Datasets.of(
                        "due" + hours,
                        folder("kpi"),
                        ZoneOffset.UTC,
                        Duration.ofHours(hours),
                        Calendar.EVERY_DAY,
                        ObjectFilter.DATA,
                        Datasets.recency()))
                .toArray(Dataset[]::new);

        Report report = run(stragglers, datasets);

        assertThat(report.findings())
                .extracting(Finding::outcome)
                .containsExactly(Outcome.PASSED, Outcome.PASSED, Outcome.PASSED);
        assertThat(stragglers.listedRanges()).hasSize(1);
    }

    @Test
    void lists_a_partition_again_for_another_filter_or_marker() {
        fill("kpi");
        Dataset all = Datasets.named("a", folder("kpi"), Datasets.atLeast(1));
        Dataset none = Datasets.of(
                "b",
                folder("kpi"),
                all.zone(),
                Datasets.DUE,
                Calendar.EVERY_DAY,
                new ObjectFilter(List.of(), List.of("**")),
                Datasets.atLeast(1));
        Dataset marked = Datasets.named("c", folder("kpi"), Datasets.marked("part-0"));

        assertThat(run(lake, all, none, marked).findings())
                .extracting(Finding::outcome)
                .containsExactly(Outcome.PASSED, Outcome.FAILED, Outcome.FAILED);
    }

    @Test
    void findings_are_in_the_order_of_the_suite() {
        fill("slow");
        fill("quick");
        CountDownLatch quickIsDone = new CountDownLatch(1);
        Lake uneven = (range, visitor) -> {
            if (range.root().contains("slow")) {
                await(quickIsDone);
            }
            lake.list(range, visitor);
            quickIsDone.countDown();
        };

        Report report = run(
                uneven,
                Datasets.named("slow", folder("slow"), Datasets.atLeast(1), Datasets.recency()),
                Datasets.named("quick", folder("quick"), Datasets.recency(), Datasets.atLeast(1)));

        assertThat(report.findings())
                .extracting(Finding::subject)
                .containsExactly(
                        "slow dt=2026-01-02 size",
                        "slow dt=2026-01-02 recency",
                        "quick dt=2026-01-02 recency",
                        "quick dt=2026-01-02 size");
    }

    @Test
    void no_dataset_waits_for_the_history_of_another() {
        fill("kpi");
        fill("other");
        CountDownLatch otherIsSeen = new CountDownLatch(1);
        Lake uneven = (range, visitor) -> {
            if (range.root().contains("kpi") && range.prefix().equals("dt=2026-01-02/")) {
                await(otherIsSeen);
            }
            lake.list(range, visitor);
            if (range.root().contains("other")) {
                otherIsSeen.countDown();
            }
        };

        Report report = run(
                uneven,
                Datasets.named("kpi", folder("kpi"), Datasets.atLeast(1)),
                Datasets.named("other", folder("other"), drop()));

        assertThat(report.outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void the_failure_of_one_dataset_does_not_hide_the_verdict_on_another() {
        fill("good");
        fill("bad");
        Lake denied = broken(() -> new LakeException(Reason.DENIED, "grant s3:ListBucket on refined"));

        Report report = run(
                denied,
                Datasets.named("bad", folder("bad"), Datasets.recency(), Datasets.atLeast(1), drop()),
                Datasets.named("good", folder("good"), Datasets.atLeast(1)));

        assertThat(report.findings())
                .extracting(Finding::outcome)
                .containsExactly(Outcome.UNKNOWN, Outcome.UNKNOWN, Outcome.UNKNOWN, Outcome.PASSED);
        assertThat(report.findings().get(0).text())
                .contains("could not be checked", "grant s3:ListBucket on refined", "s3://refined/bad/dt=2026-01-02/");
        assertThat(report.outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void a_throttled_lake_is_not_listed_again_for_each_partition() {
        fill("bad");
        Lake throttled = broken(() -> new LakeException(Reason.THROTTLED, "slow down"));
        AtomicInteger listings = new AtomicInteger();
        Lake counted = (range, visitor) -> {
            listings.incrementAndGet();
            throttled.list(range, visitor);
        };

        Report report = run(counted, Datasets.named("bad", folder("bad"), month()));

        assertThat(report.findings()).extracting(Finding::outcome).containsExactly(Outcome.UNKNOWN);
        assertThat(report.findings().get(0).text()).contains("throttled", "slow down");
        assertThat(listings).hasValue(1);
    }

    private static DeltaCheck month() {
        return DeltaCheck.of(
                new SampleBaseline(Rhythm.EVERY, 28, Statistic.MEDIAN),
                Tolerance.of(TestDays.percent(30), Optional.empty()));
    }

    @Test
    void a_failure_half_way_leaves_no_partial_numbers() {
        fill("bad");
        Lake torn = (range, visitor) -> {
            lake.list(range, visitor);
            throw new LakeException(Reason.PROTOCOL, "half a page");
        };

        Finding finding = run(torn, Datasets.named("bad", folder("bad"), Datasets.atLeast(1)))
                .findings()
                .get(0);

        assertThat(finding.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(finding.verdict().figures()).isEmpty();
    }

    @Test
    void a_bug_in_a_lake_is_unknown_and_keeps_its_cause() {
        fill("good");
        List<Throwable> bugs = List.of(
                new IllegalStateException("oh\nno"),
                new NoClassDefFoundError("software/amazon/Sts"),
                new StackOverflowError());
        for (Throwable bug : bugs) {
            Lake buggy = broken(() -> bug);

            Report report = run(
                    buggy,
                    Datasets.named("bad", folder("bad"), Datasets.atLeast(1)),
                    Datasets.named("good", folder("good"), Datasets.atLeast(1)));

            assertThat(report.findings()).extracting(Finding::outcome).containsExactly(Outcome.UNKNOWN, Outcome.PASSED);
            assertThat(report.findings().get(0).verdict().measured()).startsWith("could not be checked");
            assertThat(report.findings().get(0).verdict().reason())
                    .contains(bug.getClass().getSimpleName())
                    .doesNotContain("\n");
            Evidence evidence = report.findings().get(0).evidence();
            assertThatThrownBy(evidence::current).hasCause(bug);
        }
    }

    @Test
    @Survives(Hazard.SILENCE)
    void a_listing_that_times_out_is_unknown_and_leaves_no_thread() throws InterruptedException {
        fill("good");
        ConcurrentLinkedQueue<Thread> stuck = new ConcurrentLinkedQueue<>();
        Lake blocked = (range, visitor) -> {
            if (range.root().contains("bad")) {
                stuck.add(Thread.currentThread());
                await(new CountDownLatch(1));
            }
            lake.list(range, visitor);
        };

        Report report = Lakecheck.on(blocked)
                .at(Datasets.clock(NOW))
                .timeout(SHORT)
                .run(Suite.of(
                        Datasets.named("bad", folder("bad"), Datasets.atLeast(1), drop()),
                        Datasets.named("good", folder("good"), Datasets.atLeast(1))));

        assertThat(report.findings())
                .extracting(Finding::outcome)
                .containsExactly(Outcome.UNKNOWN, Outcome.UNKNOWN, Outcome.PASSED);
        assertThat(report.findings().get(0).verdict().text())
                .contains("s3://refined/bad/dt=2026-01-02/", "time limit of 0 s", "lakecheck.timeout");
        assertThat(stuck).isNotEmpty();
        assertEnded(stuck);
    }

    @Test
    @Survives(Hazard.SILENCE)
    void a_stray_search_that_times_out_is_unknown_and_leaves_no_thread() throws InterruptedException {
        fill("kpi");
        ConcurrentLinkedQueue<Thread> stuck = new ConcurrentLinkedQueue<>();
        Lake blocked = new Lake() {
            @Override
            public void list(KeyRange range, Visitor visitor) {
                lake.list(range, visitor);
            }

            @Override
            public void folders(String root, String path, FolderVisitor visitor) {
                stuck.add(Thread.currentThread());
                await(new CountDownLatch(1));
            }
        };

        Report report = Lakecheck.on(blocked)
                .at(Datasets.clock(NOW))
                .timeout(SHORT)
                .run(Suite.of(Datasets.named(
                        "kpi",
                        folder("kpi"),
                        Datasets.atLeast(1),
                        new CompleteCheck(2, Severity.FAIL, MissingPolicy.WARN))));

        assertThat(report.findings()).extracting(Finding::outcome).containsExactly(Outcome.PASSED, Outcome.UNKNOWN);
        assertThat(report.findings().get(1).verdict().text())
                .contains("2 days", "s3://refined/kpi/ was not listed", "lakecheck.timeout");
        assertThat(stuck).hasSize(1);
        assertEnded(stuck);
    }

    @ParameterizedTest
    @CsvSource({"dt=2026-01-01/x, 2", "dt=2026-01-02/x, 1", "dt=2026-01-03/x, 1", "dt=x, 1"})
    @Survives(Hazard.SILENCE)
    void an_endless_listing_is_stopped(String key, int listings) throws InterruptedException {
        ConcurrentLinkedQueue<Thread> listing = new ConcurrentLinkedQueue<>();
        Lake endless = (range, visitor) -> {
            listing.add(Thread.currentThread());
            visitor.onAnswer(Lake.Answer.at(NOW));
            LakeObject object = new LakeObject(key, 0, NOW, "");
            while (visitor.onObject(object)) {
                Thread.onSpinWait();
            }
        };

        Report report = Lakecheck.on(endless)
                .at(Datasets.clock(NOW))
                .timeout(SHORT)
                .run(Suite.of(Datasets.daily(Datasets.atLeast(1))));

        assertThat(report.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(listing).hasSize(listings);
        assertEnded(listing);
    }

    @Test
    void no_listing_continues_after_the_run() {
        AtomicInteger listings = new AtomicInteger();
        Lake slowToStop = (range, visitor) -> {
            listings.incrementAndGet();
            try {
                await(new CountDownLatch(1));
            } finally {
                // This is what a lake does that closes its connection.
                long end = System.nanoTime() + SHORT.toNanos();
                while (System.nanoTime() < end) {
                    Thread.onSpinWait();
                }
                listings.decrementAndGet();
            }
        };

        Lakecheck.on(slowToStop)
                .at(Datasets.clock(NOW))
                .timeout(SHORT)
                .run(Suite.of(Datasets.daily(Datasets.atLeast(1))));

        assertThat(listings).hasValue(0);
    }

    @Test
    void queued_datasets_are_unknown_after_the_timeout() {
        Lake blocked = (range, visitor) -> await(new CountDownLatch(1));

        Report report = Lakecheck.on(blocked)
                .at(Datasets.clock(NOW))
                .concurrency(1)
                .timeout(SHORT)
                .run(Suite.of(many(20)));

        assertThat(report.findings()).hasSize(20).allSatisfy(finding -> assertThat(finding.outcome())
                .isEqualTo(Outcome.UNKNOWN));
    }

    @Test
    void lists_as_many_partitions_concurrently_as_configured() {
        int bound = 3;
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CyclicBarrier together = new CyclicBarrier(bound);
        Lake counting = (range, visitor) -> {
            boolean isPartition = !range.prefix().isEmpty();
            if (isPartition) {
                most.accumulateAndGet(now.incrementAndGet(), Math::max);
                await(together);
                now.decrementAndGet();
            }
        };

        Report report = Lakecheck.on(counting)
                .at(Datasets.clock(NOW))
                .concurrency(bound)
                .run(Suite.of(many(4 * bound)));

        assertThat(report.findings()).extracting(Finding::outcome).containsOnly(Outcome.FAILED);
        assertThat(most).hasValue(bound);
    }

    @Test
    void checks_five_hundred_datasets_with_one_request_each() {
        Dataset[] datasets = many(500);
        IntStream.range(0, 500).forEach(i -> fill("set" + i));

        Report report = run(lake, datasets);

        assertThat(report.findings()).hasSize(500);
        assertThat(report.count(Outcome.PASSED)).isEqualTo(500);
        assertThat(report.traffic()).isEqualTo(new Traffic(500, 0, 500));
        assertThat(report.findings())
                .extracting(finding -> finding.dataset().name())
                .containsExactly(
                        IntStream.range(0, 500).mapToObj(i -> "set" + i).toArray(String[]::new));
    }

    @Test
    void counts_objects_requests_and_retries() {
        Lake large = (range, visitor) -> {
            String folder = "dt=2026-01-02/";
            int page = range.after().startsWith(folder) ? range.after().charAt(folder.length()) - '0' + 1 : 0;
            do {
                visitor.onRetry();
                visitor.onAnswer(Lake.Answer.at(NOW));
                for (int i = 0; i < 1000; i++) {
                    assertThat(visitor.onObject(new LakeObject(folder + page + "/" + i, 7, NOW, "")))
                            .isTrue();
                }
                page++;
            } while (page < 10 && visitor.wantsNextPage());
        };

        Report report = run(large, Datasets.daily(Datasets.atLeast(70_000)));

        assertThat(report.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(report.traffic()).isEqualTo(new Traffic(10, 10, 10_000));
    }

    @Test
    void reports_progress() {
        fill("kpi");
        ConcurrentLinkedQueue<Progress> reports = new ConcurrentLinkedQueue<>();

        Lakecheck.on(lake)
                .at(Datasets.clock(NOW))
                .concurrency(1)
                .onProgress(reports::add)
                .run(Suite.of(Datasets.named("a", folder("kpi"), drop())));

        List<Progress> all = new ArrayList<>(reports);
        assertThat(all.get(all.size() - 1)).isEqualTo(new Progress(2, 2, new Traffic(1, 0, 2), 0, 0));
        assertThat(all).extracting(Progress::listed).isSorted();
        assertThat(all.get(0).listed()).isZero();
    }

    @Test
    void a_plan_lists_nothing() {
        List<Evidence> plan = Lakecheck.on(lake)
                .at(Datasets.clock(NOW))
                .plan(Suite.of(
                        Datasets.daily(Datasets.atLeast(1), drop()),
                        Datasets.named("b", "s3://refined/ref/", Datasets.recency())));

        assertThat(lake.listedRanges()).isEmpty();
        assertThat(plan)
                .extracting(evidence -> evidence.partition().folder())
                .containsExactly("s3://refined/kpi/dt=2026-01-02/", "s3://refined/ref/");
        assertThat(drop().needs(plan.get(0)))
                .extracting(Partition::label)
                .containsExactlyInAnyOrder("dt=2026-01-02", "dt=2026-01-01");
    }

    @Test
    void checks_the_given_partition_of_every_dated_dataset() {
        Suite suite = Suite.of(
                Datasets.named("a", folder("kpi"), Datasets.atLeast(1)),
                Datasets.named("b", "s3://refined/ref/", Datasets.atLeast(1)));

        assertThat(Lakecheck.on(lake)
                        .at(Datasets.clock(NOW))
                        .partition("2025-12-24")
                        .plan(suite))
                .extracting(evidence -> evidence.partition().label())
                .containsExactly("dt=2025-12-24", "");
        assertThatThrownBy(() -> Lakecheck.on(lake).partition("yesterday").run(suite))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("yesterday");
    }

    @Test
    void rejects_invalid_settings() {
        Lakecheck lakecheck = Lakecheck.on(lake);

        assertThatThrownBy(() -> lakecheck.concurrency(0)).hasMessageContaining("at least 1", "is 0");
        assertThatThrownBy(() -> lakecheck.timeout(Duration.ZERO)).hasMessageContaining("positive");
        assertThatThrownBy(() -> lakecheck.timeout(Duration.ofSeconds(-1))).hasMessageContaining("positive");
    }

    @Test
    void reports_the_moment_of_the_clock_and_the_real_duration() {
        fill("kpi");

        Report report = run(lake, Datasets.named("a", folder("kpi"), Datasets.atLeast(1)));

        assertThat(report.at()).isEqualTo(NOW);
        assertThat(report.took()).isPositive().isLessThan(Duration.ofMinutes(1));
    }

    private static void assertEnded(Iterable<Thread> threads) throws InterruptedException {
        for (Thread thread : threads) {
            thread.join(10_000);
            assertThat(thread.isAlive()).isFalse();
        }
    }

    private static Report run(Lake lake, Dataset... datasets) {
        return Lakecheck.on(lake).at(Datasets.clock(NOW)).run(Suite.of(datasets));
    }

    private void fill(String name) {
        lake.put("s3://refined/" + name + "/dt=2026-01-02/part-0", 10, "2026-01-03T05:00:00Z")
                .put("s3://refined/" + name + "/dt=2026-01-01/part-0", 10, "2026-01-02T05:00:00Z");
    }

    private static String folder(String name) {
        return "s3://refined/" + name + "/dt={date}/";
    }

    private static Dataset[] many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Datasets.named("set" + i, folder("set" + i), Datasets.atLeast(1)))
                .toArray(Dataset[]::new);
    }

    private static DeltaCheck drop() {
        return DeltaCheckTest.delta("30", "100");
    }

    /** Returns a view of this test's lake that fails for keys under {@code bad/}. */
    private Lake broken(Supplier<Throwable> bug) {
        return (range, visitor) -> {
            if (range.root().contains("bad")) {
                SurveyTest.<RuntimeException>sneak(bug.get());
            }
            lake.list(range, visitor);
        };
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable bug) throws T {
        throw (T) bug;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new LakeException(Reason.TIMEOUT, "interrupted", e);
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new LakeException(Reason.TIMEOUT, "not as many at once as configured", e);
        }
    }
}
