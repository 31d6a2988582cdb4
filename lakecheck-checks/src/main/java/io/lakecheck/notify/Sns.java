// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.notify;

import io.lakecheck.delivery.Connection;
import io.lakecheck.value.Display;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.SnsClientBuilder;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishRequest;

/**
 * A topic of SNS. Its messages carry the outcome as an attribute, so that a subscription can filter by it.
 *
 * @param topic its ARN; also says the region
 * @param connection how it is reached
 * @param patience how long all of it may take
 */
record Sns(String topic, Connection connection, Duration patience) implements Channel {

    private static final int ATTEMPTS = 3;

    /** A subject is this long at most, of ASCII alone. */
    private static final int LONGEST_SUBJECT = 100;

    @Override
    public String name() {
        return "SNS (" + topic + ")";
    }

    @Override
    public void report(Message message) throws NotificationException {
        MessageAttributeValue outcome = MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(message.report().outcome().name())
                .build();
        PublishRequest request = PublishRequest.builder()
                .topicArn(topic)
                .subject(subject(message.headline()))
                .message(message.text())
                .messageAttributes(Map.of("outcome", outcome))
                .build();
        try (SnsClient client = client()) {
            // The SDK takes any 200 for a yes, also the log-in page of a proxy.
            if (client.publish(request).messageId() == null) {
                throw new NotificationException("what answered is not SNS; look for a proxy, or at the endpoint");
            }
        } catch (RuntimeException trouble) {
            throw new NotificationException(why(trouble));
        }
    }

    private SnsClient client() {
        ClientOverrideConfiguration.Builder override = ClientOverrideConfiguration.builder()
                .retryStrategy(
                        StandardRetryStrategy.builder().maxAttempts(ATTEMPTS).build())
                .apiCallAttemptTimeout(patience)
                .apiCallTimeout(patience);
        connection.profile().ifPresent(override::defaultProfileName);
        SnsClientBuilder builder = SnsClient.builder()
                .region(Region.of(connection.region().orElseGet(() -> topic.split(":", -1)[3])))
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(patience)
                        .socketTimeout(patience))
                .overrideConfiguration(override.build());
        connection.endpoint().map(URI::create).ifPresent(builder::endpointOverride);
        connection.profile().map(ProfileCredentialsProvider::create).ifPresent(builder::credentialsProvider);
        return builder.build();
    }

    private static String subject(String headline) {
        String ascii = headline.replaceAll("[^\\x20-\\x7e]", "?");
        return ascii.substring(0, Math.min(LONGEST_SUBJECT, ascii.length()));
    }

    private String why(RuntimeException trouble) {
        if (trouble instanceof AwsServiceException answer) {
            String told = Display.visible(answer.statusCode() + " "
                    + Optional.ofNullable(answer.awsErrorDetails())
                            .map(AwsErrorDetails::errorCode)
                            .orElse(""));
            return answer.statusCode() == 403
                    ? "denied (" + told + "); allow sns:Publish on " + topic
                    : "it answered " + told;
        }
        return trouble instanceof ApiCallTimeoutException
                        || trouble instanceof ApiCallAttemptTimeoutException
                        || trouble instanceof AbortedException
                ? "no answer in time"
                : Display.visible(String.valueOf(trouble.getMessage()));
    }
}
