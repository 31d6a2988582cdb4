// SPDX-License-Identifier: Apache-2.0
package kpi;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.junit.LakeCheck;
import io.lakecheck.junit.LakeSeed;
import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Tests of the job as its developers would write them. {@link NightContract} runs them. Most of them fail on purpose.
 */
class Night {

    private static final LocalDate FRIDAY = LocalDate.parse("2026-01-30");
    private static final LocalDate SATURDAY = LocalDate.parse("2026-01-31");

    /** Applies the same checks as in production to the test's bucket. */
    @Test
    @LakeCheck(
            suite = "lakecheck.yml",
            dataset = "kpi",
            partition = "2026-01-31",
            variables = "KPI_LAKE=s3://${bucket}")
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface KpisOfSaturday {}

    @TempDir
    private static Path directory;

    private static RawZone raw;

    private final BucketLake bucket;

    Night(S3Client s3, LakeSeed lake) {
        bucket = new BucketLake(s3, lake.bucket());
    }

    @BeforeAll
    static void write_raw_events() throws Exception {
        raw = new RawZone(directory);
        new RawEvents(FRIDAY.minusDays(1), SATURDAY.plusDays(1)).writeTo(raw);
    }

    @BeforeEach
    void run_the_previous_night() throws Exception {
        new KpiJob(raw, bucket).run(FRIDAY);
    }

    @Test
    @LakeCheck(suite = "lakecheck.yml", partition = "2026-01-31", variables = "KPI_LAKE=s3://${bucket}")
    void whole() throws Exception {
        new KpiJob(raw, bucket).run(SATURDAY);
    }

    @KpisOfSaturday
    void empty() throws Exception {
        runBroken(Sabotage.EMPTY);
    }

    @KpisOfSaturday
    void halved() throws Exception {
        runBroken(Sabotage.HALVED);
    }

    @KpisOfSaturday
    void doubled() throws Exception {
        runBroken(Sabotage.DOUBLED);
    }

    @Test
    @LakeCheck(
            suite = "lakecheck.yml",
            dataset = "kpi",
            partition = "2026-01-31",
            asOf = "2026-02-01T08:00",
            variables = "KPI_LAKE=s3://${bucket}")
    void late() throws Exception {
        kpi.Target target = at(LocalDateTime.parse("2026-02-01T08:00"));
        new KpiJob(raw, new Breakage(SATURDAY, Sabotage.LATE).on(target)).run(SATURDAY);
    }

    @KpisOfSaturday
    void no_marker() throws Exception {
        runBroken(Sabotage.NO_MARKER);
    }

    @KpisOfSaturday
    void file_after_marker() throws Exception {
        runBroken(Sabotage.FILE_AFTER_MARKER);
    }

    private void runBroken(Sabotage sabotage) throws IOException, SQLException {
        new KpiJob(raw, new Breakage(SATURDAY, sabotage).on(bucket)).run(SATURDAY);
    }

    /**
     * Returns a target that writes late outputs to the bucket. S3 sets modification times itself, so the outputs can't
     * be delayed. Instead, the test's time is set to the time at which they would have been written.
     */
    private kpi.Target at(LocalDateTime now) {
        return partition -> {
            List<Output> outputs = partition.outputs();
            assertThat(outputs.stream().map(Output::late).filter(late -> !late.isZero()))
                    .allSatisfy(late -> assertThat(partition.day().jobStart().plus(late))
                            .isEqualTo(now.atZone(Day.ZONE).toInstant()));
            bucket.publish(partition.with(
                    outputs.stream().map(output -> output.late(Duration.ZERO)).toList()));
        };
    }
}
