// SPDX-License-Identifier: Apache-2.0
package example;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Report;
import io.lakecheck.junit.LakeAssertions;
import io.lakecheck.junit.LakeCheck;
import io.lakecheck.junit.LocalLake;
import io.lakecheck.junit.Recency;
import io.lakecheck.junit.Size;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;

@LocalLake
@LakeCheck(
        location = "s3://refined/kpi/dt={date}/",
        partition = "2026-01-02",
        recency = @Recency(marker = "_SUCCESS"),
        size = @Size(min = "1 kB"))
class UploadJobTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.write(folder.resolve("part-0.parquet"), new byte[1500]);
        Files.write(folder.resolve("part-1.parquet"), new byte[1500]);
    }

    @Test
    void the_transfer_manager_takes_the_injected_client(S3AsyncClient s3) {
        new UploadJob(s3).run(folder, "2026-01-02");
    }

    @Test
    void the_transfer_manager_takes_a_client_of_its_own(
            URI endpoint, Region region, AwsCredentialsProvider credentials) {
        try (S3AsyncClient own = S3AsyncClient.builder()
                .endpointOverride(endpoint)
                .region(region)
                .credentialsProvider(credentials)
                .multipartEnabled(true)
                .build()) {
            new UploadJob(own).run(folder, "2026-01-02");
        }
    }

    @Test
    void a_file_after_the_marker_is_detected(S3AsyncClient s3, Supplier<Report> judged) {
        new UploadJob(s3).run(folder, "2026-01-02");
        s3.putObject(
                        put -> put.bucket("refined").key("kpi/dt=2026-01-02/part-2.parquet"),
                        AsyncRequestBody.fromBytes(new byte[1]))
                .join();

        LakeAssertions.assertThat(judged.get()).recency().failed();
        assertThat(judged.get().findings()).hasSize(2);
    }
}
