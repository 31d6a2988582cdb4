// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import static io.lakecheck.junit.LakeAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakecheck.Report;
import io.lakecheck.file.FileLake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
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

    @Test
    @LakeCheck(
            location = KPI,
            partition = "2026-01-02",
            recency = @Recency(marker = "_DONE"),
            size = @Size(objects = @Bounds(max = "1")))
    void select_the_datasets_of_the_test_by_name(S3Client s3, LakeSeed lake, Supplier<Report> judged) {
        Job.write(s3, lake.bucket(), "kpi/dt=2026-01-02/", 600, "part-0", "part-1");

        assertThat(lake)
                .dataset("kpi")
                .partition("2026-01-02")
                .isNotSealed()
                .hasObjects(2)
                .hasKeys("part-*");
        assertThat(lake).dataset("kpi").partition("2026-01-03").isAbsent();
        assertThat(judged.get()).recency().failed().hasMessageContaining("_DONE");
        assertThat(judged.get()).dataset("kpi").size().failed();
        assertThatThrownBy(() -> assertThat(judged.get()).size().passed())
                .hasMessageContaining("to be PASSED")
                .hasMessageContaining("2 objects");
        assertThatThrownBy(() -> assertThat(lake).dataset("leads"))
                .hasMessageContaining("unknown dataset 'leads'. Available: kpi");
    }

    @Test
    void select_nothing_by_name_without_a_check(LakeSeed lake) {
        assertThatThrownBy(() -> assertThat(lake).dataset("kpi"))
                .hasMessageContainingAll("unknown dataset 'kpi'", "no @LakeCheck", "location(");
    }

    @Test
    void negative_assertions_fail_with_what_was_found(S3Client s3, LakeSeed lake) {
        Job.write(s3, lake.bucket(), "kpi/dt=2026-01-02/", 600, "part-0.csv", "_SUCCESS");
        PartitionAssert partition = assertThat(lake).location(KPI).partition("2026-01-02");

        assertThatThrownBy(partition::isAbsent).hasMessageContainingAll("2 objects: _SUCCESS, part-0.csv", "none");
        assertThatThrownBy(partition::isNotSealed).hasMessageContainingAll("sealed by _SUCCESS", "expected no marker");
        assertThatThrownBy(() -> partition.hasObjects(3)).hasMessageContainingAll("1 object", "expected exactly 3");
        assertThatThrownBy(() -> partition.hasKeys("part-*.parquet", "_SUCCESS"))
                .hasMessageContainingAll("part-0.csv", "expected at least one object that matches part-*.parquet");
    }

    @Test
    void a_marker_with_data_after_it_does_not_seal(S3Client s3, LakeSeed lake) {
        Job.write(s3, lake.bucket(), "kpi/dt=2026-01-02/", 600, "_SUCCESS", "part-0");

        assertThat(lake).location(KPI).partition("2026-01-02").isNotSealed();
    }

    @Test
    void soft_assertions_collect_all_failures(S3Client s3, LakeSeed lake) {
        Job.write(s3, lake.bucket(), "kpi/dt=2026-01-02/", 600, "part-0");
        LakeSoftAssertions softly = new LakeSoftAssertions();

        softly.assertThat(lake)
                .location(KPI)
                .partition("2026-01-02")
                .isSealedBy("_SUCCESS")
                .hasObjects(1)
                .hasSizeBetween("1 kB", "2 kB")
                .isAbsent();

        assertThatThrownBy(softly::assertAll)
                .hasMessageContainingAll("3 failures", "recency FAILED", "size FAILED", "1 object: part-0")
                .hasMessageContaining("at LakeAssertionsTest.")
                .hasMessageNotContaining("at PartitionAssert.");
    }

    @Test
    void seeds_have_content(S3Client s3, LakeSeed lake) {
        String bucket = lake.bucket();
        lake.text("s3://" + bucket + "/raw/events.json", "{}");
        lake.bytes("s3://" + bucket + "/raw/events.bin", new byte[] {1, 2});

        assertThat(s3.getObjectAsBytes(get -> get.bucket(bucket).key("raw/events.json"))
                        .asUtf8String())
                .isEqualTo("{}");
        assertThat(s3.getObjectAsBytes(get -> get.bucket(bucket).key("raw/events.bin"))
                        .asByteArray())
                .containsExactly(1, 2);
    }
}
