// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lambda;

import io.lakecheck.aws.AwsApi;
import io.lakecheck.aws.AwsConnection;
import io.lakecheck.aws.AwsErrors;
import io.lakecheck.aws.AwsTimeouts;
import io.lakecheck.delivery.Connection;
import io.lakecheck.report.Console;
import io.lakecheck.value.Display;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Delays the redelivery of SQS messages until their partitions may be complete. If a message can't be delayed, the
 * queue delivers it after its visibility timeout. Connects to SQS on first use. Not thread-safe.
 */
final class MessageDelay implements AutoCloseable {

    /** The maximum delay. SQS allows 12 hours, counted from when the function received the message. */
    private static final Duration LONGEST = Duration.ofHours(11);

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final Console log;
    private @Nullable SqsClient client;

    MessageDelay(Console log) {
        this.log = log;
    }

    void delay(QueueMessage message, Duration span) {
        String[] arn = message.queue().split(":", -1);
        if (arn.length != 6) {
            return;
        }
        AwsErrors errors = new AwsErrors(AwsApi.SQS, AwsApi.SQS.toString());
        try {
            SqsClient sqs = client(arn[3]);
            errors = AwsErrors.of(AwsApi.SQS, sqs.serviceClientConfiguration());
            Duration delay = span.compareTo(LONGEST) < 0 ? span : LONGEST;
            sqs.changeMessageVisibility(change -> change.queueUrl(url(arn))
                    .receiptHandle(message.receipt())
                    .visibilityTimeout((int) delay.plusSeconds(1).toSeconds()));
        } catch (RuntimeException e) {
            log.warn("message " + Display.visible(message.id())
                    + " will be delivered again after the queue's visibility timeout, because it can't be delayed: "
                    + errors.explain(e, rejection -> Optional.empty()).getMessage() + " Grant"
                    + " sqs:ChangeMessageVisibility on " + Display.visible(message.queue())
                    + " to the function's role.");
        }
    }

    private SqsClient client(String region) {
        if (client == null) {
            Connection connection =
                    new Connection(Optional.empty(), Optional.of(region), Optional.empty(), Optional.empty());
            client = AwsConnection.resolve(AwsApi.SQS, connection)
                    .client(SqsClient.builder(), new AwsTimeouts(TIMEOUT, TIMEOUT, TIMEOUT, TIMEOUT, 2));
        }
        return client;
    }

    /**
     * Returns the URL of a queue.
     *
     * @param arn the parts of the queue's ARN, such as {@code arn:aws:sqs:eu-west-1:123456789012:arrivals}, split at
     *     colons
     */
    private static String url(String[] arn) {
        String domain = arn[1].equals("aws-cn") ? "amazonaws.com.cn" : "amazonaws.com";
        return "https://sqs." + arn[3] + "." + domain + "/" + arn[4] + "/" + arn[5];
    }

    @Override
    public void close() {
        if (client != null) {
            client.close();
        }
    }
}
