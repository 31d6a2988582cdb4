// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import static org.assertj.core.api.Assertions.catchThrowable;

import io.lakecheck.Check;
import io.lakecheck.Dataset;
import io.lakecheck.Datasets;
import io.lakecheck.Finding;
import io.lakecheck.Report;
import io.lakecheck.Sentences;
import io.lakecheck.Suite;
import io.lakecheck.lake.KeyRange;
import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeException;
import io.lakecheck.lake.Lifetime;
import io.lakecheck.lake.MemoryLake;
import io.lakecheck.lake.ObjectFilter;
import io.lakecheck.lake.Presence;
import io.lakecheck.partition.Location;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SurveySentencesTest {

    private static final String DAY = "s3://refined/kpi/dt=2026-01-02/";

    private final Sentences sentences = new Sentences();
    private final MemoryLake lake = new MemoryLake();

    @Test
    void sentences_are_as_pinned() {
        error("concurrency of 0", () -> Lakecheck.on(lake).concurrency(0));
        error("timeout of 0", () -> Lakecheck.on(lake).timeout(Duration.ZERO));
        error("negative wait", () -> WaitPolicy.of(Duration.ofSeconds(-1), line -> {}));
        waiting();
        sentences.add("timeout", timeout(visitor -> {}));
        sentences.add("timeout of a run that was throttled", timeout(Lake.Listener::onThrottle));
        sentences.add("end of the run", interrupted());
        sentences.add("backtest before the first partition", beforeTheFirst());
        sentences.add("backtest of a copy", copied());

        sentences.add("ignored start key", ignoredStart());
        members();

        sentences.check("survey");
    }

    private String ignoredStart() {
        lake.put("s3://refined/kpi/dt=2026-01-01/part-0", 1, "2026-01-02T00:00:00Z");
        Dataset kpi = Datasets.daily(Datasets.recency());
        TrafficMeter meter = new TrafficMeter(progress -> {});
        SurveyContext context = new SurveyContext(
                (range, visitor) -> lake.list(KeyRange.of(range.root(), ""), visitor),
                Runnable::run,
                1,
                meter,
                new RunTimeout(Duration.ofMinutes(1), meter));
        return new RangeListing(
                        SharedSnapshots.of(kpi),
                        new PartitionRange(
                                List.of(kpi.partition("2026-01-02"), kpi.partition("2026-01-03")), List.of()),
                        context.meter(),
                        Instant.EPOCH,
                        distant -> {})
                .list(context, "dt=")
                .handle((listed, failure) -> failure.getMessage())
                .join();
    }

    private void members() {
        MemoryLake tenants = new MemoryLake();
        sentences.add("no members", member(tenants, member -> true));
        tenants.put("s3://lake/tenant=a/dt=2026-01-02/part-0", 1, "2026-01-03T00:00:00Z");
        sentences.add("member without data but others have some", lifetimes(Lifetime.Ended.WARN, 1));
        sentences.add("new member", lifetimes(Lifetime.Ended.WARN, 0));
        sentences.add("no selected members", member(tenants, member -> false));
        tenants.put("s3://lake/tenant={b}/dt=2026-01-02/part-0", 1, "2026-01-03T00:00:00Z");
        sentences.add("members with unsupported names", member(tenants, member -> true));
        for (int i = 0; i < Subfolders.MOST; i++) {
            tenants.put("s3://lake/" + i + "/part-0", 1, "2026-01-03T00:00:00Z");
        }
        sentences.add("too many folders", member(tenants, member -> true));
    }

    /** Returns a finding on two members: the first is new, and the second has ended. */
    private static String lifetimes(Lifetime.Ended ended, int finding) {
        MemoryLake tenants = new MemoryLake()
                .put("s3://lake/tenant=a/dt=2026-01-02/part-0", 1, "2026-01-03T00:00:00Z")
                .put("s3://lake/tenant=b/dt=2025-01-02/part-0", 1, "2025-01-03T00:00:00Z");
        Dataset open = new Dataset(
                "orders[tenant=*]",
                Location.of("s3://lake/tenant=TENANT/dt={date}/").open("TENANT"),
                Datasets.daily(Datasets.recency()).schedule(),
                ObjectFilter.DATA,
                List.of(Datasets.recency()),
                Map.of(),
                new Presence(false, false, Optional.of(new Lifetime(true, ended)), Optional.empty()));
        return Lakecheck.on(new FixedClockLake(tenants, Datasets.DUE_AT))
                .at(Datasets.clock(Datasets.DUE_AT))
                .run(Suite.of(open))
                .findings()
                .get(finding)
                .text();
    }

    /** Returns the last finding on the members of a dataset. */
    private static String member(Lake lake, Predicate<Dataset> selection) {
        Dataset open = new Dataset(
                "orders[tenant=*]",
                Location.of("s3://lake/tenant=TENANT/dt={date}/").open("TENANT"),
                Datasets.daily(Datasets.recency()).schedule(),
                ObjectFilter.DATA,
                List.of(Datasets.recency()),
                Map.of());
        List<Finding> findings = Lakecheck.on(lake)
                .at(Datasets.clock(Datasets.DUE_AT))
                .members(selection)
                .run(Suite.of(open))
                .findings();
        return findings.get(findings.size() - 1).text();
    }

    private void waiting() {
        SimulatedTime time = new SimulatedTime("2026-01-03T06:10:00Z")
                .after(Duration.ofSeconds(5), () -> lake.put(DAY + "part-0", 100, "2026-01-03T06:10:05Z"));
        List<String> lines = new ArrayList<>();
        Lakecheck.on(lake)
                .at(time)
                .waitPolicy(new WaitPolicy(Duration.ofSeconds(10), time, lines::add))
                .run(Suite.of(Datasets.daily(Datasets.marked("_SUCCESS"))));
        sentences.add("waiting for a partition", lines.get(0));
        sentences.add("waiting for a marker", lines.get(1));

        List<String> many = new ArrayList<>();
        Lakecheck.on(lake)
                .at(time)
                .waitPolicy(new WaitPolicy(Duration.ofSeconds(1), time, many::add))
                .run(Suite.of(IntStream.range(0, 5)
                        .mapToObj(i ->
                                Datasets.named("set" + i, "s3://refined/set" + i + "/dt={date}/", Datasets.recency()))
                        .toArray(Dataset[]::new)));
        sentences.add("waiting for several datasets", many.get(0));
    }

    private String timeout(Consumer<Lake.Listener> event) {
        CountDownLatch never = new CountDownLatch(1);
        Lake silent = (range, visitor) -> {
            event.accept(visitor);
            try {
                never.await();
            } catch (InterruptedException e) {
                throw new LakeException(LakeException.Reason.TIMEOUT, "interrupted", e);
            }
        };
        Report report = Lakecheck.on(silent)
                .at(Datasets.clock(Datasets.DUE_AT))
                .timeout(Duration.ofMillis(50))
                .run(Suite.of(Datasets.daily(Datasets.atLeast(1))));
        return report.findings().get(0).text();
    }

    private static String interrupted() {
        Thread.currentThread().interrupt();
        try {
            return message(MeteredListing::checkInterrupt);
        } finally {
            Thread.interrupted();
        }
    }

    private static String beforeTheFirst() {
        MemoryLake oneDay = new MemoryLake().put(DAY + "part-0", 100, "2026-01-03T03:00:00Z");
        return text(oneDay, Datasets.DUE_AT, "2026-01-02", Datasets.atLeast(1));
    }

    private static String copied() {
        MemoryLake copy = new MemoryLake();
        for (int day = 10; day < 30; day++) {
            copy.put("s3://refined/kpi/dt=2026-01-" + day + "/part-0", 100, "2026-03-01T10:00:00Z");
        }
        return text(copy, Instant.parse("2026-06-01T00:00:00Z"), "2026-01-29", Datasets.recency());
    }

    /** Returns the text of the verdict on the oldest of three days. */
    private static String text(Lake lake, Instant now, String newest, Check check) {
        List<Finding> findings = Lakecheck.on(new FixedClockLake(lake, now))
                .at(Clock.fixed(now, ZoneOffset.UTC))
                .partition(newest)
                .backtest(Suite.of(Datasets.daily(check)), 3)
                .series()
                .get(0)
                .findings();
        return findings.get(0).text();
    }

    private void error(String name, ThrowingCallable call) {
        sentences.add(name, message(call));
    }

    private static String message(ThrowingCallable call) {
        return Optional.ofNullable(catchThrowable(call))
                .map(Throwable::getMessage)
                .orElseThrow();
    }
}
