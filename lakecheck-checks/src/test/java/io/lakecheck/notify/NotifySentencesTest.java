// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.notify;

import io.lakecheck.Outcome;
import io.lakecheck.Report;
import io.lakecheck.Sentences;
import io.lakecheck.delivery.Connection;
import io.lakecheck.delivery.Notification;
import io.lakecheck.delivery.Notification.Occasion;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Pins the texts of the package's notices and messages. */
class NotifySentencesTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    @Test
    void sentences_are_as_pinned() throws IOException {
        try (StubWebhook accepting = StubWebhook.open();
                StubWebhook failing = StubWebhook.answering(404);
                StubWebhook silent = StubWebhook.silent()) {
            new Sentences()
                    .add("notified", notice(accepting.address(), LONG))
                    .add("error status", notice(failing.address(), LONG))
                    .add("timeout", notice(silent.address(), Duration.ofMillis(300)))
                    .add("connection refused", notice("http://localhost:1/", LONG))
                    .add("unknown host", notice("http://webhook.invalid/", LONG))
                    .add("not a URL", notice("localhost", LONG))
                    .add("variable is not set", notice("", LONG))
                    .add("error response from SNS", topic(failing.address()))
                    .add("message", message(Map.of()).text())
                    .add(
                            "message with changes",
                            message(Map.of("kpi-daily", Outcome.PASSED)).text())
                    .check("notify");
        }
    }

    private static String notice(String address, Duration timeout) {
        return notices(
                SampleRuns.shown(SampleRuns.to(Occasion.FAIL, Optional.of("SLACK_URL"), Optional.empty())),
                address,
                timeout);
    }

    private static String topic(String address) {
        Connection connection = new Connection(
                Optional.of(URI.create(address).resolve("/").toString()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return notices(
                        SampleRuns.shown(new Notification(
                                Occasion.FAIL,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of("arn:aws:sns:eu-west-1:123456789012:data-team"),
                                connection)),
                        address,
                        LONG)
                .replaceAll("localhost:\\d+", "localhost:PORT");
    }

    private static String notices(Report report, String address, Duration timeout) {
        return new Notifier(name -> Optional.of(address), "lakecheck.yml", Optional.empty(), timeout)
                .report(report).stream()
                        .map(notice -> notice.level() + " " + notice.text())
                        .collect(Collectors.joining("\n"));
    }

    private static Message message(Map<String, Outcome> previous) {
        Report report = SampleRuns.shown(SampleRuns.to(Occasion.CHANGE, Optional.of("SLACK_URL"), Optional.empty()));
        return Message.of(
                report, "lakecheck.yml", previous.isEmpty() ? List.of() : OutcomeChanges.of(report, previous));
    }
}
