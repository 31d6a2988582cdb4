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
 * Delays messages that come again: they become visible when their partition may be complete. If that fails, they become
 * visible after the queue's visibility timeout. Connects to SQS on first use. For one thread.
 */
final class MessageDelay implements AutoCloseable {

    /** The maximum that SQS allows. */
    private static final Duration LONGEST = Duration.ofHours(12);

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

    /** Returns the URL of the queue with this ARN: {@code arn:aws:sqs:eu-west-1:123456789012:arrivals}. */
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
