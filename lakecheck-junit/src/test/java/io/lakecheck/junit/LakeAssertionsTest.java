// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import static io.lakecheck.junit.LakeAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakecheck.file.FileLake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;
import software.amazon.awssdk.services.s3.S3Client;

@LocalLake(backend = Backend.EMBEDDED)
class LakeAssertionsTest {

    private static final String KPI = "s3://${bucket}/kpi/dt={date}/";

    @Test
    void pass_if_the_checks_pass(S3Client s3, LakeSeed lake) {
        Job.write(s3, lake.bucket(), "kpi/dt=2026-01-01/", 500, "part-0", "_SUCCESS");
        Job.write(s3, lake.bucket(), "kpi/dt=2026-01-02/", 600, "part-0", "_SUCCESS");

        assertThat(lake)
                .location(KPI)
                .zone("Europe/London")
                .due("6h")
                .partition("2026-01-02")
                .isFresh()
                .isSealedBy("_SUCCESS")
                .hasSizeBetween("500 B", "1 kB")
                .hasSize(size -> size.objects("1", "1"))
                .changedLessThan("20%");
    }

    @Test
    void fail_with_the_message_of_the_check(LakeSeed lake) {
        PartitionAssert partition = assertThat(lake).location(KPI).partition("2026-01-02");

        assertThatThrownBy(partition::isFresh)
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContainingAll("kpi dt=2026-01-02 recency FAILED", "2026-01-03 00:00:00 UTC");
    }

    @Test
    void a_late_partition_is_not_fresh(S3Client s3, LakeSeed lake) {
        Job.write(s3, lake.bucket(), "kpi/dt=2026-01-02/", 600, "part-0");

        assertThatThrownBy(() -> assertThat(lake)
                        .location(KPI)
                        .asOf("2026-01-03T01:00")
                        .partition("2026-01-02")
                        .isFresh())
                .hasMessageContainingAll("recency FAILED", "2026-01-03 01:00:00 UTC", "1 h late");
    }

    @Test
    void a_skipped_check_does_not_pass(S3Client s3, LakeSeed lake) {
        Job.write(s3, lake.bucket(), "kpi/dt=2026-01-02/", 600, "part-0");

        assertThatThrownBy(() ->
                        assertThat(lake).location(KPI).partition("2026-01-02").changedLessThan("20%"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("delta SKIPPED");
    }

    @Test
    void accept_any_lake(@TempDir Path folder) throws IOException {
        Files.writeString(
                Files.createDirectories(folder.resolve("dt=2026-01-02")).resolve("part-0"), "rows");

        assertThat(new FileLake())
                .location(folder + "/dt={date}/")
                .partition("2026-01-02")
                .hasSizeBetween("4", "4");
    }
}
