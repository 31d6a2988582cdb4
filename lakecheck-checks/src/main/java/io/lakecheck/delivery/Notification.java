// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.delivery;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * The destinations for the message about a run. Webhook URLs are secrets, so a suite contains only the names of the
 * environment variables that hold them.
 *
 * @param on the runs after which a message is sent
 * @param slack the name of the environment variable with the URL of a Slack webhook
 * @param webhook the name of the environment variable with the URL that receives the message as JSON
 * @param sns the ARN of the SNS topic that the message is published to
 * @param connection the connection settings for SNS that differ from those for S3
 */
public record Notification(
        Occasion on, Optional<String> slack, Optional<String> webhook, Optional<String> sns, Connection connection) {

    /** The runs after which a message is sent. */
    public enum Occasion {
        /** Runs in which a check failed or could not be completed. */
        FAIL,
        /** Runs in which a check failed, warned or could not be completed. */
        WARN,
        /**
         * Runs in which the outcome of a dataset differs from that in the previous run; for the first run, the same as
         * {@link #WARN}.
         */
        CHANGE,
        /** All runs. */
        ALWAYS
    }

    public Notification {
        if (Stream.of(slack, webhook, sns).allMatch(Optional::isEmpty)) {
            throw new IllegalArgumentException("no destination given. Set at least one of slack, webhook and sns");
        }
        Stream.of(slack, webhook).flatMap(Optional::stream).forEach(Notification::checkVariable);
        if (sns.filter(arn -> !arn.matches("arn:[a-z-]+:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_.-]{1,256}"))
                .isPresent()) {
            throw new IllegalArgumentException("the value of 'sns' is not the ARN of an SNS topic. Use an ARN such as"
                    + " arn:aws:sns:eu-west-1:123456789012:data-team");
        }
    }

    /**
     * Checks the name of an environment variable. The error message does not contain an invalid name, because it may be
     * the secret URL itself.
     */
    private static void checkVariable(String name) {
        if (!name.matches("[A-Za-z_][A-Za-z0-9_]{0,127}")) {
            throw new IllegalArgumentException(
                    "the value is not the name of an environment variable. Use the name of the variable that holds the URL,"
                            + " for example SLACK_WEBHOOK_URL, not the URL itself");
        }
    }
}
