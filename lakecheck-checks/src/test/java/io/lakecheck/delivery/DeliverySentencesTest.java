// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.delivery;

import io.lakecheck.Sentences;
import io.lakecheck.delivery.Notification.Occasion;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Pins the wording of errors in delivery settings. */
class DeliverySentencesTest {

    private final Sentences sentences = new Sentences();

    @Test
    void errors_are_worded_as_pinned() {
        error("namespace", () -> Metrics.to(":x"));
        error("reserved namespace", () -> Metrics.to("AWS/S3"));
        error("dimension name", () -> Metrics.checkDimensions(Map.of(" x", "y")));
        error("dimension value", () -> Metrics.checkDimensions(Map.of("x", " ")));
        error(
                "too many dimensions",
                () -> Metrics.checkDimensions(
                        IntStream.range(0, 14).boxed().collect(Collectors.toMap(i -> "name" + i, i -> "value"))));
        error("alarm prefix", () -> new Alarms("-", List.of(), List.of()));
        error("action", () -> new Alarms("kpi", List.of("topic"), List.of()));
        error("too many actions", () -> new Alarms("kpi", Collections.nCopies(6, "arn:aws:sns:a:1:b"), List.of()));
        error("no destination", () -> notification(Optional.empty(), Optional.empty()));
        error("environment variable", () -> notification(Optional.of("https://hooks.slack.com/x"), Optional.empty()));
        error("topic", () -> notification(Optional.empty(), Optional.of("topic")));
        sentences.check("delivery");
    }

    private void error(String name, ThrowingCallable code) {
        sentences.addError(name, code);
    }

    private static Notification notification(Optional<String> slack, Optional<String> sns) {
        return new Notification(Occasion.FAIL, slack, Optional.empty(), sns, Connection.DEFAULT);
    }
}
