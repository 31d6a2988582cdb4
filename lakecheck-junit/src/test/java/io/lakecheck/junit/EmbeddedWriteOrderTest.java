// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Outcome;
import io.lakecheck.Report;
import java.net.URI;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Tests that the embedded server knows the order of writes even by clients that lakecheck did not create. */
@LocalLake(backend = Backend.EMBEDDED)
@LakeCheck(
        location = "s3://${bucket}/kpi/dt={date}/",
        partition = "2026-01-02",
        due = "6h",
        recency = @Recency(marker = "_SUCCESS"))
class EmbeddedWriteOrderTest {

    private static final String DAY = "kpi/dt=2026-01-02/";

    private final S3Client own;

    /**
     * Creates the client as users do, without requesting path style. The SDK uses it by default, because the host is an
     * IP address.
     */
    EmbeddedWriteOrderTest(URI endpoint) {
        own = S3Client.builder()
                .endpointOverride(endpoint)
                .region(Region.EU_WEST_1)
                .credentialsProvider(LakeServer.ANY_CREDENTIALS)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    @AfterEach
    void close() {
        own.close();
    }

    @RepeatedTest(3)
    void a_file_after_the_marker_fails(LakeSeed lake, Supplier<Report> judged) {
        Job.write(own, lake.bucket(), DAY, 600, "part-0", "_SUCCESS", "part-1");

        assertThat(judged.get().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(finding.text()).contains("part-1");
        });
    }

    @RepeatedTest(3)
    void a_marker_after_all_files_passes(LakeSeed lake) {
        Job.write(own, lake.bucket(), DAY, 600, "part-0", "part-1", "_SUCCESS");
    }

    @Test
    void a_seeded_marker_that_the_job_writes_again_counts_as_the_jobs(LakeSeed lake) {
        lake.partition("2026-01-02").sized("600 B").sealedAt("2026-01-03T03:00");

        Job.write(own, lake.bucket(), DAY, 600, "part-0", "_SUCCESS");
    }
}
