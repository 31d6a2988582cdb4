// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Report;
import java.net.URI;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.DimensionFilter;
import software.amazon.awssdk.services.s3.S3Client;

@NeedsLocalStack
class OnLocalStackTest {

    @Test
    void checks_work_as_on_the_embedded_server() {
        Run run = Run.with(LocalStackRun.backend(), Jobs.class);

        assertThat(run.failures()).singleElement().satisfies(failure -> assertThat(failure)
                .hasMessageContainingAll("kpi dt=2026-01-02 size FAILED", "600 B", "at least 1 kB"));
        assertThat(run.succeeded()).isEqualTo(2);
    }

    @Test
    void auto_selects_it_and_prints_why() throws Exception {
        String endpoint = LocalStackRun.backend().getOrDefault("lakecheck.endpoint", "");

        String output = endpoint.isEmpty()
                ? Jvm.run(entry -> true, OptionalLibraryTest.class, "lakecheck.backend", "auto")
                : Jvm.run(entry -> true, OptionalLibraryTest.class, "lakecheck.endpoint", endpoint);

        assertThat(output)
                .contains("1 passed")
                .contains(
                        endpoint.isEmpty()
                                ? "(Docker is running and the image is available)"
                                : endpoint + " (lakecheck.endpoint=" + endpoint + " is set");
    }

    static class Jobs {

        @Test
        @LakeCheck(
                location = "s3://${bucket}/kpi/dt={date}/",
                partition = "2026-01-02",
                recency = @Recency(marker = "_SUCCESS"),
                size = @Size(min = "1 kB"))
        void too_small(S3Client s3, LakeSeed lake) {
            Job.write(s3, lake.bucket(), "kpi/dt=2026-01-02/", 600, "part-0", "_SUCCESS");
        }

        @Test
        @LakeCheck(
                location = "s3://${bucket}/kpi/dt={date}/",
                partition = "2026-01-31",
                recency = @Recency(marker = "_SUCCESS"),
                delta = @Delta(against = "median of 7", drop = "50%", rise = "50%"))
        void a_month_of_history(S3Client s3, LakeSeed lake) {
            lake.history(30).sizedBetween("900 B", "1100 B");
            Job.write(s3, lake.bucket(), "kpi/dt=2026-01-31/", 1000, "part-0", "_SUCCESS");
        }

        @Test
        @LakeCheck(
                suite = "metrics.yml",
                dataset = "kpi",
                partition = "2026-01-02",
                variables = {"LAKE=s3://${bucket}", "STAGE=localstack"})
        void metrics_arrive(
                S3Client s3,
                LakeSeed lake,
                URI endpoint,
                Region region,
                AwsCredentialsProvider credentials,
                RecordedMetrics metrics,
                Supplier<Report> judged) {
            Job.write(s3, lake.bucket(), "kpi/dt=2026-01-02/", 1000, "part-0", "_SUCCESS");

            assertThat(judged.get().notices()).singleElement().satisfies(notice -> assertThat(notice.text())
                    .contains(metrics.all().size() + " metrics", "Lake/JUnit"));
            try (CloudWatchClient cloudWatch = CloudWatchClient.builder()
                    .endpointOverride(endpoint)
                    .region(region)
                    .credentialsProvider(credentials)
                    .httpClientBuilder(UrlConnectionHttpClient.builder())
                    .build()) {
                assertThat(cloudWatch
                                .listMetrics(any -> any.namespace("Lake/JUnit")
                                        .metricName("TotalFileSize")
                                        .dimensions(DimensionFilter.builder()
                                                .name("BucketName")
                                                .value(lake.bucket())
                                                .build()))
                                .metrics())
                        .singleElement()
                        .satisfies(metric -> assertThat(metric.dimensions())
                                .contains(Dimension.builder()
                                        .name("Stage")
                                        .value("localstack")
                                        .build()));
            }
        }
    }
}
