// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.delivery;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who is told of a run, in one message. Addresses that let anybody in who knows them never stand in a suite: it says in
 * which environment variable they are.
 *
 * @param on which runs are worth a message
 * @param slack the environment variable that holds the URL of a Slack webhook
 * @param webhook the environment variable that holds the URL that is sent the message as JSON
 * @param sns the ARN of the SNS topic that the message is published to
 * @param connection how SNS is reached where it differs from S3
 */
public record Notification(
        Occasion on, Optional<String> slack, Optional<String> webhook, Optional<String> sns, Connection connection) {

    /** Which runs are worth a message. */
    public enum Occasion {
        /** Something failed, or could not be looked at. */
        FAIL,
        /** That, or a warning. */
        WARN,
        /** Some dataset ended otherwise than the run before; without one before, as {@link #WARN}. */
        CHANGE,
        /** Every run. */
        ALWAYS
    }

    public Notification {
        if (Stream.of(slack, webhook, sns).allMatch(Optional::isEmpty)) {
            throw new IllegalArgumentException("nobody is told; write at least one of slack, webhook, sns");
        }
        Stream.of(slack, webhook).flatMap(Optional::stream).forEach(Notification::checkVariable);
        if (sns.filter(arn -> !arn.matches("arn:[a-z-]+:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_.-]{1,256}"))
                .isPresent()) {
            throw new IllegalArgumentException(
                    "sns is the ARN of a topic, such as arn:aws:sns:eu-west-1:123456789012:data-team");
        }
    }

    /** Never says what stands there instead: it may well be the address itself. */
    private static void checkVariable(String name) {
        if (!name.matches("[A-Za-z_][A-Za-z0-9_]{0,127}")) {
            throw new IllegalArgumentException(
                    "an address is given as the name of the environment variable that holds it, such as"
                            + " SLACK_WEBHOOK_URL; what stands here is no such name");
        }
    }
}
