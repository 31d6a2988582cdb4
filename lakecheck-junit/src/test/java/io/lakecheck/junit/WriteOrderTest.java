// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Finding;
import io.lakecheck.Outcome;
import io.lakecheck.lake.MemoryLake;
import io.lakecheck.spec.Origin;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/** Tests that the order of writes by a job's own clients is known, even on servers that don't number writes. */
class WriteOrderTest {

    private static final String DAY = "kpi/dt=2026-01-02/";

    /** A server that doesn't number writes, like LocalStack. */
    private record UnnumberedServer(LakeServer server) implements LakeServer {

        @Override
        public URI endpoint() {
            return server.endpoint();
        }

        @Override
        public void close() {
            server.close();
        }
    }

    private RunningLake lake;

    @BeforeEach
    void start() {
        lake = new RunningLake(new UnnumberedServer(EmbeddedServer.start()));
        lake.buckets().create("refined");
    }

    @AfterEach
    void close() {
        lake.close();
    }

    @RepeatedTest(3)
    void a_file_after_the_marker_fails_for_clients_of_the_endpoint() {
        try (S3Client own = client(lake.endpoint(), List.of())) {
            Job.write(own, "refined", DAY, 600, "part-0", "_SUCCESS", "part-1");
        }

        assertThat(recency().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(recency().text()).contains("part-1");
    }

    @RepeatedTest(3)
    void a_sealed_partition_passes_for_clients_of_the_endpoint() {
        try (S3Client own = client(lake.endpoint(), List.of())) {
            Job.write(own, "refined", DAY, 600, "part 0+1 ä", "part-1", "_SUCCESS");
        }

        assertThat(recency().outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void an_upload_that_is_completed_after_the_marker_fails() {
        try (S3Client own = client(lake.endpoint(), List.of())) {
            String key = DAY + "part-0";
            String id = own.createMultipartUpload(each -> each.bucket("refined").key(key))
                    .uploadId();
            String etag = own.uploadPart(
                            each -> each.bucket("refined").key(key).uploadId(id).partNumber(1),
                            RequestBody.fromBytes(new byte[600]))
                    .eTag();
            Job.write(own, "refined", DAY, 0, "_SUCCESS");
            own.completeMultipartUpload(each -> each.bucket("refined")
                    .key(key)
                    .uploadId(id)
                    .multipartUpload(parts -> parts.parts(
                            CompletedPart.builder().partNumber(1).eTag(etag).build())));
        }

        assertThat(recency().outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void clients_with_the_interceptor_are_recorded() {
        try (S3Client own = client(lake.server().endpoint(), List.of(lake.recorder()))) {
            Job.write(own, "refined", DAY, 600, "_SUCCESS", "part-0");
        }

        assertThat(recency().outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void a_tie_is_unknown() {
        Finding tie = recency("2026-01-03T00:00:00Z", "2026-01-03T00:00:00Z");

        assertThat(tie.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(tie.text()).contains("_SUCCESS", "part-0");
    }

    @Test
    void a_recorded_write_without_an_etag_does_not_decide_a_tie() {
        lake.writeTimes().recordWrite("s3://refined/" + DAY + "part-0", Optional.empty());
        lake.writeTimes().recordWrite("s3://refined/" + DAY + "_SUCCESS", Optional.of("0"));

        assertThat(recency("2026-01-03T00:00:00Z", "2026-01-03T00:00:00Z").outcome())
                .isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void a_file_that_another_client_wrote_again_after_the_marker_fails() {
        lake.writeTimes().recordWrite("s3://refined/" + DAY + "part-0", Optional.of("600"));
        lake.writeTimes().recordWrite("s3://refined/" + DAY + "_SUCCESS", Optional.of("0"));

        assertThat(recency("2026-01-03T00:00:00Z", "2026-01-03T00:00:00Z").outcome())
                .isEqualTo(Outcome.PASSED);
        assertThat(recency("2026-01-03T00:00:00Z", "2026-01-03T00:00:01Z").outcome())
                .isEqualTo(Outcome.FAILED);
    }

    /** Returns the finding for a marker and a file with the given times. Their ETags are their sizes. */
    private Finding recency(String markerTime, String fileTime) {
        MemoryLake listed = new MemoryLake()
                .put("s3://refined/" + DAY + "_SUCCESS", 0, markerTime)
                .put("s3://refined/" + DAY + "part-0", 600, fileTime);
        SuiteRun run = run("s3://refined/kpi/dt={date}/");
        return run.check(new TimeTravelLake(listed, lake.writeTimes(), run.now(), run.datasets()))
                .findings()
                .get(0);
    }

    @Test
    void ties_do_not_matter_if_another_file_is_late() {
        try (S3Client own = client(lake.server().endpoint(), List.of());
                S3Client recorded = lake.clientForTests()) {
            Job.write(recorded, "refined", DAY, 600, "_SUCCESS", "part-1");
            Job.write(own, "refined", DAY, 600, "part-0");
        }

        assertThat(recency().outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void an_object_that_another_client_replaced_is_not_a_seed() {
        new SeedWriter(lake.client(), lake.writeTimes())
                .put(
                        "s3://refined/" + DAY + "part-0",
                        new byte[10],
                        Optional.of(Clock.systemUTC().instant()));
        try (S3Client own = client(lake.endpoint(), List.of())) {
            Job.write(own, "refined", DAY, 10, "_SUCCESS", "part-0");
        }

        assertThat(recency().outcome()).isEqualTo(Outcome.FAILED);
    }

    @ParameterizedTest
    @CsvSource({"1, PASSED", "-1, FAILED"})
    void local_files_have_the_order_of_the_file_system(int step, Outcome outcome, @TempDir Path folder)
            throws IOException {
        Path day = Files.createDirectories(folder.resolve("dt=2026-01-02"));
        Path data = Files.writeString(day.resolve("part-0"), "rows");
        Path marker = Files.createFile(day.resolve("_SUCCESS"));
        Files.setLastModifiedTime(data, FileTime.fromMillis(1_767_400_000_500L));
        Files.setLastModifiedTime(marker, FileTime.fromMillis(1_767_400_000_500L + step));

        assertThat(check(folder + "/dt={date}/").outcome()).isEqualTo(outcome);
    }

    private Finding recency() {
        return check("s3://refined/kpi/dt={date}/");
    }

    private Finding check(String location) {
        SuiteRun run = run(location);
        return run.check(lake.lakeOf(run)).findings().get(0);
    }

    private static SuiteRun run(String location) {
        return new SuiteRun(new DatasetSpec(location)
                .partition("2026-01-02")
                .recency(recency -> recency.marker("_SUCCESS"))
                .expectation(Origin.of("WriteOrderTest"))
                .compile(name -> Optional.empty(), Clock.systemUTC())
                .datasets());
    }

    private static S3Client client(URI endpoint, List<ExecutionInterceptor> interceptors) {
        return S3Client.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(LakeServer.ANY_CREDENTIALS)
                .forcePathStyle(true)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(each -> each.executionInterceptors(interceptors))
                .build();
    }
}
