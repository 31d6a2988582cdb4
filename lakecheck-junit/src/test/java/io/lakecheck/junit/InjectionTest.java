// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Report;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

@LocalLake(backend = Backend.EMBEDDED, buckets = "raw-of-injection")
@LakeCheck(location = "s3://${bucket}/kpi/dt={date}/", partition = "2026-01-02", size = @Size(min = "1 B"))
class InjectionTest {

    private final URI endpoint;

    InjectionTest(URI endpoint) {
        this.endpoint = endpoint;
    }

    @BeforeAll
    static void seed_history_for_all_tests(S3Client s3, LakeSeed lake) {
        lake.partition("2026-01-01").sized("1 kB");
        assertThat(s3.listObjectsV2(each -> each.bucket(lake.bucket())).keyCount())
                .isEqualTo(1);
    }

    @BeforeEach
    void seed_the_partition(LakeSeed lake) {
        lake.partition("2026-01-02").sized("2 kB");
    }

    @Test
    void injects_what_other_clients_need(
            URI same, Region region, AwsCredentialsProvider login, Map<String, String> properties) {
        assertThat(endpoint).isEqualTo(same).hasHost("127.0.0.1");
        assertThat(properties)
                .containsEntry("fs.s3a.endpoint", endpoint.toString())
                .containsEntry("s3_endpoint", endpoint.getAuthority())
                .containsEntry("s3_use_ssl", "false")
                .containsEntry("AWS_REGION", region.id())
                .containsEntry("AWS_ACCESS_KEY_ID", login.resolveCredentials().accessKeyId());
    }

    /** A client that is built without path style fails with {@code UnknownHostException: refined.localhost}. */
    @Test
    void a_client_for_the_injected_address_needs_no_path_style(
            Region region, AwsCredentialsProvider login, LakeSeed lake) {
        try (S3Client own = S3Client.builder()
                .endpointOverride(endpoint)
                .region(region)
                .credentialsProvider(login)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build()) {
            assertThat(own.listObjectsV2(each -> each.bucket(lake.bucket())).keyCount())
                    .isEqualTo(2);
        }
    }

    @Test
    void shares_the_own_bucket_of_a_class_with_its_tests(S3Client s3, LakeSeed lake) {
        assertThat(s3.listObjectsV2(each -> each.bucket(lake.bucket())).contents())
                .extracting(object -> object.key())
                .containsExactly("kpi/dt=2026-01-01/part-0", "kpi/dt=2026-01-02/part-0");
    }

    @Test
    void an_injected_client_can_be_closed(S3Client s3) {
        s3.close();
        s3.close();

        assertThat(Run.of(AfterItWasClosed.class).failures()).isEmpty();
    }

    @LocalLake(buckets = "raw-of-closed")
    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class AfterItWasClosed {

        @Test
        void a_closes_its_client(S3Client s3) {
            s3.close();
        }

        @Test
        void b_uses_its_client(S3Client s3) {
            Job.write(s3, "raw-of-closed", "", 1, "part-0");
        }
    }

    @Test
    void creates_additional_buckets(S3Client s3) {
        assertThat(s3.listBuckets().buckets()).anyMatch(bucket -> bucket.name().equals("raw-of-injection"));
    }

    @Test
    void injects_a_report_on_the_current_state(Report before) {
        assertThat(before.findings()).hasSize(1);
    }

    @AfterEach
    void injects_the_report_on_the_test(Report judged) {
        assertThat(judged.findings().get(0).verdict().measured()).isEqualTo("2 kB in 1 object");
    }

    @Nested
    class In_a_nested_class {

        @Test
        void the_lake_is_the_same(S3Client s3, LakeSeed lake) {
            assertThat(s3.listObjectsV2(each -> each.bucket(lake.bucket())).keyCount())
                    .isEqualTo(2);
        }
    }
}
