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
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the function with a suite and reports in S3. */
class StoredFilesTest {

    private static final String ENDPOINT = "aws.endpointUrlS3";
    private static final String MARKER =
            SampleEvents.eventBridge("refined", "kpi/dt=2026-01-02/_SUCCESS", Instant.parse("2026-01-02T23:01:00Z"));

    @TempDir
    private Path task;

    private final StubS3 lake;
    private final StubFiles files;
    private final Map<String, String> variables = new HashMap<>();

    StoredFilesTest() throws IOException {
        lake = new StubS3();
        files = new StubFiles();
    }

    @BeforeEach
    void deploy() {
        System.setProperty(ENDPOINT, files.endpoint());
        lake.put("refined", "kpi/dt=2026-01-02/part-0", 1000, Instant.parse("2026-01-02T23:00:00Z"));
        lake.put("refined", "kpi/dt=2026-01-02/_SUCCESS", 0, Instant.parse("2026-01-02T23:01:00Z"));
        files.files().put("config/suites/lake.yml", """
                s3: { endpoint: "%s", region: eu-west-1 }
                datasets:
                  kpi-daily:
                    location: s3://refined/kpi/dt={date}/
                    checks:
                      - recency: { marker: _SUCCESS }
                """.formatted(lake.endpoint()));
        variables.put("LAMBDA_TASK_ROOT", task.toString());
        variables.put("LAKECHECK_SUITE", "s3://config/suites/lake.yml");
        variables.put("LAKECHECK_REPORTS", "s3://reports/lakecheck/");
    }

    @AfterEach
    void stop() throws IOException {
        System.clearProperty(ENDPOINT);
        lake.close();
        files.close();
    }

    private FunctionCall call(String event, String requestId) {
        return new FunctionCall.Environment(
                        variables, Clock.fixed(Instant.parse("2026-01-03T07:00:00Z"), ZoneOffset.UTC))
                .call(event, requestId);
    }

    private String file(String name) {
        return files.files().getOrDefault("reports/lakecheck/" + name, "missing");
    }

    @Test
    void the_report_names_the_version_of_the_suite() {
        FunctionCall call = call("{}", "1");

        assertThat(call.failure()).isEmpty();
        assertThat(call.response()).contains("suite: s3://config/suites/lake.yml, ETag etag-of-");
        assertThat(file("latest/index.html")).contains("lake.yml");
    }

    @Test
    void a_missing_suite_is_an_error() {
        files.files().clear();

        assertThat(call("{}", "1").message()).contains("suite not found: s3://config/suites/lake.yml");
    }

    @Test
    void an_invalid_suite_is_an_error_with_its_address() {
        files.files().put("config/suites/lake.yml", "datasets: []");

        assertThat(call("{}", "1").message()).startsWith("s3://config/suites/lake.yml:1:11:");
    }

    @Test
    void reports_are_kept_under_their_time_and_as_the_latest() {
        FunctionCall call = call("{}", "1");

        for (String name : new String[] {"index.html", "lakecheck.json", "summary.md"}) {
            assertThat(file("2026-01-03T070000Z/" + name)).contains("kpi-daily");
            assertThat(file("latest/" + name)).isEqualTo(file("2026-01-03T070000Z/" + name));
        }
        assertThat(call.log()).contains("reports: s3://reports/lakecheck/2026-01-03T070000Z/");
    }

    @Test
    void a_selection_does_not_replace_the_latest_report() {
        call("{\"checks\": [\"recency\"]}", "1");

        assertThat(file("2026-01-03T070000Z/index.html")).contains("kpi-daily");
        assertThat(file("latest/index.html")).isEqualTo("missing");
    }

    @Test
    void runs_of_the_same_datasets_have_their_own_latest_report() throws IOException {
        String leads = "  leads: { location: \"s3://refined/leads/{date}/\", checks: [ size: { min: 1 kB } ] }\n";
        files.files()
                .computeIfPresent(
                        "config/suites/lake.yml",
                        (file, suite) -> "notify: { on: change, webhook: HOOK }\n" + suite + leads);
        try (StubWebhook webhook = StubWebhook.open()) {
            variables.put("HOOK", webhook.address());

            call("{\"datasets\": [\"kpi-*\"]}", "1");
            assertThat(webhook.bodies()).isEmpty();
            call("{\"datasets\": [\"leads\", \"kpi-*\"]}", "2");
            call("{\"datasets\": [\"kpi-*\", \"leads\"]}", "3");

            assertThat(webhook.bodies()).singleElement().asString().contains("leads");
        }
        assertThat(files.files().keySet())
                .filteredOn(file -> file.matches("reports/lakecheck/latest/datasets-[0-9a-f]{8}/lakecheck.json"))
                .hasSize(2);
        assertThat(file("latest/lakecheck.json")).isEqualTo("missing");
    }

    @Test
    void the_report_of_an_event_is_that_of_its_partition() {
        call(MARKER, "1");

        assertThat(file("2026-01-03T070000Z/kpi-daily/dt=2026-01-02/lakecheck.json"))
                .contains("kpi-daily");
        assertThat(file("latest/kpi-daily/lakecheck.json")).contains("kpi-daily");
        assertThat(file("latest/lakecheck.json")).isEqualTo("missing");
    }

    @Test
    void other_environments_know_which_results_are_published() {
        assertThat(call(MARKER, "1").response()).contains("CHECKED");
        assertThat(call(MARKER, "2").response()).contains("DUPLICATE");
    }

    @Test
    void a_scheduled_event_that_comes_twice_is_published_once() {
        String event = """
                {"id": "53dc4d37", "detail-type": "Scheduled Event", "source": "aws.events", "detail": {}}""";

        assertThat(call(event, "1").log()).isNotEmpty();
        assertThat(call(event, "2").response()).isEqualTo("{\"duplicate\": true}");
        assertThat(call(event, "1").response()).isEqualTo("{\"duplicate\": true}");
    }

    @Test
    void a_report_that_can_not_be_written_is_an_error() {
        files.onlyReading();

        FunctionCall call = call("{}", "1");

        assertThat(call.failure()).containsInstanceOf(FunctionException.class);
        assertThat(call.message()).contains("s3:PutObject on arn:aws:s3:::reports/lakecheck/2026-01-03T070000Z/");
        assertThat(call.log()).anyMatch(line -> line.startsWith("kpi-daily dt=2026-01-02 recency PASSED"));
    }
}
