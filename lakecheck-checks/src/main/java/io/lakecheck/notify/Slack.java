// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.notify;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * A Slack channel, reached through an incoming webhook. Names from a lake or suite appear as plain text: they can't
 * contain mentions, formatting or links.
 *
 * @param variable the name of the environment variable that holds the webhook URL
 */
record Slack(String variable, Function<String, Optional<String>> environment, Duration timeout) implements Channel {

    @Override
    public String name() {
        return "Slack (" + variable + ")";
    }

    @Override
    public void send(Message message) throws NotificationException {
        HttpPost.to(variable, environment, timeout).json(JsonObject.encode(json -> {
            json.writeStringField("text", escaped(message.text()));
            json.writeBooleanField("mrkdwn", false);
            json.writeStringField("parse", "none");
            json.writeBooleanField("link_names", false);
            json.writeBooleanField("unfurl_links", false);
            json.writeBooleanField("unfurl_media", false);
        }));
    }

    /** Escapes {@code &}, {@code <} and {@code >}, which Slack always interprets. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
