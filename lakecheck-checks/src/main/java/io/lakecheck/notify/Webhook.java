// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.notify;

import com.fasterxml.jackson.core.JsonGenerator;
import io.lakecheck.Finding;
import io.lakecheck.Outcome;
import io.lakecheck.value.Display;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * A channel to any server that accepts JSON. {@code docs/notify.md} shows the request.
 *
 * @param variable the name of the environment variable that holds the server's URL
 */
record Webhook(String variable, Function<String, Optional<String>> environment, Duration timeout) implements Channel {

    /** The version of the JSON format. It increases only with incompatible changes. */
    private static final int VERSION = 1;

    /** The maximum number of findings that a request lists. Any others are only counted. */
    private static final int MOST_FINDINGS = 100;

    @Override
    public String name() {
        return "webhook (" + variable + ")";
    }

    @Override
    public void send(Message message) throws NotificationException {
        HttpPost.to(variable, environment, timeout).json(JsonObject.encode(json -> write(message, json)));
    }

    private static void write(Message message, JsonGenerator json) throws IOException {
        json.writeNumberField("version", VERSION);
        json.writeStringField("at", message.report().at().toString());
        json.writeStringField("outcome", message.report().outcome().name());
        json.writeObjectFieldStart("counts");
        for (Outcome outcome : Outcome.values()) {
            json.writeNumberField(
                    outcome.name().toLowerCase(Locale.ROOT), message.report().count(outcome));
        }
        json.writeEndObject();
        json.writeStringField("text", message.text());
        json.writeArrayFieldStart("findings");
        for (Finding finding : message.broken().stream().limit(MOST_FINDINGS).toList()) {
            json.writeStartObject();
            json.writeStringField("dataset", Display.visible(finding.dataset().name()));
            json.writeStringField(
                    "partition", Display.visible(finding.partition().label()));
            json.writeStringField("check", finding.check().name());
            json.writeStringField("outcome", finding.outcome().name());
            json.writeStringField("text", finding.text());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberField("more", Math.max(0, message.broken().size() - MOST_FINDINGS));
    }
}
