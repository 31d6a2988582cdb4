// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.notify.StubWebhook;
import io.lakecheck.s3.StubS3;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests how the function handles events about created objects. */
class ObjectEventsTest {

    private static final Instant NOW = Instant.parse("2026-01-03T03:30:00Z");
    private static final Instant WRITTEN = Instant.parse("2026-01-03T03:00:00Z");

    @TempDir
    private Path task;

    private final StubS3 s3;
    private FunctionCall.Environment function;

    ObjectEventsTest() throws IOException {
        s3 = new StubS3().bucket("refined");
    }

    @BeforeEach
    void deploy() throws IOException {
        Files.writeString(task.resolve("lakecheck.yml"), """
                s3: { endpoint: "%s", region: eu-west-1 }
                cloudwatch: { namespace: Lake, emf: true }
                datasets:
                  kpi-daily:
                    location: s3://refined/kpi/dt={date}/
                    due: 6h
                    checks:
                      - recency: { marker: _SUCCESS }
                      - size: { min: 1 kB }
                  events:
                    location: s3://refined/events/{yyyy}/{MM}/{dd}/
                    due: 6h
                    checks:
                      - recency: { quiet: 15m }
                      - size: { min: 1 kB }
                  orders:
                    location: s3://refined/tenant={tenant}/orders/dt={date}/
                    each: { tenant: "*" }
                    due: 6h
                    checks:
                      - size: { min: 1 kB }
                  reference:
                    location: s3://refined/reference/
                    checks:
                      - size: { min: 1 kB }
                """.formatted(s3.endpoint()));
        function = at(NOW);
    }

    private FunctionCall.Environment at(Instant now) {
        return new FunctionCall.Environment(
                Map.of("LAMBDA_TASK_ROOT", task.toString()), Clock.fixed(now, ZoneOffset.UTC));
    }

    @AfterEach
    void stop() throws IOException {
        s3.close();
    }

    private void put(String key, long bytes, Instant modified) {
        s3.put("refined", key, bytes, modified);
    }

    private static String event(String key) {
        return event(key, WRITTEN);
    }

    private static String event(String key, Instant time) {
        return SampleEvents.eventBridge("refined", key, time);
    }

    private void kpi(String day, long bytes) {
        put("kpi/dt=" + day + "/part-0", bytes, WRITTEN.minusSeconds(60));
        put("kpi/dt=" + day + "/_SUCCESS", 0, WRITTEN);
    }

    @Test
    void the_marker_leads_to_a_check_of_its_partition() {
        kpi("2026-01-02", 500);

        FunctionCall call = function.call(event("kpi/dt=2026-01-02/_SUCCESS"));

        assertThat(call.failure()).containsInstanceOf(ChecksFailedException.class);
        assertThat(call.message()).startsWith("kpi-daily dt=2026-01-02 size FAILED: 500 B in 1 object");
        assertThat(call.log()).noneMatch(line -> line.startsWith("events"));
    }

    @Test
    void an_object_leads_to_a_check_of_the_member_that_contains_it() {
        put("tenant=a/orders/dt=2026-01-02/part-0", 500, WRITTEN);
        put("tenant=b/orders/dt=2026-01-02/part-0", 5000, WRITTEN);

        FunctionCall call = function.call(event("tenant=a/orders/dt=2026-01-02/part-0"));

        assertThat(call.message()).startsWith("orders[tenant=a] dt=2026-01-02 size FAILED: 500 B in 1 object");
        assertThat(call.log()).noneMatch(line -> line.contains("tenant=b"));
    }

    @Test
    void a_run_finds_the_members_in_the_bucket() {
        put("tenant=a/orders/dt=2026-01-02/part-0", 500, WRITTEN);
        put("tenant=100%/orders/dt=2026-01-02/part-0", 5000, WRITTEN);

        FunctionCall call = function.call("{\"datasets\": [\"orders\"], \"partition\": \"2026-01-02\"}");

        assertThat(call.message()).startsWith("orders[tenant=a] dt=2026-01-02 size FAILED: 500 B in 1 object");
        assertThat(call.log()).anyMatch(line -> line.contains("orders[tenant=100%] dt=2026-01-02 size WARNED: 5 kB"));
    }

    @Test
    void data_next_to_a_marker_leads_to_nothing() {
        kpi("2026-01-02", 500);

        for (String key : new String[] {"kpi/dt=2026-01-02/part-0", "kpi/dt=2026-01-02/sub/_SUCCESS", "kpi/_SUCCESS"}) {
            FunctionCall call = function.call(event(key));

            assertThat(call.failure()).isEmpty();
            assertThat(call.response()).isEqualTo("{\"partitions\":[]}");
        }
    }

    @Test
    void foreign_objects_lead_to_nothing() {
        for (String key : new String[] {
            "kpi/dt=2026-13-02/_SUCCESS",
            "kpi/dt=2026-01-02",
            "kpi",
            "",
            "kpi/dt=2026-01-02%2F_SUCCESS",
            "other/kpi/dt=2026-01-02/_SUCCESS",
            "events/2026/01/_SUCCESS",
            "events/2026/01/02/_temporary/part-0",
            "kpi/dt=${AWS_SECRET_ACCESS_KEY}/_SUCCESS"
        }) {
            FunctionCall call = function.call(event(key));

            assertThat(call.failure()).as(key).isEmpty();
            assertThat(call.response()).as(key).isEqualTo("{\"partitions\":[]}");
        }
        assertThat(function.call(SampleEvents.eventBridge("refined2", "kpi/dt=2026-01-02/_SUCCESS", NOW))
                        .response())
                .isEqualTo("{\"partitions\":[]}");
    }

    @Test
    void an_event_that_comes_twice_is_published_once() {
        kpi("2026-01-02", 500);
        String event = event("kpi/dt=2026-01-02/_SUCCESS");

        FunctionCall first = function.call(event, "request-1");
        FunctionCall second = function.call(event, "request-2");
        FunctionCall retry = function.call(event, "request-1");

        assertThat(first.failure()).isPresent();
        assertThat(second.failure()).isEmpty();
        assertThat(second.response()).contains("\"state\":\"DUPLICATE\",\"outcome\":\"FAILED\"");
        assertThat(second.log()).isEmpty();
        assertThat(retry.response()).contains("DUPLICATE");
    }

    @Test
    void a_repaired_partition_is_checked_again() {
        kpi("2026-01-02", 500);
        function.call(event("kpi/dt=2026-01-02/_SUCCESS"));
        kpi("2026-01-02", 1500);

        FunctionCall call = function.call(event("kpi/dt=2026-01-02/_SUCCESS"));

        assertThat(call.response()).contains("\"state\":\"CHECKED\",\"outcome\":\"PASSED\"");
    }

    @Test
    void a_backfill_is_checked_for_its_own_partition_without_metrics() {
        kpi("2025-12-24", 500);
        kpi("2026-01-01", 2000);

        FunctionCall backfill = function.call(event("kpi/dt=2025-12-24/_SUCCESS"));
        FunctionCall newest = function.call(event("kpi/dt=2026-01-01/_SUCCESS"));

        assertThat(backfill.message()).startsWith("kpi-daily dt=2025-12-24 size FAILED");
        assertThat(backfill.metrics()).isEmpty();
        assertThat(newest.metrics()).isNotEmpty();
    }

    @Test
    void a_batch_is_folded_into_its_partitions_in_any_order() {
        kpi("2026-01-02", 500);
        List<String> messages = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            put("events/2026/01/02/part-" + i, 10, WRITTEN.plusSeconds(i / 50));
            messages.add(event("events/2026/01/02/part-" + i, WRITTEN.plusSeconds(i / 50)));
        }
        messages.add(event("kpi/dt=2026-01-02/_SUCCESS"));
        messages.add(event("kpi/dt=2026-01-02/_SUCCESS"));
        Random random = new Random(15);
        int once = requests(event("events/2026/01/02/part-0"), event("kpi/dt=2026-01-02/_SUCCESS"));
        List<List<String>> logs = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int before = s3.requestCount();
            FunctionCall call = at(NOW).call(SampleEvents.sqs(messages));
            assertThat(s3.requestCount() - before).isEqualTo(once);
            assertThat(call.failure()).isEmpty();
            assertThat(call.response()).isEqualTo("{\"batchItemFailures\":[]}");
            logs.add(call.log().stream()
                    .filter(line -> line.contains(" dt=") || line.contains("2026/01/02"))
                    .toList());
            Collections.shuffle(messages, random);
        }

        assertThat(logs.get(0))
                .filteredOn(line -> line.startsWith("events 2026/01/02 size PASSED: 2 kB in 200 objects"))
                .hasSize(1);
        assertThat(logs).allMatch(log -> log.equals(logs.get(0)));
    }

    /** Returns the number of requests to S3 for a batch with these messages. */
    private int requests(String... messages) {
        int before = s3.requestCount();
        at(NOW).call(SampleEvents.sqs(List.of(messages)));
        return s3.requestCount() - before;
    }

    @Test
    void duplicates_in_any_order_send_the_same_metrics_and_one_message() throws IOException {
        kpi("2026-01-02", 500);
        put("events/2026/01/02/part-0", 500, WRITTEN);
        Path file = task.resolve("lakecheck.yml");
        Files.writeString(file, "notify: { webhook: HOOK }\n" + Files.readString(file));
        List<String> messages = new ArrayList<>(List.of(
                event("kpi/dt=2026-01-02/_SUCCESS"),
                event("kpi/dt=2026-01-02/part-0", WRITTEN.minusSeconds(60)),
                event("events/2026/01/02/part-0"),
                event("other/2026/01/02/part-0")));
        List<String> metrics = metrics(messages);
        messages.addAll(List.copyOf(messages));
        Collections.shuffle(messages, new Random(15));

        assertThat(metrics(messages))
                .containsExactlyInAnyOrderElementsOf(metrics)
                .isNotEmpty();
    }

    /** Sends each message in a batch of its own, and returns the metrics. */
    private List<String> metrics(List<String> messages) throws IOException {
        try (StubWebhook webhook = StubWebhook.open()) {
            FunctionCall.Environment environment = new FunctionCall.Environment(
                    Map.of("LAMBDA_TASK_ROOT", task.toString(), "HOOK", webhook.address()),
                    Clock.fixed(NOW, ZoneOffset.UTC));
            List<String> metrics = new ArrayList<>();
            for (String message : messages) {
                metrics.addAll(
                        environment.call(SampleEvents.sqs(List.of(message))).metrics());
            }
            assertThat(webhook.bodies()).hasSize(2);
            assertThat(String.join("", webhook.bodies())).contains("\"kpi-daily\"", "\"events\"");
            return metrics;
        }
    }

    @Test
    void many_objects_without_a_marker_lead_to_one_check() {
        for (int i = 0; i < 200; i++) {
            put("events/2026/01/02/part-" + i, 10, WRITTEN.plusSeconds(i));
        }
        int once = requests(event("events/2026/01/02/part-0"));
        int before = s3.requestCount();
        List<String> log = new ArrayList<>();
        for (int batch = 0; batch < 20; batch++) {
            int first = batch * 10;
            FunctionCall call = function.call(SampleEvents.sqs(IntStream.range(first, first + 10)
                    .mapToObj(i -> event("events/2026/01/02/part-" + i, WRITTEN.plusSeconds(i)))
                    .toList()));
            assertThat(call.response()).isEqualTo("{\"batchItemFailures\":[]}");
            log.addAll(call.log());
        }

        assertThat(log)
                .filteredOn(line -> line.startsWith("events 2026/01/02 size PASSED"))
                .hasSize(1);
        assertThat(s3.requestCount() - before)
                .as("one listing for each batch, not for each object")
                .isEqualTo(20 * once);
    }

    @Test
    void a_partition_that_still_changes_is_put_back() {
        put("events/2026/01/02/part-0", 500, WRITTEN);
        put("events/2026/01/02/part-1", 500, NOW.minusSeconds(60));
        String batch = SampleEvents.sqs(
                List.of(event("events/2026/01/02/part-0"), event("events/2026/01/02/part-1", NOW.minusSeconds(60))));

        FunctionCall early = function.call(batch);
        FunctionCall later = at(NOW.plusSeconds(14 * 60)).call(batch);

        assertThat(early.response()).isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"message-1\"}]}");
        assertThat(early.log()).noneMatch(line -> line.contains("FAILED") || line.contains("PASSED"));
        assertThat(later.response()).isEqualTo("{\"batchItemFailures\":[]}");
        assertThat(later.log()).anyMatch(line -> line.startsWith("events 2026/01/02 size PASSED"));
    }

    @Test
    void a_message_that_is_put_back_is_delayed_until_the_partition_may_be_complete() throws IOException {
        assertThat(delay())
                .contains(
                        "https://sqs.eu-west-1.amazonaws.com/123456789012/arrivals",
                        "AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a",
                        "\"VisibilityTimeout\":" + (14 * 60 + 1));
    }

    @Test
    void a_message_is_delayed_no_longer_than_sqs_allows() throws IOException {
        Path file = task.resolve("lakecheck.yml");
        Files.writeString(file, Files.readString(file).replace("quiet: 15m", "quiet: 2d"));

        assertThat(delay()).contains("\"VisibilityTimeout\":" + (11 * 3600 + 1));
    }

    /** Sends a message about a partition that still changes, and returns the request that delays it. */
    private String delay() throws IOException {
        put("events/2026/01/02/part-0", 500, NOW.minusSeconds(60));
        try (StubWebhook sqs = StubWebhook.open()) {
            System.setProperty("aws.endpointUrlSqs", sqs.address());
            try {
                function.call(SampleEvents.sqs(List.of(event("events/2026/01/02/part-0", NOW.minusSeconds(60)))));
            } finally {
                System.clearProperty("aws.endpointUrlSqs");
            }
            assertThat(sqs.bodies()).hasSize(1);
            return sqs.bodies().get(0);
        }
    }

    @Test
    void without_a_queue_a_partition_that_still_changes_is_left_to_the_schedule() {
        put("events/2026/01/02/part-0", 500, NOW.minusSeconds(60));

        FunctionCall call = function.call(event("events/2026/01/02/part-0", NOW.minusSeconds(60)));

        assertThat(call.failure()).isEmpty();
        assertThat(call.response()).contains("\"state\":\"UNFINISHED\"");
        assertThat(call.log()).anyMatch(line -> line.contains("is still changing"));
    }

    @Test
    void only_messages_of_unknown_partitions_come_again() throws IOException {
        kpi("2026-01-02", 500);
        Path file = task.resolve("lakecheck.yml");
        Files.writeString(file, Files.readString(file).replace("s3://refined/reference", "s3://unknown/reference"));

        FunctionCall call = function.call(SampleEvents.sqs(List.of(
                event("kpi/dt=2026-01-02/_SUCCESS"),
                SampleEvents.eventBridge("unknown", "reference/x", WRITTEN),
                "no event")));

        assertThat(call.failure()).isEmpty();
        assertThat(call.response())
                .isEqualTo(
                        "{\"batchItemFailures\":[{\"itemIdentifier\":\"message-2\"},{\"itemIdentifier\":\"message-1\"}]}");
        assertThat(call.log()).anyMatch(line -> line.startsWith("kpi-daily dt=2026-01-02 size FAILED"));
    }

    @Test
    void an_unknown_partition_is_an_error_without_a_queue() throws IOException {
        Path file = task.resolve("lakecheck.yml");
        Files.writeString(file, Files.readString(file).replace("s3://refined/reference", "s3://unknown/reference"));

        FunctionCall call = function.call(SampleEvents.eventBridge("unknown", "reference/x", WRITTEN));

        assertThat(call.failure()).containsInstanceOf(FunctionException.class);
        assertThat(call.message()).startsWith("reference size UNKNOWN");
    }

    @Test
    void an_undated_dataset_is_checked_as_a_whole() {
        put("reference/a/b", 2000, WRITTEN);

        assertThat(function.call(event("reference/a/b")).response())
                .isEqualTo("{\"partitions\":[{\"dataset\":\"reference\",\"partition\":\"\",\"state\":\"CHECKED\","
                        + "\"outcome\":\"PASSED\"}]}");
    }
}
