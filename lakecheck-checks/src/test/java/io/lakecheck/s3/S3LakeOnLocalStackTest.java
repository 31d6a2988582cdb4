// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Dataset;
import io.lakecheck.Hazard;
import io.lakecheck.Outcome;
import io.lakecheck.Report;
import io.lakecheck.Severity;
import io.lakecheck.SizeCheck;
import io.lakecheck.Suite;
import io.lakecheck.Survives;
import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeContract;
import io.lakecheck.lake.ObjectFilter;
import io.lakecheck.partition.Calendar;
import io.lakecheck.partition.Location;
import io.lakecheck.partition.Schedule;
import io.lakecheck.survey.Lakecheck;
import io.lakecheck.value.Limits;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;

@NeedsLocalStack
class S3LakeOnLocalStackTest extends LakeContract {

    private final LocalStackServer server;
    private final String bucket;
    private final String folder = UUID.randomUUID() + "/";
    private final S3Lake lake;

    S3LakeOnLocalStackTest(LocalStackServer server) {
        this.server = server;
        this.bucket = server.bucket(S3LakeOnLocalStackTest.class);
        this.lake = S3Lake.connect(server.connection());
    }

    @AfterEach
    void closes() {
        lake.close();
    }

    @Override
    protected String root() {
        return "s3://" + bucket + "/" + folder;
    }

    @Override
    protected Lake holding(Map<String, Integer> objects) {
        objects.entrySet().parallelStream().forEach(object -> server.s3()
                .putObject(
                        put -> put.bucket(bucket).key(folder + object.getKey()),
                        RequestBody.fromBytes(new byte[object.getValue()])));
        return lake;
    }

    @Test
    @Survives(Hazard.MANY_REQUESTS)
    void lists_three_thousand_objects_in_three_requests() {
        holding(IntStream.range(0, 3_000)
                .boxed()
                .collect(Collectors.toMap(i -> String.format(Locale.ROOT, "part-%04d", i), i -> 1)));

        Report report = Lakecheck.on(lake)
                .run(Suite.of(new Dataset(
                        "many",
                        Location.of(root()),
                        new Schedule(ZoneOffset.UTC, Duration.ZERO, Calendar.EVERY_DAY),
                        ObjectFilter.DATA,
                        List.of(new SizeCheck(
                                new Limits(OptionalLong.of(3_000), OptionalLong.of(3_000)),
                                Limits.NONE,
                                Limits.NONE,
                                Severity.FAIL)),
                        Map.of())));

        assertThat(report.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(report.traffic().requests()).isEqualTo(3);
        assertThat(report.traffic().objects()).isEqualTo(3_000);
        assertThat(report.traffic().retries()).isZero();
    }
}
