// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.notify;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * A channel of Slack, by the address of an incoming webhook. Text is only text there: no mention, no format, no link.
 */
record Slack(String variable, Function<String, Optional<String>> environment, Duration patience) implements Channel {

    @Override
    public String name() {
        return "Slack (" + variable + ")";
    }

    @Override
    public void report(Message message) throws NotificationException {
        HttpPost.to(variable, environment, patience).json(JsonObject.of(json -> {
            json.writeStringField("text", escaped(message.text()));
            json.writeBooleanField("mrkdwn", false);
            json.writeStringField("parse", "none");
            json.writeBooleanField("link_names", false);
            json.writeBooleanField("unfurl_links", false);
            json.writeBooleanField("unfurl_media", false);
        }));
    }

    /** The three characters that mean something to Slack wherever they stand. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
