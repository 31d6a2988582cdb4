// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.delivery.Notification;
import io.lakecheck.delivery.Notification.Occasion;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The words of {@code notify}: who is told of a run. */
final class NotificationWords {

    private static final Term<Occasion> ON = Term.defaulting(
            "on",
            ChoiceType.of("occasion", Occasion.class),
            "fail",
            "change",
            "Which runs are worth a message: `fail` where something failed or could not be looked at, `warn` these and"
                    + " warnings, `change` where a dataset ended otherwise than the run before, `always` all.");

    private static final Term<String> SLACK = Term.optional(
            "slack",
            VariableNameType.TYPE,
            "SLACK_WEBHOOK_URL",
            "The environment variable that holds the URL of a Slack webhook, never the URL itself.");

    private static final Term<String> WEBHOOK = Term.optional(
            "webhook",
            VariableNameType.TYPE,
            "LAKE_WEBHOOK_URL",
            "The environment variable that holds the URL that is sent the message as JSON, never the URL itself.");

    private static final Term<String> SNS = Term.optional(
            "sns",
            new TextType(
                    "ARN of a topic",
                    "the ARN of a topic, such as arn:aws:sns:eu-west-1:123456789012:data-team",
                    "arn:[a-z-]+:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_.-]{1,256}"),
            "arn:aws:sns:eu-west-1:123456789012:data-team",
            "The SNS topic that the message is published to.");

    static final Vocabulary WORDS = new Vocabulary(
            "notify",
            "Who is told of a run, in one message, and how SNS is reached. Failing to tell never changes a verdict.",
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
