// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Check;
import io.lakecheck.Dataset;
import io.lakecheck.RecencyCheck;
import io.lakecheck.Report;
import io.lakecheck.Severity;
import io.lakecheck.SizeCheck;
import io.lakecheck.Suite;
import io.lakecheck.aws.AwsTimeouts;
import io.lakecheck.lake.ObjectFilter;
import io.lakecheck.partition.Calendar;
import io.lakecheck.partition.Location;
import io.lakecheck.partition.Schedule;
import io.lakecheck.survey.Lakecheck;
import io.lakecheck.value.Limits;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/** A lake on a {@link StubS3}, and runs of the whole engine on it. Timeouts are realistic, but there are no pauses. */
final class StubbedLake implements AutoCloseable {

    static final Instant WRITTEN = Instant.parse("2025-01-03T03:00:00Z");
    static final Clock NOW = Clock.fixed(Instant.parse("2025-01-03T07:00:00Z"), ZoneOffset.UTC);
    static final String DAY = "dt=2025-01-02/";

    static final S3Timeouts NO_PAUSES = new S3Timeouts(
            new AwsTimeouts(
                    Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(1), 4),
            3,
            BackoffStrategy.retryImmediately());

    /** Short timeouts, for servers that never respond. */
    static final S3Timeouts SHORT = new S3Timeouts(
            new AwsTimeouts(
                    Duration.ofMillis(500), Duration.ofMillis(200), Duration.ofMillis(400), Duration.ofMillis(800), 2),
            2,
            BackoffStrategy.retryImmediately());

    /** The prefixes of the names of lakecheck's and the SDK's threads. */
    private static final List<String> THREADS = List.of("lakecheck-", "sdk-", "idle-connection-reaper");

    final StubS3 s3;
    private final S3Lake lake;

    StubbedLake() throws IOException {
        this(NO_PAUSES);
    }

    StubbedLake(S3Timeouts timeouts) throws IOException {
        s3 = new StubS3();
        lake = S3Lake.connect(s3.connection(), Clock.systemUTC(), timeouts);
    }

    /** Adds objects of 100 bytes to the checked day of a folder in the bucket {@code refined}. */
    StubbedLake holding(String folder, int objects) {
        s3.bucket("refined");
        for (int i = 0; i < objects; i++) {
            s3.put("refined", folder + "/" + DAY + String.format(Locale.ROOT, "part-%05d", i), 100, WRITTEN);
        }
        return this;
    }

    StubbedLake with(Fault fault) {
        s3.with(fault);
        return this;
    }

    Report judge(Dataset... datasets) {
        return judge(Lakecheck.on(lake), datasets);
    }

    /** Judges with a lake of its own, whose rate of requests is not limited because of earlier rejections. */
    Report judgeAfresh(Dataset... datasets) {
        try (S3Lake fresh = S3Lake.connect(s3.connection(), Clock.systemUTC(), NO_PAUSES)) {
            return judge(Lakecheck.on(fresh), datasets);
        }
    }

    Report judgeOneByOne(Dataset... datasets) {
        return judge(Lakecheck.on(lake).concurrency(1), datasets);
    }

    Report judgeWithin(Duration limit, Dataset... datasets) {
        return judge(Lakecheck.on(lake).timeout(limit), datasets);
    }

    private static Report judge(Lakecheck lakecheck, Dataset... datasets) {
        return lakecheck.at(NOW).run(Suite.of(datasets));
    }

    /** Returns a daily dataset in the bucket {@code refined} that must have exactly the given size. */
    static Dataset sized(String folder, long bytes) {
        return dataset("s3://refined/" + folder + "/", exactly(bytes));
    }

    static Dataset dataset(String root, Check... checks) {
        return new Dataset(
                root.replaceAll("^s3://|/$", ""),
                Location.of(root + "dt={date}/"),
                new Schedule(ZoneOffset.UTC, Duration.ofHours(6), Calendar.EVERY_DAY),
                ObjectFilter.DATA,
                List.of(checks),
                Map.of());
    }

    static SizeCheck exactly(long bytes) {
        return new SizeCheck(
                new Limits(OptionalLong.of(bytes), OptionalLong.of(bytes)), Limits.NONE, Limits.NONE, Severity.FAIL);
    }

    static RecencyCheck recency() {
        return new RecencyCheck(Optional.empty(), true, Duration.ZERO, Severity.FAIL, Optional.empty(), Severity.FAIL);
    }

    /** Closes everything and verifies that no threads of lakecheck or the SDK are left. */
    @Override
    public void close() throws IOException {
        lake.close();
        Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> THREADS.stream().anyMatch(thread.getName()::startsWith))
                .forEach(thread -> assertThat(ends(thread)).as(thread.getName()).isTrue());
        s3.close();
    }

    private static boolean ends(Thread thread) {
        try {
            thread.join(Duration.ofSeconds(20).toMillis());
            return !thread.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
