// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import io.lakecheck.Notice;
import io.lakecheck.Outcome;
import io.lakecheck.Report;
import io.lakecheck.delivery.Notification;
import io.lakecheck.delivery.Notification.Occasion;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotifierTest {

    private static final Path DOCS = Path.of("../docs/notify.md");
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(300);

    @Test
    void slack_receives_what_the_docs_show() throws IOException {
        try (StubWebhook webhook = StubWebhook.open()) {
            assertThat(report(SampleRuns.shown(slack(Occasion.FAIL)), webhook.address(), LONG))
                    .containsExactly(new Notice(Notice.Level.INFO, "notified Slack (HOOK)"));

            assertThat(webhook.types()).containsExactly("application/json; charset=utf-8");
            assertThat(webhook.bodies()).containsExactly(compact(shown(0)));
        }
    }

    @Test
    void a_webhook_receives_what_the_docs_show() throws IOException {
        try (StubWebhook webhook = StubWebhook.open()) {
            assertThat(report(SampleRuns.shown(webhook(Occasion.FAIL)), webhook.address(), LONG))
                    .containsExactly(new Notice(Notice.Level.INFO, "notified webhook (HOOK)"));

            assertThat(webhook.bodies()).containsExactly(compact(shown(1)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "FAIL,   false, false, true",
        "WARN,   false, true,  true",
        "CHANGE, false, true,  true",
        "ALWAYS, true,  true,  true"
    })
    void notifies_only_of_the_configured_outcomes(Occasion on, boolean passed, boolean warned, boolean failed)
            throws IOException {
        assertThat(isNotified(new SampleRuns(slack(on)).passes("a").report())).isEqualTo(passed);
        assertThat(isNotified(new SampleRuns(slack(on)).warns("a").report())).isEqualTo(warned);
        assertThat(isNotified(new SampleRuns(slack(on)).fails("a").report())).isEqualTo(failed);
    }

    @Test
    void notifies_of_a_change_only_when_it_breaks_or_recovers() throws IOException {
        Map<String, Outcome> wasFailed = Map.of("a", Outcome.FAILED);
        Map<String, Outcome> wasPassed = Map.of("a", Outcome.PASSED);
        Map<String, Outcome> wasSkipped = Map.of("a", Outcome.SKIPPED);
        Report passes = new SampleRuns(slack(Occasion.CHANGE)).passes("a").report();
        Report fails = new SampleRuns(slack(Occasion.CHANGE)).fails("a").report();

        assertThat(bodies(fails, wasPassed)).singleElement().asString().contains("a FAILED", "PASSED");
        assertThat(bodies(passes, wasFailed)).singleElement().asString().contains("a PASSED", "FAILED");
        assertThat(bodies(fails, Map.of())).singleElement().asString().contains("a FAILED", "not in the previous run");
        assertThat(bodies(fails, wasFailed)).isEmpty();
        assertThat(bodies(passes, wasPassed)).isEmpty();
        assertThat(bodies(passes, wasSkipped)).isEmpty();
        assertThat(bodies(passes, Map.of())).isEmpty();
    }

    @Test
    void lists_the_first_twenty_findings_with_failures_first() throws IOException {
        SampleRuns runs = new SampleRuns(slack(Occasion.FAIL));
        IntStream.range(0, 15).forEach(i -> runs.warns("warned-" + i));
        IntStream.range(0, 15).forEach(i -> runs.fails("failed-" + i));

        assertThat(bodies(runs.report(), Map.of())).singleElement().asString().satisfies(body -> {
            assertThat(body).containsSubsequence("15 failed, 15 warned", "failed-0 ", "failed-14 ", "warned-0 ");
            assertThat(body).endsWith("and 10 more" + compact(shown(0)).replaceAll("^.*(\",\"mrkdwn)", "$1"));
            assertThat(body.split("\\\\n", -1)).hasSize(22);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 400, 404, 429, 500, 503})
    void an_error_status_is_reported_and_changes_nothing(int status) throws IOException {
        try (StubWebhook webhook = StubWebhook.answering(status)) {
            assertNotNotified(webhook.address(), "status " + status, LONG);
            assertThat(webhook.bodies())
                    .as("one request for each of the two channels")
                    .hasSize(2);
        }
    }

    @Test
    void a_missing_response_is_reported_in_time() throws IOException {
        try (StubWebhook webhook = StubWebhook.silent()) {
            assertNotNotified(webhook.address(), "did not respond in time", SHORT);
        }
    }

    @Test
    void an_endless_response_is_reported_in_time() throws IOException {
        try (StubWebhook webhook = StubWebhook.trickling()) {
            assertNotNotified(webhook.address(), "did not respond in time", SHORT);
        }
    }

    @Test
    void an_unreachable_server_is_reported() throws IOException {
        String address;
        try (StubWebhook webhook = StubWebhook.open()) {
            address = webhook.address();
        }
        assertNotNotified(address, "the connection was refused", LONG);
        assertNotNotified("http://nobody.invalid/" + StubWebhook.SECRET, "host name could not be resolved", LONG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not an address " + StubWebhook.SECRET,
                "ftp://localhost/" + StubWebhook.SECRET,
                "https:///" + StubWebhook.SECRET,
                "http://local host/" + StubWebhook.SECRET,
                "http://localhost:x/" + StubWebhook.SECRET,
                StubWebhook.SECRET
            })
    void an_invalid_address_is_reported_without_printing_it(String text) {
        assertNotNotified(text, "not an HTTP or HTTPS URL", LONG);
    }

    @Test
    void a_missing_environment_variable_is_reported() {
        assertNotNotified(" ", "the environment variable is not set", LONG);
    }

    @Test
    void a_failing_channel_does_not_stop_the_others() throws IOException {
        try (StubWebhook webhook = StubWebhook.open()) {
            Map<String, String> environment = Map.of("GOOD", webhook.address());
            Notification both = SampleRuns.to(Occasion.ALWAYS, Optional.of("BAD"), Optional.of("GOOD"));

            List<Notice> notices = new Notifier(
                            name -> Optional.ofNullable(environment.get(name)), "s", Optional.empty(), LONG)
                    .report(SampleRuns.shown(both));

            assertThat(notices)
                    .extracting(Notice::text)
                    .satisfiesExactly(
                            text -> assertThat(text).startsWith("could not notify Slack (BAD): "),
                            text -> assertThat(text).isEqualTo("notified webhook (GOOD)"));
        }
    }

    private static void assertNotNotified(String address, String decisive, Duration timeout) {
        for (Notification each : List.of(slack(Occasion.ALWAYS), webhook(Occasion.ALWAYS))) {
            Report report = SampleRuns.shown(each);
            long started = System.nanoTime();

            Report after = report.reportTo(List.of(notifier(address, Optional.empty(), timeout)));

            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(LONG);
            assertThat(after.findings()).isEqualTo(report.findings());
            assertThat(after.notices()).singleElement().satisfies(notice -> {
                assertThat(notice.level()).isEqualTo(Notice.Level.WARN);
                assertThat(notice.text())
                        .startsWith("could not notify ")
                        .contains(" (HOOK): ", decisive)
                        .doesNotContain(StubWebhook.SECRET);
            });
        }
    }

    private static boolean isNotified(Report report) throws IOException {
        try (StubWebhook webhook = StubWebhook.open()) {
            report(report, webhook.address(), LONG);
            return webhook.bodies().size() == 1;
        }
    }

    private static List<String> bodies(Report report, Map<String, Outcome> before) throws IOException {
        try (StubWebhook webhook = StubWebhook.open()) {
            notifier(webhook.address(), Optional.of(before), LONG).report(report);
            return List.copyOf(webhook.bodies());
        }
    }

    private static List<Notice> report(Report report, String address, Duration timeout) {
        return notifier(address, Optional.empty(), timeout).report(report);
    }

    private static Notifier notifier(String address, Optional<Map<String, Outcome>> before, Duration timeout) {
        return new Notifier(
                name -> Optional.of(address).filter(found -> name.equals("HOOK")), "lakecheck.yml", before, timeout);
    }

    private static Notification slack(Occasion on) {
        return SampleRuns.to(on, Optional.of("HOOK"), Optional.empty());
    }

    private static Notification webhook(Occasion on) {
        return SampleRuns.to(on, Optional.empty(), Optional.of("HOOK"));
    }

    /** Returns one of the JSON blocks on the documentation page. */
    private static String shown(int index) throws IOException {
        return Pattern.compile("(?s)```json\n(.*?)```")
                .matcher(Files.readString(DOCS))
                .results()
                .map(MatchResult::group)
                .map(block -> block.replace("```json\n", "").replace("```", ""))
                .toList()
                .get(index);
    }

    private static String compact(String json) throws IOException {
        StringWriter out = new StringWriter();
        try (JsonParser parser = new JsonFactory().createParser(json);
                JsonGenerator generator = new JsonFactory().createGenerator(out)) {
            parser.nextToken();
            generator.copyCurrentStructure(parser);
        }
        return out.toString();
    }
}
