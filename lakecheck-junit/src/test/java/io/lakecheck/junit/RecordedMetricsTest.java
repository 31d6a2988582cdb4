// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.lakecheck.Outcome;
import io.lakecheck.Report;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;

@LocalLake(backend = Backend.EMBEDDED)
class RecordedMetricsTest {

    @AfterEach
    void metrics_are_recorded_only_for_suites_that_have_them(RecordedMetrics metrics, Report report) {
        assertThat(metrics.all().isEmpty()).isEqualTo(report.suite().metrics().isEmpty());
    }

    @Test
    @LakeCheck(suite = "metrics.yml", partition = "2026-01-02", variables = "LAKE=s3://${bucket}")
    void are_those_that_a_run_would_publish(
            S3Client s3, LakeSeed lake, RecordedMetrics metrics, Supplier<Report> judged) {
        Job.write(s3, lake.bucket(), "kpi/dt=2026-01-02/", 600, "part-0", "part-1", "_SUCCESS");

        assertThat(judged.get().notices())
                .extracting(Object::toString)
                .hasSize(1)
                .first()
                .asString()
                .contains("Lake/JUnit");
        assertThat(metrics.named("TotalFileSize"))
                .containsExactly(new RecordedMetric(
                        "Lake/JUnit",
                        "TotalFileSize",
                        "Bytes",
                        Map.of(
                                "BucketName", lake.bucket(),
                                "Key", "kpi/",
                                "FunctionName", "file_size_check",
                                "Stage", "test"),
                        Instant.parse("2026-01-03T00:00:00Z"),
                        1200));
        assertThat(metrics.named("CheckFailed"))
                .extracting(metric -> metric.dimensions().get("Key"), RecordedMetric::value)
                .contains(tuple("leads/", 1.0));
    }

    @Test
    @LakeCheck(suite = "metrics.yml", dataset = "kpi", partition = "2026-01-02", variables = "LAKE=s3://${bucket}")
    void run_the_checks_if_they_have_not_run(S3Client s3, LakeSeed lake, RecordedMetrics metrics) {
        Job.write(s3, lake.bucket(), "kpi/dt=2026-01-02/", 1000, "part-0", "_SUCCESS");

        assertThat(metrics.named("ObjectCount"))
                .extracting(RecordedMetric::value)
                .containsExactly(1.0);
    }

    @Test
    @LakeCheck(suite = "metrics.yml", dataset = "kpi", partition = "2026-01-02", variables = "LAKE=s3://${bucket}")
    void are_those_of_the_last_run(S3Client s3, LakeSeed lake, RecordedMetrics metrics, Supplier<Report> judged) {
        assertThat(judged.get().outcome()).isEqualTo(Outcome.FAILED);
        Job.write(s3, lake.bucket(), "kpi/dt=2026-01-02/", 1000, "part-0", "_SUCCESS");
        assertThat(judged.get().outcome()).isEqualTo(Outcome.PASSED);

        assertThat(metrics.named("ObjectCount"))
                .extracting(RecordedMetric::value)
                .containsExactly(1.0);
    }

    @Test
    @LakeCheck(location = "s3://${bucket}/kpi/dt={date}/", partition = "2026-01-02", size = @Size(max = "1 kB"))
    void are_empty_if_the_suite_has_none(S3Client s3, LakeSeed lake, RecordedMetrics metrics, Supplier<Report> judged) {
        Job.write(s3, lake.bucket(), "kpi/dt=2026-01-02/", 600, "part-0");

        assertThat(judged.get().notices()).isEmpty();
        assertThat(metrics.all()).isEmpty();
    }
}
