// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.notify;

import io.lakecheck.aws.AwsApi;
import io.lakecheck.aws.AwsConnection;
import io.lakecheck.aws.AwsErrors;
import io.lakecheck.aws.AwsException;
import io.lakecheck.aws.AwsTimeouts;
import io.lakecheck.delivery.Connection;
import io.lakecheck.lake.LakeException.Reason;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishRequest;

/**
 * An SNS topic. Messages have the run's outcome as an attribute, so that subscriptions can filter by outcome.
 *
 * @param topic the topic's ARN, which includes the region
 * @param connection the connection settings for SNS
 * @param timeout the time limit for all attempts together
 */
record Sns(String topic, Connection connection, Duration timeout) implements Channel {

    private static final int ATTEMPTS = 3;

    /** The maximum length of a subject, in ASCII characters. */
    private static final int LONGEST_SUBJECT = 100;

    @Override
    public String name() {
        return "SNS (" + topic + ")";
    }

    @Override
    public void send(Message message) throws NotificationException {
        AwsErrors errors = new AwsErrors(AwsApi.SNS, AwsApi.SNS.toString());
        try (SnsClient client = client()) {
            errors = AwsErrors.of(AwsApi.SNS, client.serviceClientConfiguration());
            // The SDK accepts any response with status 200, even a proxy's login page. Only SNS returns a message ID.
            if (client.publish(request(message)).messageId() == null) {
                throw errors.impostor("it has status 200 but no message ID", null);
            }
        } catch (RuntimeException e) {
            throw new NotificationException(errors.explain(e, this::rejection).getMessage());
        }
    }

    private PublishRequest request(Message message) {
        MessageAttributeValue outcome = MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(message.report().outcome().name())
                .build();
        return PublishRequest.builder()
                .topicArn(topic)
                .subject(subject(message.headline()))
                .message(message.text())
                .messageAttributes(Map.of("outcome", outcome))
                .build();
    }

    private SnsClient client() {
        Connection inTopicRegion = connection.or(new Connection(
                Optional.empty(), Optional.of(topic.split(":", -1)[3]), Optional.empty(), Optional.empty()));
        return AwsConnection.resolve(AwsApi.SNS, inTopicRegion)
                .client(SnsClient.builder(), new AwsTimeouts(timeout, timeout, timeout, timeout, ATTEMPTS));
    }

    private static String subject(String headline) {
        String ascii = headline.replaceAll("[^\\x20-\\x7e]", "?");
        return ascii.substring(0, Math.min(LONGEST_SUBJECT, ascii.length()));
    }

    private Optional<AwsException> rejection(AwsServiceException response) {
        String detail = " (" + AwsErrors.describe(response) + "). ";
        if (AwsErrors.isForbidden(response)) {
            return Optional.of(new AwsException(
                    Reason.DENIED,
                    "access denied" + detail + "Grant sns:Publish on " + topic + " to the role that runs lakecheck.",
                    response));
        }
        return AwsErrors.code(response).startsWith("NotFound")
                ? Optional.of(new AwsException(
                        Reason.UNEXPECTED,
                        "the topic does not exist" + detail
                                + "Correct its ARN, or check the endpoint and the AWS account.",
                        response))
                : Optional.empty();
    }
}
