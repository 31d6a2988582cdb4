// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.delivery;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * The destinations of the message about a run. Webhook URLs are secrets, so a suite contains only the names of the
 * environment variables that hold them.
 *
 * @param on which runs cause a message
 * @param slack environment variable with the URL of a Slack webhook
 * @param webhook environment variable with the URL that receives the message as JSON
 * @param sns ARN of the SNS topic that the message is published to
 * @param connection connection settings for SNS that differ from those for S3
 */
public record Notification(
        Occasion on, Optional<String> slack, Optional<String> webhook, Optional<String> sns, Connection connection) {

    /** The runs that cause a message. */
    public enum Occasion {
        /** A check failed or could not be judged. */
        FAIL,
        /** A check failed, warned or could not be judged. */
        WARN,
        /** The outcome of a dataset differs from the previous run; on the first run, the same as {@link #WARN}. */
        CHANGE,
        /** Every run. */
        ALWAYS
    }

    public Notification {
        if (Stream.of(slack, webhook, sns).allMatch(Optional::isEmpty)) {
            throw new IllegalArgumentException("no destination given. Set at least one of slack, webhook, sns");
        }
        Stream.of(slack, webhook).flatMap(Optional::stream).forEach(Notification::checkVariable);
        if (sns.filter(arn -> !arn.matches("arn:[a-z-]+:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_.-]{1,256}"))
                .isPresent()) {
            throw new IllegalArgumentException(
                    "invalid sns. Use the ARN of a topic, for example arn:aws:sns:eu-west-1:123456789012:data-team");
        }
    }

    /** Does not print the invalid name, because it may be the secret URL itself. */
    private static void checkVariable(String name) {
        if (!name.matches("[A-Za-z_][A-Za-z0-9_]{0,127}")) {
            throw new IllegalArgumentException(
                    "invalid name of an environment variable. Use the name of the variable that holds the URL, for"
                            + " example SLACK_WEBHOOK_URL");
        }
    }
}
