// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.delivery.Notification;
import io.lakecheck.delivery.Notification.Occasion;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The keys in {@code notify}, which set who receives the result of a run. */
final class NotificationWords {

    private static final Term<Occasion> ON = Term.defaulting(
            "on",
            ChoiceType.of("notification trigger", Occasion.class),
            "fail",
            "change",
            "Which runs send a message.",
            "`fail`: runs with a FAILED or UNKNOWN check. `warn`: also runs with warnings. `change`: runs in which"
                    + " the outcome of any dataset differs from the previous run. `always`: every run.");

    private static final Term<String> SLACK = Term.optional(
            "slack",
            VariableNameType.TYPE,
            "SLACK_WEBHOOK_URL",
            "The name of the environment variable that holds the URL of a Slack webhook.",
            "The URL itself is a secret and is not accepted.");

    private static final Term<String> WEBHOOK = Term.optional(
            "webhook",
            VariableNameType.TYPE,
            "LAKE_WEBHOOK_URL",
            "The name of the environment variable that holds the URL of a webhook, which receives the message as JSON.",
            "The URL itself is a secret and is not accepted.");

    private static final Term<String> SNS = Term.optional(
            "sns",
            new TextType(
                    "topic ARN",
                    "the ARN of a topic, such as arn:aws:sns:eu-west-1:123456789012:data-team",
                    "arn:[a-z-]+:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_.-]{1,256}"),
            "arn:aws:sns:eu-west-1:123456789012:data-team",
            "The SNS topic to publish the message to.");

    static final Vocabulary WORDS = new Vocabulary(
            "notify",
            "Where to send the result of a run, and how to connect to SNS."
                    + " A message that cannot be delivered does not change any verdict.",
            Stream.of(List.of(ON, SLACK, WEBHOOK, SNS), ConnectionWords.ANY_SERVICE)
                    .<Term<?>>flatMap(List::stream)
                    .toList());

    private NotificationWords() {}

    static Optional<Notification> make(BlockValues values, Problems problems) {
        return problems.guard(
                values.origin(),
                () -> new Notification(
                        values.of(ON),
                        values.find(SLACK),
                        values.find(WEBHOOK),
                        values.find(SNS),
                        ConnectionWords.make(values)));
    }
}
