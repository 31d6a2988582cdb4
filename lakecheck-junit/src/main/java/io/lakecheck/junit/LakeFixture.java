// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.Report;
import io.lakecheck.Suite;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * What one test or one class has of the lake: its buckets, its client, and what is expected. What costs time is made
 * when it is first asked for, and closed with the test or class. Safe for many threads.
 */
final class LakeFixture implements AutoCloseable {

    /** The variable that stands for a bucket of one's own. */
    private static final String OWN_BUCKET = "bucket";

    private static final String NO_BUCKET = "own-bucket-not-yet-made";

    private final Optional<LakeFixture> outer;
    private final RunningLake running;
    private final JUnitSettings settings;
    private final List<Expectation> expectations;
    private final Set<String> buckets = new LinkedHashSet<>();
    private final RecordedMetrics metrics = new RecordedMetrics();

    private @Nullable String ownBucket;
    private @Nullable S3Client client;
    private @Nullable List<DatasetRun> trials;
    private Optional<Report> last = Optional.empty();
    private boolean ownAssertions;

    LakeFixture(
            Optional<LakeFixture> outer, RunningLake running, JUnitSettings settings, List<Expectation> expectations) {
        this.outer = outer;
        this.running = running;
        this.settings = settings;
        this.expectations = List.copyOf(expectations);
    }

    /** The buckets that expectations name, without those of a test's own. */
    static Set<String> shared(List<Expectation> expectations, JUnitSettings settings) {
        return expectations.stream()
                .map(each -> each.suite(environment(settings, () -> NO_BUCKET)))
                .flatMap(Buckets::of)
                .filter(bucket -> !bucket.equals(NO_BUCKET))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Makes the buckets that are named here and not already by the class around. */
    synchronized void makeBuckets(List<String> more) {
        Stream.concat(more.stream(), shared(expectations, settings).stream())
                .filter(bucket -> outer.stream().noneMatch(around -> around.holds(bucket)))
                .filter(buckets::add)
                .forEach(running.buckets()::make);
    }

    private boolean holds(String bucket) {
        return buckets.contains(bucket) || outer.stream().anyMatch(around -> around.holds(bucket));
    }

    /** Empties the buckets that were made here, and around here. */
    void emptyAll() {
        empty();
        outer.ifPresent(LakeFixture::emptyAll);
    }

    /** Empties the buckets that were made here. */
    synchronized void empty() {
        buckets.forEach(running.buckets()::empty);
    }

    RunningLake running() {
        return running;
    }

    /** A bucket that is nobody else's: the class's where that has one, else a new one. */
    synchronized String ownBucket() {
        Optional<String> around = outer.flatMap(LakeFixture::ownBucketIfAny);
        if (around.isPresent()) {
            return around.get();
        }
        if (ownBucket == null) {
            String name = "lakecheck-" + UUID.randomUUID();
            running.buckets().make(name);
            ownBucket = name;
        }
        return ownBucket;
    }

    private synchronized Optional<String> ownBucketIfAny() {
        return Optional.ofNullable(ownBucket).or(() -> outer.flatMap(LakeFixture::ownBucketIfAny));
    }

    synchronized S3Client client() {
        if (client == null) {
            client = running.clientForTests();
        }
        return client;
    }

    /** What will be judged, in the order of the expectations; refuses authors' mistakes. */
    synchronized List<DatasetRun> trials() {
        if (trials == null) {
            List<DatasetRun> made = new ArrayList<>();
            for (Expectation expectation : expectations) {
                Suite suite = expectation.suite(variables());
                made.addAll(DatasetRun.of(expectation, suite, Clock.systemUTC()));
            }
            made.forEach(DatasetRun::plan);
            trials = made;
        }
        return trials;
    }

    /** What variables in locations and suites stand for. */
    Function<String, Optional<String>> variables() {
        return environment(settings, this::ownBucket);
    }

    LakeSeed seed() {
        return new LakeSeed(this, trials());
    }

    RecordedMetrics metrics() {
        return metrics;
    }

    /** Looks now; empty where nothing is expected. */
    Optional<Report> judge() {
        metrics.forget();
        Map<Expectation, List<DatasetRun>> bySuite = trials().stream()
                .collect(Collectors.groupingBy(DatasetRun::expectation, LinkedHashMap::new, Collectors.toList()));
        List<Report> reports = bySuite.values().stream().map(this::judge).toList();
        Optional<Report> report = reports.isEmpty() ? Optional.empty() : Optional.of(CombinedReport.merge(reports));
        synchronized (this) {
            last = report;
        }
        return report;
    }

    /** One suite's trials, as one run that tells CloudWatch where the suite says so. */
    private Report judge(List<DatasetRun> ofSuite) {
        Report report = CombinedReport.merge(ofSuite.stream()
                .map(trial -> trial.judge(running.lakeOf(trial)))
                .toList());
        return report.suite().metrics().isEmpty()
                ? report
                : report.reportTo(List.of(new MetricsTap(metrics, running.cloudWatch())));
    }

    /** What was found behind the test's body; before that, what is found now. */
    Report report() {
        Optional<Report> found;
        synchronized (this) {
            found = last;
        }
        return found.or(this::judge).orElseThrow(LakeFixture::nothingExpected);
    }

    /** Looks for a test that draws its own conclusions: nobody else will. */
    Report judgeForOwnAssertions() {
        synchronized (this) {
            ownAssertions = true;
        }
        return judge().orElseThrow(LakeFixture::nothingExpected);
    }

    synchronized boolean hasOwnAssertions() {
        return ownAssertions;
    }

    private static IllegalStateException nothingExpected() {
        return new IllegalStateException(
                "there is nothing to report on: nothing is expected of the lake; write a @LakeCheck");
    }

    private static Function<String, Optional<String>> environment(JUnitSettings settings, Supplier<String> ownBucket) {
        return name -> name.equals(OWN_BUCKET) ? Optional.of(ownBucket.get()) : settings.apply(name);
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.close();
        }
        if (ownBucket != null) {
            running.buckets().remove(ownBucket);
        }
    }
}
