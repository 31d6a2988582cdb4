// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.s3.StubS3;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests how the function handles scheduled events and direct invocations. */
class RunEventTest {

    private static final Clock MORNING = Clock.fixed(Instant.parse("2026-01-03T07:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path task;

    private final Map<String, String> variables = new HashMap<>();
    private final StubS3 s3;

    RunEventTest() throws IOException {
        s3 = new StubS3();
    }

    @BeforeEach
    void deploy() throws IOException {
        for (String dataset : new String[] {"kpi", "leads"}) {
            for (String day : new String[] {"2026-01-01", "2026-01-02"}) {
                String folder = dataset + "/dt=" + day + "/";
                s3.put("refined", folder + "part-0", 1000, Instant.parse(day + "T23:00:00Z"));
                s3.put("refined", folder + "_SUCCESS", 0, Instant.parse(day + "T23:01:00Z"));
            }
        }
        Files.writeString(task.resolve("lakecheck.yml"), """
                s3: { endpoint: "%s", region: eu-west-1 }
                datasets:
                  kpi-daily:
                    location: s3://refined/kpi/dt={date}/
                    due: 6h
                    checks:
                      - recency: { marker: _SUCCESS }
                      - size: { min: 1 kB }
                  leads:
                    location: s3://refined/leads/dt={date}/
                    due: 6h
                    checks:
                      - recency: { marker: _SUCCESS }
                      - size: { min: 2 kB }
                """.formatted(s3.endpoint()));
        variables.put("LAMBDA_TASK_ROOT", task.toString());
    }

    @AfterEach
    void stop() throws IOException {
        s3.close();
    }

    private FunctionCall call(String event) {
        return new FunctionCall.Environment(variables, MORNING).call(event);
    }

    @Test
    void an_empty_event_checks_the_whole_suite() {
        FunctionCall call = call("{}");

        assertThat(call.failure()).containsInstanceOf(ChecksFailedException.class);
        assertThat(call.message()).startsWith("leads dt=2026-01-02 size FAILED: 1 kB in 1 object");
        assertThat(call.response()).contains("\"passed\": 3", "\"failed\": 1", "\"name\": \"kpi-daily\"");
    }

    @Test
    void a_scheduled_event_checks_the_whole_suite() {
        FunctionCall call = call("""
                {"version": "0", "id": "53dc4d37-cffa-4f76-80c9-8b7d4a4d2eaa", "detail-type": "Scheduled Event",
                 "source": "aws.events", "account": "123456789012", "time": "2026-01-03T07:00:00Z",
                 "region": "eu-west-1", "resources": ["arn:aws:events:eu-west-1:123456789012:rule/every-morning"],
                 "detail": {}}""");

        assertThat(call.response()).contains("\"passed\": 3", "\"failed\": 1");
    }

    @Test
    void an_event_selects_datasets_checks_partition_and_time() {
        FunctionCall call = call("""
                {"datasets": ["kpi-*"], "checks": ["size"], "partition": "2026-01-01", "asOf": "2026-01-02T08:00"}""");

        assertThat(call.failure()).isEmpty();
        assertThat(call.response())
                .contains("\"at\": \"2026-01-02T08:00:00Z\"", "\"label\": \"dt=2026-01-01\"", "\"passed\": 1")
                .doesNotContain("leads", "\"recency\"");
    }

    @Test
    void an_id_that_comes_twice_is_published_once() {
        FunctionCall.Environment environment = new FunctionCall.Environment(variables, MORNING);
        String event = "{\"datasets\": [\"kpi-daily\"], \"id\": \"daily-0700 2026-01-03T07:00:00Z\"}";

        assertThat(environment.call(event, "1").response()).contains("\"passed\": 2");
        assertThat(environment.call(event, "2").response()).isEqualTo("{\"duplicate\": true}");
        assertThat(environment.call(event.replace("-03T", "-04T"), "3").response())
                .contains("\"passed\": 2");
    }

    @Test
    void a_selection_without_a_match_is_an_error() {
        assertThat(call("{\"datasets\": [\"kip-*\"]}").message()).contains("no dataset matches 'kip-*'");
        assertThat(call("{\"checks\": [\"sise\"]}").message()).contains("no check matches 'sise'", "recency, size");
        assertThat(call("{\"partition\": \"yesterday\"}").message()).contains("'yesterday'", "kpi-daily");
    }

    @Test
    void failed_checks_do_not_fail_the_function_if_it_is_set_to_never() {
        variables.put("LAKECHECK_FAIL_ON", "never");

        FunctionCall call = call("{}");

        assertThat(call.failure()).isEmpty();
        assertThat(call.response()).contains("\"failed\": 1");
    }

    @Test
    void a_warning_fails_the_function_only_if_it_is_set_to_warn() throws IOException {
        Path file = task.resolve("lakecheck.yml");
        Files.writeString(file, Files.readString(file).replace("min: 2 kB", "min: 2 kB, severity: warn"));

        assertThat(call("{}").failure()).isEmpty();
        variables.put("LAKECHECK_FAIL_ON", "warn");
        assertThat(call("{}").failure()).containsInstanceOf(ChecksFailedException.class);
    }

    @Test
    void unknown_data_fails_the_function_even_if_it_is_set_to_never() throws IOException {
        variables.put("LAKECHECK_FAIL_ON", "never");
        Path file = task.resolve("lakecheck.yml");
        Files.writeString(file, Files.readString(file).replace("s3://refined/leads", "s3://unknown-bucket/leads"));

        FunctionCall call = call("{}");

        assertThat(call.failure()).containsInstanceOf(FunctionException.class);
        assertThat(call.message()).contains("leads dt=2026-01-02 recency, size UNKNOWN");
        assertThat(call.response()).contains("\"passed\": 2", "\"unknown\": 2");
    }

    @Test
    void a_mistyped_setting_is_an_error() {
        variables.put("LAKECHECK_FAIL_ON", "fial");

        assertThat(call("{}").message()).contains("fial", "fail", "never");
    }

    @Test
    void the_log_is_the_text_of_the_console() {
        assertThat(call("{}").log())
                .noneMatch(String::isBlank)
                .anyMatch(line -> line.startsWith("kpi-daily dt=2026-01-02 size PASSED: 1 kB in 1 object"))
                .anyMatch(line -> line.startsWith("leads dt=2026-01-02 size FAILED"))
                .anyMatch(line -> line.startsWith("4 checks of 2 datasets: 3 passed, 1 failed"));
    }

    @Test
    void the_log_has_one_json_object_for_each_finding() {
        variables.put("AWS_LAMBDA_LOG_FORMAT", "JSON");

        assertThat(call("{}").log())
                .hasSize(4)
                .allMatch(line -> line.startsWith("{\"timestamp\":\"2026-01-03T07:00:00Z\",\"level\":\""))
                .anyMatch(
                        line -> line.contains("\"level\":\"ERROR\",\"message\":\"leads dt=2026-01-02 size FAILED")
                                && line.endsWith(
                                        "\"AWSRequestId\":\"request-1\",\"dataset\":\"leads\",\"partition\":\"dt=2026-01-02\",\"check\":\"size\",\"outcome\":\"FAILED\"}"));
    }

    @Test
    void other_events_are_errors_that_show_the_accepted_shapes() {
        for (String event : new String[] {
            "",
            "[]",
            "{",
            "{} {}",
            "{\"dataset\": [\"kpi\"]}",
            "{\"datasets\": \"kpi\"}",
            "{\"datasets\": []}",
            "{\"datasets\": [1, {}]}",
            "{\"asOf\": {}}",
            "{\"id\": []}",
            "{\"detail-type\": \"EC2 Instance State-change Notification\", \"source\": \"aws.ec2\"}",
            "{\"a\": ".repeat(100),
            "{\"a\": 1, \"a\": 2}"
        }) {
            FunctionCall call = call(event);

            assertThat(call.failure()).as(event).containsInstanceOf(FunctionException.class);
            assertThat(call.message()).as(event).contains("Accepted events: {}, which runs the whole suite");
            assertThat(call.log()).as(event).isEmpty();
        }
    }

    @Test
    void a_snapshot_is_taken_after_a_rehearsal_that_publishes_nothing() {
        variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");

        FunctionCall.Environment snapshot = new FunctionCall.Environment(variables, MORNING);

        assertThat(s3.requestCount()).isPositive();
        assertThat(snapshot.log()).isEmpty();
        assertThat(snapshot.call("{}").response()).contains("\"passed\": 3", "\"failed\": 1");
    }

    @Test
    void an_invalid_suite_fails_events_but_not_the_rehearsal() throws IOException {
        variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
        Files.writeString(task.resolve("lakecheck.yml"), "datasets: []");

        assertThat(call("{}").failure()).containsInstanceOf(FunctionException.class);
    }

    @Test
    void nothing_is_read_before_the_first_event_without_a_snapshot() {
        new FunctionCall.Environment(variables, MORNING);

        assertThat(s3.requestCount()).isZero();
    }

    @Test
    void a_missing_suite_is_an_error() throws IOException {
        Files.delete(task.resolve("lakecheck.yml"));

        assertThat(call("{}").message()).contains("no suite found", "LAKECHECK_SUITE");
    }

    @Test
    void an_invalid_suite_is_an_error_with_all_its_problems() throws IOException {
        Files.writeString(
                task.resolve("lakecheck.yml"), "datasets: { kpi: { locaton: s3://refined/kpi/, chekcs: [] } }");

        assertThat(call("{}").message()).contains("locaton", "chekcs");
    }
}
