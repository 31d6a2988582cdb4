// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.s3.S3Client;

class LakeFixtureTest {

    @Test
    void runs_the_same_checks_as_annotations() {
        Run run = Run.of(InCode.class);

        assertThat(run.succeeded()).isEqualTo(1);
        assertThat(run.failure()).hasMessageContainingAll("kpi dt=2026-01-02 size FAILED", "0 B", "at least 500 B");
    }

    static class InCode {

        @RegisterExtension
        static final LakeFixture LAKE = LakeFixture.on(Backend.EMBEDDED)
                .check("s3://refined/kpi/dt={date}/", kpi -> kpi.partition("2026-01-02")
                        .size(size -> size.min("500 B")))
                .reset(Reset.AFTER_EACH)
                .build();

        @Test
        void writes(S3Client s3) {
            Job.write(s3, "refined", "kpi/dt=2026-01-02/", 600, "part-0");
        }

        @Test
        void writes_nothing() {}
    }

    @Test
    void reads_suite_files_like_annotations() {
        assertThat(Run.of(OfASuite.class).failure()).hasMessageContaining("leads dt=2026-01-02 size FAILED");
    }

    static class OfASuite {

        @RegisterExtension
        final LakeFixture lake = LakeFixture.on(Backend.AUTO)
                .suite("suite.yml", "2026-01-02", "leads")
                .build();

        @Test
        void writes_nothing() {}
    }

    @Test
    void sets_variables_like_annotations() {
        assertThat(Run.of(WithVariables.class).failures()).isEmpty();
    }

    static class WithVariables {

        @RegisterExtension
        static final LakeFixture LAKE = LakeFixture.on(Backend.EMBEDDED)
                .suite("suite.yml", "2026-01-02", "kpi")
                .variables("LAKE=s3://${bucket}")
                .build();

        @Test
        void writes(S3Client s3, LakeSeed lake) {
            Job.write(s3, lake.bucket(), "kpi/dt=2026-01-02/", 1000, "part-0");
        }
    }

    @Test
    void works_together_with_annotations() {
        assertThat(Run.of(NextToAnnotations.class).failures()).singleElement().satisfies(failure -> assertThat(
                        messages(failure))
                .anySatisfy(message -> assertThat(message).contains("kpi dt=2026-01-02 size FAILED"))
                .anySatisfy(message -> assertThat(message).contains("leads dt=2026-01-02 size FAILED")));
    }

    private static List<String> messages(Throwable failure) {
        List<String> messages = new ArrayList<>(List.of(String.valueOf(failure.getMessage())));
        for (Throwable suppressed : failure.getSuppressed()) {
            messages.add(String.valueOf(suppressed.getMessage()));
        }
        return messages;
    }

    static class NextToAnnotations {

        @RegisterExtension
        static final LakeFixture LAKE = LakeFixture.on(Backend.EMBEDDED)
                .check("s3://refined/kpi/dt={date}/", kpi -> kpi.partition("2026-01-02")
                        .size(size -> size.min("500 B")))
                .build();

        @Test
        @LakeCheck(location = "s3://refined/leads/dt={date}/", partition = "2026-01-02", size = @Size(min = "1 kB"))
        void writes_nothing(S3Client s3) {}
    }

    @Test
    void the_address_can_be_known_only_at_run_time() {
        try (LakeServer server = EmbeddedServer.start()) {
            AtRunTime.address = server.endpoint();
            AtRunTime.endpointBefore = AtRunTime.LAKE.endpoint();

            assertThat(Run.of(AtRunTime.class).failures()).isEmpty();
            // Run it again, because IDEs repeat tests in the same JVM.
            assertThat(Run.of(AtRunTime.class).failures()).isEmpty();
        }
    }

    static class AtRunTime {

        static URI address = URI.create("http://127.0.0.1:1");
        static URI endpointBefore = address;

        @RegisterExtension
        static final LakeFixture LAKE = LakeFixture.on(() -> address)
                .credentials(LakeServer.ANY_CREDENTIALS)
                .check("s3://refined/kpi/dt={date}/", kpi -> kpi.partition("2026-01-02")
                        .size(size -> size.min("500 B")))
                .build();

        @Test
        void writes(S3Client s3, URI endpoint) {
            assertThat(endpoint).isEqualTo(LAKE.endpoint());
            Job.write(s3, "refined", "kpi/dt=2026-01-02/", 600, "part-0");
        }
    }

    @Test
    void the_address_is_that_of_the_server_of_the_tests() {
        assertThat(Run.of(AskedLater.class).failures()).isEmpty();
        assertThat(Run.of(AskedLater.class).failures()).isEmpty();
    }

    /** As Spring asks for the address after {@code @BeforeAll} and before {@code @BeforeEach}. */
    static class AskedLater {

        @RegisterExtension
        static final LakeFixture LAKE = LakeFixture.on(Backend.EMBEDDED)
                .check("s3://refined/kpi/dt={date}/", kpi -> kpi.partition("2026-01-02")
                        .size(size -> size.min("500 B")))
                .build();

        private final URI asked = LAKE.endpoint();

        @BeforeAll
        static void writes_an_input(S3Client s3) {
            Job.write(s3, "refined", "input/", 600, "part-0");
        }

        @Test
        void writes(S3Client s3, URI endpoint) {
            assertThat(endpoint).isEqualTo(asked);
            s3.headObject(head -> head.bucket("refined").key("input/part-0"));
            Job.write(s3, "refined", "kpi/dt=2026-01-02/", 600, "part-0");
        }
    }

    @Test
    void objects_that_no_test_wrote_are_not_deleted() {
        try (RunningLake server = new RunningLake(EmbeddedServer.start())) {
            server.buckets().create("refined");
            Job.write(server.client(), "refined", "kpi/", 600, "precious");
            AtRunTime.address = server.server().endpoint();

            assertThat(Run.of(AtRunTime.class).failure())
                    .hasMessageContainingAll("bucket 'refined'", "kpi/precious", "s3://${bucket}/");
            assertThat(server.buckets().objects("refined")).hasSize(1);
        }
    }

    @Test
    void system_properties_lead_to_the_server_and_are_restored() {
        System.setProperty("aws.region", "eu-central-1");
        try {
            assertThat(Run.of(WithoutInjection.class).failures()).isEmpty();
            assertThat(System.getProperty("aws.region")).isEqualTo("eu-central-1");
            assertThat(System.getProperty("aws.endpointUrl")).isNull();
        } finally {
            System.clearProperty("aws.region");
        }
    }

    @LocalLake(systemProperties = true)
    static class WithoutInjection {

        @Test
        @LakeCheck(location = "s3://refined/kpi/dt={date}/", partition = "2026-01-02", size = @Size(min = "500 B"))
        void writes() {
            try (S3Client own = S3Client.create()) {
                Job.write(own, "refined", "kpi/dt=2026-01-02/", 600, "part-0");
            }
        }
    }
}
