// SPDX-License-Identifier: Apache-2.0
package it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The module's example for shards, applied to a server: a suite of 1000 datasets runs through the state machine in 10
 * shards, of which one fails. LocalStack does not start schedules, so the test starts the state machine with the input
 * of the schedule.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ShardsOnLocalStackTest {

    private static final String REPORTS = "lakecheck-reports";
    private static final String REPORT = "lakecheck/latest/lakecheck.json";

    @TempDir
    static Path folder;

    private static LambdaServer server;
    private static SqsClient sqs;
    private static DeployedLake lake;
    private static Terraform terraform;

    @BeforeAll
    static void prepare() throws IOException {
        Terraform.require();
        LambdaServer.require("a run of shards");
        server = LambdaServer.shared();
        sqs = server.client(SqsClient.builder());
        lake = new DeployedLake(server, "fleet");
        for (int area = 0; area < 7; area++) {
            lake.put("area-" + area + "/part-0", area == 0 ? 10 : 2000);
        }
        terraform = lake.terraform(folder, suite(), "examples/fan-out").with("concurrency", "2");
        try (var messages = ShardsOnLocalStackTest.class.getResourceAsStream("/messages.tf")) {
            Files.copy(messages, terraform.directory().resolve("messages.tf"));
        }
        terraform.run("init", "-input=false");
    }

    /** Returns a suite of 1000 datasets. They share seven folders, because LocalStack writes objects slowly. */
    private static String suite() {
        return IntStream.rangeClosed(1, 1000)
                .mapToObj(i -> String.format(
                        Locale.ROOT,
                        "  d-%04d: { location: \"s3://fleet/area-%d/\", checks: [ size: { min: 1 kB } ] }\n",
                        i,
                        i % 7))
                .collect(Collectors.joining("", """
                        deployment: { shards: 10 }
                        notify: { sns: "arn:aws:sns:eu-west-1:000000000000:fleet" }
                        datasets:
                        """, ""));
    }

    @AfterAll
    static void stop() {
        if (lake != null) {
            sqs.close();
            lake.close();
        }
    }

    private static String read(String key) {
        return lake.text(REPORTS, key);
    }

    private static Stream<String> names(String outcome, String report) {
        return Pattern.compile("\"name\": \"(d-\\d{4})\"[^{]*?\"outcome\": \"" + outcome + "\"")
                .matcher(report)
                .results()
                .map(match -> match.group(1));
    }

    private static int number(String name) {
        return Integer.parseInt(name.substring(2));
    }

    @Test
    @Order(1)
    void all_datasets_are_in_the_report_although_a_shard_fails() {
        terraform.run("apply", "-auto-approve", "-input=false");
        String schedule = "daily-0000-UTC";
        String input = StateMachine.input(server.endpoint(), "lakecheck", schedule);
        String items = "lakecheck/deployment/" + schedule + ".json";
        assertThat(input).contains(items);
        // The function rejects a shard with a dataset that the suite doesn't contain.
        String broken = read(items).replace("\"d-0003\"", "\"removed\"");
        lake.write(REPORTS, items, broken);

        String execution =
                new StateMachine(server.endpoint(), terraform.run("output", "-raw", "state_machine_arn")).run(input);

        // Unknown data fails the run, like that of a single function.
        assertThat(execution).contains("\"FAILED\"", "FunctionException");
        String report = read(REPORT);
        assertThat(report)
                .contains("\"passed\": 772", "\"failed\": 128", "\"unknown\": 100")
                .contains("shard 3 failed (");
        assertThat(Pattern.compile("\"name\": \"d-\\d{4}\"").matcher(report).results())
                .hasSize(1000);
        assertThat(names("UNKNOWN", report)).hasSize(100).allMatch(name -> number(name) % 10 == 3);
        assertThat(names("FAILED", report)).hasSize(128).allMatch(name -> number(name) % 7 == 0);
        assertThat(read("lakecheck/latest/index.html")).contains("d-0001", "d-0003", "d-1000");
    }

    @Test
    @Order(2)
    void all_shards_together_send_one_message() {
        assertThat(server.messages(sqs, "fleet")).singleElement().asString().contains("128 failed", "100 unknown");
    }

    @Test
    @Order(3)
    void destroy_leaves_nothing() {
        ServerResources resources = new ServerResources(server.endpoint());
        assertThat(resources.lists())
                .hasEntrySatisfying("state machines", list -> assertThat(list).contains("lakecheck-shards"))
                .hasEntrySatisfying("roles", list -> assertThat(list).contains("lakecheck-shards"))
                .hasEntrySatisfying("buckets", list -> assertThat(list).contains(REPORTS));

        terraform.run("destroy", "-auto-approve", "-input=false");

        assertThat(terraform.run("state", "list")).isEmpty();
        assertThat(resources.lists())
                .allSatisfy((kind, list) -> assertThat(list).as(kind).doesNotContain("lakecheck"));
        assertThat(server.lambda().listFunctions().functions()).isEmpty();
    }
}
