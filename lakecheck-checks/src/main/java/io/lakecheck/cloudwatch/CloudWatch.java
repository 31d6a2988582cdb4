// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import io.lakecheck.Connection;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClientBuilder;

/** How CloudWatch is spoken to: patient with throttling, but with an end to every wait. Requests of 10 kB and more travel gzipped. */
final class CloudWatch {

    /** Any will do where the server is told by its address. */
    private static final Region ANY = Region.US_EAST_1;

    private static final Duration CONNECT = Duration.ofSeconds(5);

    private CloudWatch() {}

    /**
     * Opens a client, for the caller to close.
     *
     * @throws software.amazon.awssdk.core.exception.SdkClientException where the region is not told anywhere
     */
    static CloudWatchClient open(Connection connection, Patience patience) {
        CloudWatchClientBuilder builder = CloudWatchClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(patience.answer()))
                .overrideConfiguration(override(connection, patience));
        connection.endpoint().map(URI::create).ifPresent(endpoint -> builder.endpointOverride(endpoint)
                .region(ANY));
        connection.region().map(Region::of).ifPresent(builder::region);
        return builder.build();
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
        static final Patience FOR_ALARMS = new Patience(10, Duration.ofSeconds(10), Duration.ofMinutes(2));
    }
}
