// SPDX-License-Identifier: Apache-2.0
package it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Applies one of the module's examples, writes partitions as a job does, and observes what the deployment detects. Some
 * effects take a minute, so the first test starts them and the last ones wait for them.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ModuleOnLocalStackTest {

    private static final String BELOW = "lakecheck-kpi-daily-size-below";

    /** Keys without an equals sign, because LocalStack encodes it in EventBridge's events, unlike AWS. */
    private static final String SUITE = """
            cloudwatch: { namespace: Lake/Module }
            datasets:
              kpi-daily:
                location: s3://lake/kpi/{date}/
                checks:
                  - recency: { marker: _SUCCESS, grace: 6h }
                  - size: { min: 1 kB }
              leads:
                location: s3://lake/leads/{date}/
                checks: [ recency: { marker: _SUCCESS } ]
              invoices:
                location: s3://lake/invoices/{yyyy}/{MM}/
                due: 2d
                checks: [ recency: { marker: _SUCCESS } ]
              events:
                location: s3://lake/events/{date}/
                checks: [ recency: { quiet: 10s } ]
            """;

    @TempDir
    static Path folder;

    private static LocalDate day;
    private static LambdaServer server;
    private static DeployedLake lake;
    private static SqsClient sqs;
    private static Terraform terraform;

    @BeforeAll
    static void prepare() throws IOException {
        Terraform.require();
        LambdaServer.require("the Terraform module");
        day = LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC).minusDays(1);
        server = LambdaServer.shared();
        sqs = server.client(SqsClient.builder());
        lake = new DeployedLake(server, "lake");
        terraform = lake.terraform(folder, SUITE, "examples/object-events");
        try (var observer = ModuleOnLocalStackTest.class.getResourceAsStream("/observer.tf")) {
            Files.copy(observer, terraform.directory().resolve("observer.tf"));
        }
        terraform.run("init", "-input=false");
    }

    @AfterAll
    static void stop() {
        if (lake != null) {
            sqs.close();
            lake.close();
        }
    }

    /** Returns the number of runs whose report is in this subfolder; empty for runs of the whole suite. */
    private static long reports(String subfolder) {
        return lake.keys("lake-reports").stream()
                .filter(key -> key.matches("lakecheck/[0-9T-]+Z/" + subfolder + "lakecheck.json"))
                .count();
    }

    @Test
    @Order(1)
    void one_command_creates_everything() {
        assertThat(terraform.run("apply", "-auto-approve", "-input=false")).contains(" 0 changed, 0 destroyed.");
        assertThat(lake.alarms())
                .extracting(MetricAlarm::alarmName)
                .contains(BELOW, "lakecheck-invoices-silent", "lakecheck-function-errors");

        IntStream.range(0, 200).parallel().forEach(i -> lake.put("events/" + day + "/part-" + i, 10));
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
        assertThat(lake.metrics("Lake/Module", "kpi/")).isEmpty();
        lake.put("kpi/" + day + "/part-0", 2000);
        lake.put("kpi/" + day + "/_SUCCESS", 0);

        lake.await(Duration.ofMinutes(1), () -> reports("kpi-daily/" + day + "/") == 1);

        assertThat(lake.metrics("Lake/Module", "kpi/")).contains("TotalFileSize");
        lake.awaitState(BELOW, StateValue.OK);
    }

    @Test
    @Order(4)
    void a_halved_partition_leads_to_an_alarm_and_a_message() {
        lake.put("kpi/" + day + "/part-0", 900);
        lake.put("kpi/" + day + "/_SUCCESS", 0);

        lake.await(Duration.ofMinutes(1), () -> reports("kpi-daily/" + day + "/") == 2);

        lake.awaitState(BELOW, StateValue.ALARM);
        lake.await(Duration.ofSeconds(30), () -> server.messages(sqs, "observer").stream()
                .anyMatch(body -> body.contains(BELOW) && body.contains("\\\"NewStateValue\\\": \\\"ALARM")));
    }

    @Test
    @Order(5)
    void the_run_of_a_schedule_finds_a_missing_partition() throws IOException {
        InvokeResponse response = server.invoke("lakecheck", scheduledEvent("leads"));

        assertThat(response.functionError()).isNull();
        assertThat(LambdaServer.text(response)).contains("leads " + day + " recency FAILED");
        lake.awaitState("lakecheck-leads-absent", StateValue.ALARM);
        lake.await(Duration.ofSeconds(30), () -> server.messages(sqs, "observer").stream()
                .anyMatch(body -> body.contains("lakecheck-leads-absent")));
    }

    /** Returns the event that the schedule of a dataset sends, since schedules don't start runs on LocalStack. */
    private static String scheduledEvent(String dataset) throws IOException {
        String facts = Files.readString(folder.resolve("target/lakecheck/deployment.json"));
        Matcher event = Pattern.compile("\"event\" : (\\{[^}]*\"" + dataset + "\"[^}]*})")
                .matcher(facts);
        assertThat(event.find()).as(facts).isTrue();
        return event.group(1);
    }

    @Test
    @Order(6)
    void a_rule_starts_runs_of_a_dataset() {
        lake.await(Duration.ofMinutes(2), () -> lake.keys("lake-reports").stream()
                .filter(key -> key.matches("lakecheck/latest/datasets-[0-9a-f]+/lakecheck.json"))
                .map(key -> lake.text("lake-reports", key))
                .anyMatch(report -> report.contains("\"invoices\"")));
    }

    @Test
    @Order(7)
    void many_objects_without_a_marker_lead_to_one_check() {
        lake.await(
                Duration.ofMinutes(3),
                () -> reports("events/" + day + "/") > 0 && server.isEmpty(sqs, "lakecheck-arrivals"));

        assertThat(reports("events/" + day + "/")).isEqualTo(1);
        assertThat(server.isEmpty(sqs, "lakecheck-dead-letters")).isTrue();
    }

    @Test
    @Order(8)
    void the_verdicts_are_those_of_mvn_lakecheck_verify() throws IOException {
        String asOf =
                Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS).toString();

        String function = LambdaServer.text(server.invoke("lakecheck", "{\"asOf\": \"" + asOf + "\"}"));
        String goal = lake.verify(folder, asOf);

        assertThat(DeployedLake.verdicts(function)).isEqualTo(DeployedLake.verdicts(goal));
        assertThat(goal).contains("\"failed\": ");
    }

    @Test
    @Order(9)
    void destroy_leaves_nothing() {
        ServerResources resources = new ServerResources(server.endpoint());
        assertThat(resources.lists())
                .hasEntrySatisfying("log groups", list -> assertThat(list).contains("/aws/lambda/lakecheck"))
                .hasEntrySatisfying("roles", list -> assertThat(list).contains("lakecheck-"))
                .hasEntrySatisfying("rules", list -> assertThat(list).contains("lakecheck-kpi-daily"))
                .hasEntrySatisfying("schedules", list -> assertThat(list).contains("lakecheck"))
                .hasEntrySatisfying("schedule groups", list -> assertThat(list).contains("lakecheck"))
                .hasEntrySatisfying("topics", list -> assertThat(list).contains("lakecheck-alarms"))
                .hasEntrySatisfying("buckets", list -> assertThat(list).contains("lake-reports"));

        terraform.run("destroy", "-auto-approve", "-input=false");

        assertThat(terraform.run("state", "list")).isEmpty();
        assertThat(resources.lists())
                .allSatisfy((kind, list) -> assertThat(list).as(kind).doesNotContain("lakecheck", "lake-reports"));
        assertThat(server.lambda().listEventSourceMappings().eventSourceMappings())
                .isEmpty();
        assertThat(server.lambda().listFunctions().functions()).isEmpty();
        assertThat(sqs.listQueues().queueUrls()).isEmpty();
        assertThat(lake.alarms()).isEmpty();
        assertThat(lake.dashboards()).isEmpty();
    }
}
