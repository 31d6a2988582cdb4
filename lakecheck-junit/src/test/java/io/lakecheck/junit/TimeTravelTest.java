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
    void a_job_is_on_time_unless_the_test_says_otherwise(S3Client s3, LakeSeed lake) {
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
    void a_job_is_late_where_the_test_is(S3Client s3, LakeSeed lake, Supplier<Report> judged) {
        Job.write(s3, lake.bucket(), DAY, 600, "part-0", "_SUCCESS");

        assertThat(said(judged))
                .containsExactly(
                        "recency FAILED: arrived 2026-01-03 08:00:00 GMT, 2 h late, due 2026-01-03 06:00:00 GMT");
    }

    @Test
    @LakeCheck(location = KPI, asOf = "2026-01-03T08:00:00Z", due = "6h", size = @Size(min = "1 B"))
    void without_a_partition_the_newest_that_is_due_is_judged(S3Client s3, LakeSeed lake, Supplier<Report> judged) {
        Job.write(s3, lake.bucket(), DAY, 600, "part-0");

        assertThat(said(judged)).containsExactly("size PASSED: 600 B in 1 object, at least 1 B");
    }

    @Test
    @LakeCheck(
            location = KPI,
            partition = "2026-01-02",
            zone = "Europe/London",
            due = "6h",
            recency = @Recency(marker = "_SUCCESS"))
    void what_is_seeded_is_as_old_as_the_seed_says(LakeSeed lake, Supplier<Report> judged) {
        lake.partition("2026-01-02").sized("1 kB").sealedAt("2026-01-03T03:00");

        assertThat(said(judged))
                .containsExactly(
                        "recency PASSED: arrived 2026-01-03 03:00:00 GMT, 3 h early, due 2026-01-03 06:00:00 GMT");
    }

    @Test
    @LakeCheck(
            location = KPI,
            partition = "2026-01-02",
            due = "6h",
            recency = @Recency(marker = "_SUCCESS"),
            delta = @Delta(against = "previous", drop = "50%"))
    void a_file_after_the_marker_is_seen_beside_neighbours_too(S3Client s3, LakeSeed lake, Supplier<Report> judged) {
        lake.partition("2026-01-01").sized("600 B").sealedAt("2026-01-02T03:00");
        Job.write(s3, lake.bucket(), DAY, 600, "part-0", "_SUCCESS", "part-1");

        assertThat(said(judged)).first().asString().contains("recency FAILED", "part-1 was written at");
    }

    @Test
    @LakeCheck(location = KPI, partition = "2026-01-02", due = "6h", recency = @Recency(marker = "_SUCCESS"))
    void what_a_job_writes_over_a_seed_is_no_seed_any_more(S3Client s3, LakeSeed lake, Supplier<Report> judged) {
        lake.partition("2026-01-02").sized("600 B").sealedAt("2026-01-03T03:00");
        Job.write(s3, lake.bucket(), DAY, 600, "part-0", "_SUCCESS");

        assertThat(said(judged))
                .containsExactly(
                        "recency PASSED: arrived 2026-01-03 06:00:00 UTC, on the second, due 2026-01-03 06:00:00 UTC");
    }

    @Test
    @LakeCheck(location = KPI, partition = "2026-01-02", due = "6h", recency = @Recency(marker = "_SUCCESS"))
    void a_straggler_can_be_seeded(S3Client s3, LakeSeed lake, Supplier<Report> judged) {
        Job.write(s3, lake.bucket(), DAY, 600, "part-0", "_SUCCESS");
        lake.file("s3://" + lake.bucket() + "/" + DAY + "part-1", "1 kB").writtenAt("2026-01-03T07:00");

        assertThat(said(judged).get(0))
                .startsWith("recency FAILED: dt=2026-01-02/part-1 was written at 2026-01-03 07:00:00 UTC");
    }

    @Test
    @LakeCheck(
            location = KPI,
            partition = "2026-01-31",
            recency = @Recency(marker = "_SUCCESS"),
            delta = @Delta(against = "previous", drop = "50%", history = "1"))
    void a_month_of_history_is_one_line(S3Client s3, LakeSeed lake, Supplier<Report> judged) {
        lake.history(30).sized("100 kB", 4);
        Job.write(s3, lake.bucket(), "kpi/dt=2026-01-31/", 30_000, "part-0", "_SUCCESS");

        assertThat(s3.listObjectsV2(each -> each.bucket(lake.bucket())).keyCount())
                .isEqualTo(30 * 5 + 2);
        assertThat(said(judged).get(1))
                .startsWith("delta FAILED: -70 % (30 kB after 100 kB), -50 % to any rise allowed");
    }

    @Test
    @LakeCheck(location = KPI, partition = "2026-01-02", recency = @Recency(marker = "_SUCCESS", late = "fail"))
    void a_directory_is_a_fixture_that_came_on_time(@TempDir Path fixture, LakeSeed lake) throws IOException {
        Path day = Files.createDirectories(fixture.resolve("dt=2026-01-02"));
        Files.writeString(day.resolve("part-0"), "rows");
        Files.createFile(day.resolve("_SUCCESS"));

        lake.directory(fixture, "s3://" + lake.bucket() + "/kpi/");
    }

    @Test
    @LakeCheck(location = KPI, partition = "2026-01-02", recency = @Recency(marker = "_SUCCESS"))
    void a_job_that_died_leaves_no_marker(LakeSeed lake, Supplier<Report> judged) {
        lake.partition("2026-01-02").sized("1 kB").unsealed();

        assertThat(said(judged).get(0)).startsWith("recency FAILED: no _SUCCESS beside 1 kB in 1 object");
    }

    private static List<String> said(Supplier<Report> judged) {
        return judged.get().findings().stream()
                .map(Finding::text)
                .map(text -> text.replace("kpi dt=2026-01-02 ", "").replace("kpi dt=2026-01-31 ", ""))
                .map(text -> text.substring(0, text.lastIndexOf(" (s3://")))
                .toList();
    }
}
