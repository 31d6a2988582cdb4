// SPDX-License-Identifier: Apache-2.0
package example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lakecheck.Report;
import io.lakecheck.junit.LakeCheck;
import io.lakecheck.junit.LocalLake;
import io.lakecheck.junit.Recency;
import io.lakecheck.junit.Size;
import java.net.URI;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3Client;

@LocalLake
@LakeCheck(
        location = "s3://refined/kpi/dt={date}/",
        partition = "2026-01-02",
        recency = @Recency(marker = "_SUCCESS"),
        size = @Size(min = "1 kB"))
class KpiJobTest {

    @Test
    void the_injected_client_writes(S3Client s3) {
        new KpiJob(s3).run("2026-01-02");
    }

    @Test
    void a_client_of_the_jobs_own_writes(URI endpoint, Region region, AwsCredentialsProvider credentials) {
        try (S3Client own = S3Client.builder()
                .endpointOverride(endpoint)
                .region(region)
                .credentialsProvider(credentials)
                .build()) {
            new KpiJob(own).run("2026-01-02");
        }
    }

    @Test
    void a_file_after_the_marker_is_detected(
            S3Client s3, URI endpoint, Region region, AwsCredentialsProvider credentials, Supplier<Report> judged) {
        new KpiJob(s3).run("2026-01-02");
        try (S3AsyncClient own = S3AsyncClient.builder()
                .endpointOverride(endpoint)
                .region(region)
                .credentialsProvider(credentials)
                .build()) {
            own.putObject(
                            put -> put.bucket("refined").key("kpi/dt=2026-01-02/part-2.parquet"),
                            AsyncRequestBody.fromBytes(new byte[1000]))
                    .join();
        }

        assertEquals(
                "FAILED", judged.get().findings().get(0).verdict().outcome().name());
    }
}
