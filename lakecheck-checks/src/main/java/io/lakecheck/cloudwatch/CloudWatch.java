// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import io.lakecheck.Suite;
import io.lakecheck.delivery.Connection;
import io.lakecheck.delivery.Metrics;
import io.lakecheck.value.Display;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClientBuilder;

/**
 * How CloudWatch is spoken to: patient with throttling, but with an end to every wait. Requests of 10 kB and more
 * travel gzipped.
 */
final class CloudWatch {

    private static final String REQUEST_ID = "x-amzn-RequestId";

    private static final Duration CONNECT = Duration.ofSeconds(5);

    private CloudWatch() {}

    /**
     * How a suite reaches it. Region and profile are the account's; the lake's endpoint may be one that knows S3 alone.
     */
    static Connection connection(Suite suite, Metrics metrics) {
        Connection lake = suite.connection();
        return metrics.connection()
                .or(new Connection(Optional.empty(), lake.region(), lake.profile(), Optional.empty()));
    }

    /**
     * Opens a client, for the caller to close.
     *
     * @throws SdkClientException where the endpoint is no address, or the region is not told anywhere
     */
    static CloudWatchClient open(Connection connection, Patience patience) {
        CloudWatchEndpoint place = CloudWatchEndpoint.of(connection);
        CloudWatchClientBuilder builder = CloudWatchClient.builder()
                .region(place.region())
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(patience.answer()))
                .overrideConfiguration(override(connection, patience));
        place.endpoint().ifPresent(builder::endpointOverride);
        connection.profile().map(ProfileCredentialsProvider::create).ifPresent(builder::credentialsProvider);
        return builder.build();
    }

    /** Whom a client asks: {@code CloudWatch in eu-west-1}, or the address of a server of one's own. */
    static String where(CloudWatchClient client) {
        return client.serviceClientConfiguration()
                .endpointOverride()
                .map(URI::toString)
                .map(Display::visible)
                .orElseGet(() ->
                        "CloudWatch in " + client.serviceClientConfiguration().region());
    }

    /**
     * The answer, where CloudWatch gave it. The SDK takes any 200 for a yes, also the empty one of a proxy. AWS numbers
     * its answers.
     *
     * @throws IllegalStateException where something else answered
     */
    static <A extends SdkResponse> A proved(A answer) {
        if (answer.sdkHttpResponse().firstMatchingHeader(REQUEST_ID).isEmpty()) {
            throw new IllegalStateException("what answered is not CloudWatch (200 without " + REQUEST_ID
                    + "); look for a proxy, or at the endpoint");
        }
        return answer;
    }

    private static ClientOverrideConfiguration override(Connection connection, Patience patience) {
        ClientOverrideConfiguration.Builder override = ClientOverrideConfiguration.builder()
                .retryStrategy(StandardRetryStrategy.builder()
                        .maxAttempts(patience.attempts())
                        .build())
                .apiCallAttemptTimeout(patience.answer())
                .apiCallTimeout(patience.call());
        connection.profile().ifPresent(override::defaultProfileName);
        return override.build();
    }

    /**
     * How long one waits.
     *
     * @param attempts how often a request is made at most
     * @param answer for the answer to one of them
     * @param call for all of them together
     */
    record Patience(int attempts, Duration answer, Duration call) {

        /** A build waits for its metrics, but not for long. */
        static final Patience FOR_METRICS = new Patience(4, Duration.ofSeconds(10), Duration.ofSeconds(30));

        /** CloudWatch takes three alarms a second. */
        static final Patience FOR_ALARMS = new Patience(6, Duration.ofSeconds(10), Duration.ofMinutes(2));
    }
}
