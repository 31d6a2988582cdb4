// SPDX-License-Identifier: Apache-2.0
package it;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.deployment.Deployment;
import io.lakecheck.spec.SuiteFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The module's basic example, applied to a server: from a suite to metrics, and back to nothing. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ModuleOnLocalStackTest {

    private static final Clock CLOCK = Clock.systemUTC();

    /** No key has an equals sign, because LocalStack encodes keys in events for EventBridge. S3 does not. */
    private static final String SUITE = """
            cloudwatch: { namespace: Lake/Module }
            datasets:
              kpi-daily:
                location: s3://refined/kpi/{date}/
                checks:
                  - recency: { marker: _SUCCESS, grace: 6h }
                  - size: { min: 1 kB }
              leads:
                location: s3://refined/leads/dt={date}/
                days: weekdays
                checks: [ recency: { marker: _SUCCESS } ]
              invoices:
                location: s3://refined/invoices/{yyyy}/{MM}/
                due: 2d
                checks: [ recency: { marker: _SUCCESS } ]
              events:
                location: s3://refined/events/dt={date}/
                checks: [ recency: { quiet: 10m } ]
            """;

    @TempDir
    static Path folder;

    private static LambdaServer server;
    private static S3Client s3;
    private static SqsClient sqs;
    private static CloudWatchClient cloudWatch;
    private static Terraform terraform;

    @BeforeAll
    static void prepare() throws IOException {
        Terraform.require();
        LambdaServer.require("the Terraform module");
        Path target = folder.resolve("target");
        Path suite = Files.writeString(folder.resolve("lakecheck.yml"), SUITE);
        Path facts = Files.createDirectories(target.resolve("lakecheck")).resolve(Deployment.FILE);
        try (OutputStream out = Files.newOutputStream(facts)) {
            Deployment.of(SuiteFile.read(suite, name -> Optional.empty()), CLOCK.instant())
                    .writeTo(out);
        }
        Files.write(
                target.resolve("lakecheck-function.zip"), FunctionZip.built().with(SUITE));
        server = LambdaServer.start();
        s3 = server.client(S3Client.builder().forcePathStyle(true));
        sqs = server.client(SqsClient.builder());
        cloudWatch = server.client(CloudWatchClient.builder());
        s3.createBucket(create -> create.bucket("refined")
                .createBucketConfiguration(location -> location.locationConstraint("eu-west-1")));
        s3.putBucketNotificationConfiguration(put -> put.bucket("refined")
                .notificationConfiguration(configuration -> configuration.eventBridgeConfiguration(events -> {})));
        terraform = Terraform.inCopyOf(
                folder.resolve("module"),
                "examples/basic",
                Map.of(
                        "AWS_ENDPOINT_URL", server.endpoint().toString(),
                        "AWS_REGION", "eu-west-1",
                        "AWS_ACCESS_KEY_ID", "test",
                        "AWS_SECRET_ACCESS_KEY", "test",
                        "TF_VAR_target", target.toString()));
        terraform.run("init", "-input=false");
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            s3.close();
            sqs.close();
            cloudWatch.close();
            server.close();
        }
    }

    private static void put(String key, int bytes) {
        s3.putObject(put -> put.bucket("refined").key(key), RequestBody.fromBytes(new byte[bytes]));
    }

    private static Stream<String> metrics() {
        return cloudWatch.listMetrics(list -> list.namespace("Lake/Module")).metrics().stream()
                .map(Metric::metricName);
    }

    @Test
    @Order(1)
    void one_command_creates_everything() {
        assertThat(terraform.run("apply", "-auto-approve", "-input=false")).contains(" 0 changed, 0 destroyed.");
        assertThat(cloudWatch.describeAlarms().metricAlarms())
                .extracting(MetricAlarm::alarmName)
                .contains("lakecheck-kpi-daily-size-below", "lakecheck-invoices-silent", "lakecheck-function-errors");
    }

    @Test
    @Order(2)
    void a_second_apply_changes_nothing() {
        assertThat(terraform.run("apply", "-auto-approve", "-input=false"))
                .contains("0 added, 0 changed, 0 destroyed.");
    }

    @Test
    @Order(3)
    void the_event_of_a_marker_leads_to_metrics() {
        LocalDate day = LocalDate.ofInstant(CLOCK.instant(), ZoneOffset.UTC).minusDays(1);
        put("kpi/" + day + "/part-0", 2000);

        put("kpi/" + day + "/_SUCCESS", 0);

        assertThat(LambdaServer.holdsWithin(
                        Duration.ofMinutes(1), () -> metrics().anyMatch("TotalFileSize"::equals)))
                .isTrue();
    }

    @Test
    @Order(4)
    void destroy_leaves_nothing() {
        terraform.run("destroy", "-auto-approve", "-input=false");

        assertThat(terraform.run("state", "list")).isEmpty();
        assertThat(server.lambda().listFunctions().functions()).isEmpty();
        assertThat(sqs.listQueues().queueUrls()).isEmpty();
        assertThat(cloudWatch.describeAlarms().metricAlarms()).isEmpty();
        assertThat(cloudWatch.listDashboards(list -> {}).dashboardEntries()).isEmpty();
    }
}
