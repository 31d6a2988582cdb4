// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lambda;

import io.lakecheck.Sentences;
import io.lakecheck.s3.StubS3;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pins the messages of this module. Those of verdicts and of the suite language are pinned in other modules. */
class LambdaSentencesTest {

    private static final Instant NOW = Instant.parse("2026-01-03T07:00:00Z");

    @TempDir
    private Path task;

    private final Sentences sentences = new Sentences();

    @Test
    void sentences_are_as_agreed() throws IOException {
        try (StubS3 s3 = new StubS3().bucket("refined").put("refined", "kpi/2026-01-02/part-0", 10, NOW)) {
            sentences.add("no suite", message("{}"));
            Files.writeString(task.resolve("lakecheck.yml"), """
                    s3: { endpoint: "%s", region: eu-west-1 }
                    datasets:
                      kpi-daily:
                        location: s3://refined/kpi/{date}/
                        checks:
                          - recency: { quiet: 15m }
                    """.formatted(s3.endpoint()));
            addEvents();
            addLines();
        }
        sentences.check("lambda");
    }

    private void addEvents() {
        String created = SampleEvents.eventBridge("refined", "kpi/x", NOW);
        for (String[] each : new String[][] {
            {"not an object", "[]"},
            {"not JSON", "{"},
            {"text after the event", "{} {}"},
            {"unknown key", "{\"dataset\": \"kpi\"}"},
            {"not a list", "{\"datasets\": \"kpi\"}"},
            {"not a string", "{\"asOf\": []}"},
            {"unsupported EventBridge event", created.replace("aws.s3", "my.app")},
            {"unknown records", "{\"Records\": [{\"eventSource\": \"aws:kinesis\"}]}"},
            {"no key", created.replace("\"key\"", "\"kee\"")},
            {"invalid time", created.replace(NOW.toString(), "yesterday")},
            {"invalid key", SampleEvents.notification("ObjectCreated:Put", "refined", "%zz", NOW)},
            {"message without an S3 event", SampleEvents.sns("{}")},
            {"unknown check", "{\"checks\": [\"sise\"]}"}
        }) {
            sentences.add(each[0], message(each[1]));
        }
    }

    private void addLines() {
        String created = SampleEvents.eventBridge("refined", "kpi/2026-01-02/part-0", NOW);
        sentences.add("still changing", log(created));
        sentences.add("unreadable message", log(SampleEvents.sqs(List.of("hello"))));
    }

    private FunctionCall call(String event) {
        return new FunctionCall.Environment(
                        Map.of("LAMBDA_TASK_ROOT", task.toString()), Clock.fixed(NOW, ZoneOffset.UTC))
                .call(event);
    }

    private String message(String event) {
        return call(event).message().replace(task.toString(), "/var/task");
    }

    private String log(String event) {
        return String.join("\n", call(event).log());
    }
}
