// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Finding;
import io.lakecheck.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

@LocalLake(backend = Backend.EMBEDDED)
class TimeTravelTest {

    private static final String KPI = "s3://${bucket}/kpi/dt={date}/";
    private static final String DAY = "kpi/dt=2026-01-02/";

    @Test
    @LakeCheck(
            location = KPI,
            partition = "2026-01-02",
            due = "6h",
            recency = @Recency(marker = "_SUCCESS", late = "fail"))
    void a_job_is_on_time_by_default(S3Client s3, LakeSeed lake) {
        Job.write(s3, lake.bucket(), DAY, 600, "part-0", "_SUCCESS");
    }

    @Test
    @LakeCheck(
            location = KPI,
            partition = "2026-01-02",
            asOf = "2026-01-03T08:00",
            zone = "Europe/London",
            due = "6h",
            recency = @Recency(marker = "_SUCCESS", late = "fail"))
    void a_job_is_late_if_the_test_runs_late(S3Client s3, LakeSeed lake, Supplier<Report> judged) {
        Job.write(s3, lake.bucket(), DAY, 600, "part-0", "_SUCCESS");

        assertThat(text(judged, "recency"))
                .contains("FAILED", "2026-01-03 08:00:00 GMT", "2 h late", "2026-01-03 06:00:00 GMT");
    }

    @Test
    @LakeCheck(location = KPI, asOf = "2026-01-03T08:00:00Z", due = "6h", size = @Size(min = "1 B"))
    void the_newest_partition_that_is_due_is_the_default(S3Client s3, LakeSeed lake, Supplier<Report> judged) {
        Job.write(s3, lake.bucket(), DAY, 600, "part-0");

        assertThat(text(judged, "size")).contains("dt=2026-01-02 size PASSED", "600 B in 1 object");
    }

    @Test
    @LakeCheck(
            location = KPI,
            partition = "2026-01-02",
            zone = "Europe/London",
            due = "6h",
            recency = @Recency(marker = "_SUCCESS"))
    void seeded_objects_have_the_time_of_the_seed(LakeSeed lake, Supplier<Report> judged) {
        lake.partition("2026-01-02").sized("1 kB").sealedAt("2026-01-03T03:00");

        assertThat(text(judged, "recency")).contains("PASSED", "2026-01-03 03:00:00 GMT", "3 h early");
    }

    @Test
    @LakeCheck(
            name = "file",
            location = "s3://${bucket}/kpi_{date}.csv",
            partition = "2026-01-02",
            size = @Size(min = "1 kB", objects = @Bounds(max = "2")))
    @LakeCheck(
            name = "files",
            location = "s3://${bucket}/log.{date}.*.gz",
            partition = "2026-01-02",
            size = @Size(min = "1 kB", objects = @Bounds(max = "2")))
    @LakeCheck(
            name = "runs",
            location = "s3://${bucket}/run={date}-*/",
            partition = "2026-01-02",
            size = @Size(min = "1 kB", objects = @Bounds(max = "2")))
    void files_named_by_date_can_be_seeded(LakeSeed lake) {
        for (String dataset : List.of("file", "files", "runs")) {
            lake.dataset(dataset).partition("2026-01-02").sized("1 kB", 2);
        }
    }

    @Test
    @LakeCheck(
            location = KPI,
            partition = "2026-01-02",
            due = "6h",
            recency = @Recency(marker = "_SUCCESS"),
            delta = @Delta(against = "previous", drop = "50%"))
    void a_file_after_the_marker_fails_if_listed_with_others(S3Client s3, LakeSeed lake, Supplier<Report> judged) {
        lake.partition("2026-01-01").sized("600 B").sealedAt("2026-01-02T03:00");
        Job.write(s3, lake.bucket(), DAY, 600, "part-0", "_SUCCESS", "part-1");

        assertThat(text(judged, "recency")).contains("FAILED", "part-1");
    }

    @Test
    @LakeCheck(location = KPI, partition = "2026-01-02", due = "6h", recency = @Recency(marker = "_SUCCESS"))
    void overwritten_seeds_have_the_time_of_the_test(S3Client s3, LakeSeed lake, Supplier<Report> judged) {
        lake.partition("2026-01-02").sized("600 B").sealedAt("2026-01-03T03:00");
        Job.write(s3, lake.bucket(), DAY, 600, "part-0", "_SUCCESS");

        assertThat(text(judged, "recency")).contains("PASSED", "2026-01-03 06:00:00 UTC");
    }

    @Test
    @LakeCheck(location = KPI, partition = "2026-01-02", due = "6h", recency = @Recency(marker = "_SUCCESS"))
    void a_late_file_can_be_seeded(S3Client s3, LakeSeed lake, Supplier<Report> judged) {
        Job.write(s3, lake.bucket(), DAY, 600, "part-0", "_SUCCESS");
        lake.file("s3://" + lake.bucket() + "/" + DAY + "part-1", "1 kB").writtenAt("2026-01-03T07:00");

        assertThat(text(judged, "recency")).contains("FAILED", "dt=2026-01-02/part-1", "2026-01-03 07:00:00 UTC");
    }

    @Test
    @LakeCheck(
            location = KPI,
            partition = "2026-01-31",
            recency = @Recency(marker = "_SUCCESS"),
            delta = @Delta(against = "previous", drop = "50%", history = "1"))
    void a_month_of_history_takes_one_line(S3Client s3, LakeSeed lake, Supplier<Report> judged) {
        lake.history(30).sized("100 kB", 4);
        Job.write(s3, lake.bucket(), "kpi/dt=2026-01-31/", 30_000, "part-0", "_SUCCESS");

        assertThat(s3.listObjectsV2(each -> each.bucket(lake.bucket())).keyCount())
                .isEqualTo(30 * 5 + 2);
        assertThat(text(judged, "delta")).contains("FAILED", "-70 %", "30 kB", "100 kB", "-50 %");
    }

    @Test
    @LakeCheck(location = KPI, partition = "2026-01-02", recency = @Recency(marker = "_SUCCESS", late = "fail"))
    void a_seeded_directory_is_on_time(@TempDir Path fixture, LakeSeed lake) throws IOException {
        Path day = Files.createDirectories(fixture.resolve("dt=2026-01-02"));
        Files.writeString(day.resolve("part-0"), "rows");
        Files.createFile(day.resolve("_SUCCESS"));

        lake.directory(fixture, "s3://" + lake.bucket() + "/kpi/");
    }

    @Test
    @LakeCheck(location = KPI, partition = "2026-01-02", recency = @Recency(marker = "_SUCCESS"))
    void a_failed_job_leaves_no_marker(LakeSeed lake, Supplier<Report> judged) {
        lake.partition("2026-01-02").sized("1 kB").unsealed();

        assertThat(text(judged, "recency")).contains("FAILED", "_SUCCESS", "1 kB");
    }

    private static String text(Supplier<Report> judged, String check) {
        return judged.get().findings().stream()
                .filter(finding -> finding.check().name().equals(check))
                .map(Finding::text)
                .findFirst()
                .orElseThrow();
    }
}
