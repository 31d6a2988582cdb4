// SPDX-License-Identifier: Apache-2.0
package it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Event;
import software.amazon.awssdk.services.s3.model.LambdaFunctionConfiguration;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Deploys the zip file as a function, and invokes it directly and by events from S3. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FunctionOnLocalStackTest {

    private final LocalDate day =
            LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC).minusDays(1);

    private static final String SUITE = """
            cloudwatch: { namespace: Lake/Function }
            datasets:
              kpi-daily:
                location: s3://landing/kpi/dt={date}/
                checks:
                  - recency: { marker: _SUCCESS, grace: 365d }
                  - size: { min: 1 kB }
            """;

    private static LambdaServer server;
    private static S3Client s3;
    private static CloudWatchClient cloudWatch;
    private static String function;

    @BeforeAll
    static void deploy() {
        LambdaServer.require("the Lambda function");
        server = LambdaServer.shared();
        s3 = server.client(S3Client.builder().forcePathStyle(true));
        cloudWatch = server.client(CloudWatchClient.builder());
        for (String bucket : List.of("landing", "reports")) {
            server.createBucket(s3, bucket);
        }
        function = server.create(
                "lakecheck", FunctionZip.built().with(SUITE), Map.of("LAKECHECK_REPORTS", "s3://reports/lakecheck/"));
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            s3.close();
            cloudWatch.close();
            server.delete("lakecheck");
        }
    }

    private static void put(String key, int bytes) {
        s3.putObject(put -> put.bucket("landing").key(key), RequestBody.fromBytes(new byte[bytes]));
    }

    private static List<String> reports() {
        return s3.listObjectsV2(list -> list.bucket("reports")).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    /** Returns the number of runs that have written a report about this partition. */
    private static long checked(String partition) {
        return reports().stream()
                .filter(key -> key.matches("lakecheck/[0-9T-]+Z/" + partition + "/lakecheck.json"))
                .count();
    }

    @Test
    @Order(1)
    void a_direct_call_checks_publishes_and_then_fails() {
        put("kpi/dt=" + day + "/part-0", 500);
        put("kpi/dt=" + day + "/_SUCCESS", 0);

        InvokeResponse response = server.invoke("lakecheck", "{\"datasets\": [\"kpi-*\"]}");

        assertThat(response.functionError()).isEqualTo("Unhandled");
        assertThat(LambdaServer.text(response))
                .contains("io.lakecheck.lambda.ChecksFailedException", "kpi-daily dt=" + day + " size FAILED: 500 B");
        assertThat(cloudWatch
                        .listMetrics(list -> list.namespace("Lake/Function"))
                        .metrics())
                .extracting(Metric::metricName)
                .contains("TotalFileSize", "CheckFailed");
        assertThat(reports()).anyMatch(key -> key.endsWith("Z/index.html"));
    }

    @Test
    @Order(2)
    void s3_reports_the_marker_of_a_repaired_partition() {
        server.lambda().addPermission(permission -> permission
                .functionName("lakecheck")
                .statementId("s3")
                .action("lambda:InvokeFunction")
                .principal("s3.amazonaws.com"));
        s3.putBucketNotificationConfiguration(put -> put.bucket("landing")
                .notificationConfiguration(configuration ->
                        configuration.lambdaFunctionConfigurations(LambdaFunctionConfiguration.builder()
                                .lambdaFunctionArn(function)
                                .events(Event.S3_OBJECT_CREATED)
                                .build())));
        put("kpi/dt=" + day + "/part-0", 1500);
        put("kpi/dt=" + day + "/_SUCCESS", 0);

        assertThat(LambdaServer.holdsWithin(Duration.ofMinutes(1), () -> checked("kpi-daily/dt=" + day) == 1))
                .isTrue();
        assertThat(LambdaServer.text(server.invoke("lakecheck", "{\"datasets\": [\"kpi-*\"]}")))
                .contains("\"passed\": 2");
    }
}
