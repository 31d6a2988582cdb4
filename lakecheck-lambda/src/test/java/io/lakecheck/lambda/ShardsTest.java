// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.notify.StubWebhook;
import io.lakecheck.s3.StubFiles;
import io.lakecheck.s3.StubS3;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests runs that are split into shards, invoked as Step Functions invokes them. */
class ShardsTest {

    private static final String ENDPOINT = "aws.endpointUrlS3";
    private static final String SUITE = "config/lake.yml";
    private static final String FIRST = shard(1, "kpi", "invoices");
    private static final String SECOND = shard(2, "leads", "closed");

    @TempDir
    private Path task;

    private final StubS3 lake;
    private final StubFiles files;
    private final Map<String, String> variables = new HashMap<>();

    ShardsTest() throws IOException {
        lake = new StubS3();
        files = new StubFiles();
    }

    @BeforeEach
    void deploy() {
        System.setProperty(ENDPOINT, files.endpoint());
        LocalDate.parse("2025-11-01").datesUntil(LocalDate.parse("2026-01-03")).forEach(this::write);
        lake.put("refined", "invoices/part-0", 7, Instant.parse("2026-01-03T06:00:00Z"));
        lake.put("refined", "kpi/dt=__HIVE_DEFAULT_PARTITION__/part-0", 7, Instant.parse("2026-01-03T06:00:00Z"));
        files.files().put(SUITE, """
                s3: { endpoint: "%s", region: eu-west-1 }
                datasets:
                  kpi:
                    location: s3://refined/kpi/dt={date}/
                    checks:
                      - recency: { marker: _SUCCESS }
                      - size: { min: 1 kB, each: { max: 1 MB } }
                      - delta: { drop: 30%% }
                      - complete: { last: 7 }
                  leads:
                    location: s3://refined/leads/{date}/
                    checks: [ size: { min: 1 MB }, delta: { against: median of 4 same-weekday, drop: 15%% } ]
                  invoices:
                    location: s3://refined/invoices/
                    checks: [ recency: { maxAge: 26h } ]
                  closed:
                    location: s3://unknown-bucket/closed/{date}/
                    checks: [ size: { min: 1 } ]
                """.formatted(lake.endpoint()));
        variables.put("LAMBDA_TASK_ROOT", task.toString());
        variables.put("LAKECHECK_SUITE", "s3://" + SUITE);
        variables.put("LAKECHECK_REPORTS", "s3://reports/lakecheck/");
    }

    private void write(LocalDate day) {
        Instant written = Instant.parse(day + "T23:00:00Z");
        lake.put("refined", "kpi/dt=" + day + "/part-0", 1000 + day.getDayOfMonth(), written);
        lake.put("refined", "kpi/dt=" + day + "/_temporary/x", 1, written);
        lake.put("refined", "kpi/dt=" + day + "/_SUCCESS", 0, written.plusSeconds(60));
        lake.put("refined", "leads/" + day + "/part-0", 1000, written);
    }

    @AfterEach
    void stop() throws IOException {
        System.clearProperty(ENDPOINT);
        lake.close();
        files.close();
    }

    private static String shard(int number, String... datasets) {
        return """
                {"shard": %s, "run": "run-1", "datasets": ["%s"], "asOf": "2026-01-03T07:00:00.000Z"}""".formatted(number, String.join("\", \"", datasets));
    }

    private static String merge(String... shards) {
        return """
                {"merge": [%s], "run": "run-1", "asOf": "2026-01-03T07:00:00.000Z", "event": {}}""".formatted(String.join(", ", shards));
    }

    private FunctionCall call(String event) {
        return new FunctionCall.Environment(
                        variables, Clock.fixed(Instant.parse("2026-01-03T07:10:00Z"), ZoneOffset.UTC))
                .call(event);
    }

    private String file(String name) {
        return files.files().getOrDefault("reports/lakecheck/" + name, "missing");
    }

    private String report() {
        return file("latest/lakecheck.json");
    }

    /** Returns a report without what depends on the time of a listing and on which listings shared a request. */
    private static String comparable(String report) {
        return report.replaceAll("\"takenAt\": \"[^\"]*\"", "")
                .replaceAll("\"(tookMillis|requests|objects|usd)\": [0-9.]+", "")
                .replaceAll("[0-9.,]+ (s|ms|requests?|objects?)\\b", "");
    }

    @Test
    void a_run_that_a_schedule_starts_twice_is_published_once() {
        String merge = merge("{\"shard\": 1}", "{\"shard\": 2}").replace("{}", "{\"id\": \"daily-0700\"}");
        call(FIRST);
        call(SECOND);

        assertThat(call(merge).response()).contains("\"outcome\"");
        assertThat(call(merge.replace("run-1", "run-2")).response()).isEqualTo("{\"duplicate\": true}");
    }

    @Test
    void the_merged_report_is_that_of_a_single_run() {
        call("{\"asOf\": \"2026-01-03T07:00:00Z\"}");
        String json = file("2026-01-03T070000Z/lakecheck.json");
        String page = file("2026-01-03T070000Z/index.html");

        assertThat(call(FIRST).response()).isEqualTo("{\"shard\": 1}");
        assertThat(call(SECOND).failure()).isEmpty();
        call(merge("{\"shard\": 1}", "{\"shard\": 2}"));

        assertThat(comparable(report()))
                .isEqualTo(comparable(json))
                .contains("\"PASSED\"", "\"FAILED\"", "\"UNKNOWN\"", "__HIVE_DEFAULT_PARTITION__");
        assertThat(file("2026-01-03T070000Z/lakecheck.json")).isEqualTo(report());
        assertThat(comparable(file("2026-01-03T070000Z/index.html"))).isEqualTo(comparable(page));
    }

    @Test
    void the_merge_publishes_the_metrics_of_a_single_run() {
        files.files().computeIfPresent(SUITE, (name, text) -> "cloudwatch: { namespace: X, emf: true }\n" + text);

        List<String> single = call("{\"asOf\": \"2026-01-03T07:00:00Z\"}").metrics();
        List<String> shards = Stream.of(FIRST, SECOND)
                .flatMap(shard -> call(shard).metrics().stream())
                .toList();
        List<String> merged = call(merge("{\"shard\": 1}", "{\"shard\": 2}")).metrics();

        assertThat(shards).isEmpty();
        assertThat(merged).isEqualTo(single).hasSizeGreaterThan(5);
    }

    @Test
    void the_merge_does_not_read_the_lake() throws IOException {
        call(FIRST);
        call(SECOND);
        lake.close();

        call(merge("{\"shard\": 1}", "{\"shard\": 2}"));

        assertThat(report()).contains("\"unknown\": 1");
    }

    @Test
    void the_merge_fails_if_a_check_failed_or_has_no_result() {
        call(FIRST);
        call(SECOND);

        FunctionCall call = call(merge("{\"shard\": 1}", "{\"shard\": 2}"));

        assertThat(call.failure()).containsInstanceOf(FunctionException.class);
        assertThat(call.message()).contains("closed 2026-01-02 size UNKNOWN");
        assertThat(call.response()).matches("\\{\"outcome\":\"UNKNOWN\",\"passed\":\\d+,.*,\"unknown\":1}");
    }

    @Test
    void datasets_of_a_failed_shard_are_unknown() {
        call(FIRST);

        call(merge("{\"shard\": 1}", "{\"shard\": 2, \"error\": \"Sandbox.Timedout\"}"));

        assertThat(report())
                .contains(
                        "\"unknown\": 3",
                        "leads 2026-01-02 size UNKNOWN: could not be checked: timed out; shard 2 took longer than the"
                                + " function's timeout. See the execution in Step Functions and the function's log");
    }

    @Test
    void all_datasets_are_unknown_if_no_shard_could_be_started() {
        FunctionCall call = call(merge("{\"error\": \"States.ItemReaderFailed\"}"));

        assertThat(call.message()).contains("the shards could not be started (States.ItemReaderFailed)");
        assertThat(report()).contains("\"passed\": 0", "\"unknown\": 8");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "{\"suite\": \"x\", \"datasets\": [{\"name\": \"leads\"", "[]", "{\"datasets\": [{}]}"})
    void a_result_that_can_not_be_read_is_a_failed_shard(String result) {
        call(FIRST);
        call(SECOND);
        files.files().put("reports/lakecheck/shards/run-1/2.json", result);

        call(merge("{\"shard\": 1}", "{\"shard\": 2}"));

        assertThat(report()).contains("\"unknown\": 3", "the result of shard 2 at s3://reports/lakecheck/shards/");
    }

    @Test
    void a_missing_result_is_a_failed_shard() {
        call(FIRST);

        call(merge("{\"shard\": 1}", "{\"shard\": 2}"));

        assertThat(report()).contains("\"unknown\": 3", "shard 2 wrote no result to s3://reports/");
    }

    @Test
    void a_suite_that_changes_during_the_run_leaves_shards_without_result() {
        call(FIRST);
        files.files().merge(SUITE, "# changed\n", String::concat);
        call(SECOND);

        call(merge("{\"shard\": 1}", "{\"shard\": 2}"));

        assertThat(report()).contains("\"unknown\": 6", "shard 1 used another version of the suite");
    }

    @Test
    void a_dataset_in_no_shard_is_unknown() {
        call(FIRST);

        call(merge("{\"shard\": 1}"));

        assertThat(report()).contains("\"unknown\": 3", "no shard checks this dataset");
    }

    @Test
    void a_merge_that_is_repeated_is_published_once() {
        files.files().computeIfPresent(SUITE, (name, text) -> text.replace("unknown-bucket", "refined"));
        call(FIRST);
        call(SECOND);

        assertThat(call(merge("{\"shard\": 1}", "{\"shard\": 2}")).response()).contains("\"unknown\":0");
        assertThat(call(merge("{\"shard\": 1}", "{\"shard\": 2}")).response()).isEqualTo("{\"duplicate\": true}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"refined", "unknown-bucket"})
    void a_run_sends_one_message_even_if_its_shards_and_its_merge_are_repeated(String bucket) throws IOException {
        try (StubWebhook webhook = StubWebhook.open()) {
            variables.put("HOOK", webhook.address());
            files.files()
                    .computeIfPresent(
                            SUITE,
                            (name, text) ->
                                    "notify: { webhook: HOOK, on: always }\n" + text.replace("unknown-bucket", bucket));
            for (String event : List.of(FIRST, SECOND, FIRST)) {
                call(event);
            }
            assertThat(webhook.bodies()).isEmpty();

            call(merge("{\"shard\": 1}", "{\"shard\": 2}"));
            call(merge("{\"shard\": 1}", "{\"shard\": 2}"));

            assertThat(webhook.bodies()).singleElement().asString().contains("\"kpi\"", "\"leads\"");
        }
    }

    @Test
    void shards_need_a_folder_for_their_results() {
        variables.remove("LAKECHECK_REPORTS");

        assertThat(call(FIRST).message()).contains("LAKECHECK_REPORTS is not set");
    }

    @Test
    void other_shapes_are_errors() {
        String merge = merge("{\"shard\": 1}");
        for (String event : List.of(
                FIRST.replace("\"shard\": 1", "\"shard\": 0"),
                FIRST.replace("\"shard\": 1", "\"shard\": 1001"),
                FIRST.replace("\"shard\": 1", "\"shard\": \"../x\""),
                FIRST.replace("run-1", "../run"),
                FIRST.replace("\"asOf\"", "\"at\""),
                FIRST.replace("\"datasets\"", "\"partition\""),
                merge.replace("[{\"shard\": 1}]", "1"),
                merge.replace("{\"shard\": 1}", "{}"),
                merge.replace("{\"shard\": 1}", "{\"shard\": 1, \"cause\": \"x\"}"),
                merge.replace("\"event\": {}", "\"event\": []"),
                merge.replace("\"event\": {}", "\"event\": {\"partition\": \"2026-01-01\"}"),
                merge.replace("run-1", ""))) {
            assertThat(call(event).message()).as(event).contains("Accepted events: ");
        }
    }
}
