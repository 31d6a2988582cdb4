// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.aws;

import java.time.Duration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.retries.StandardRetryStrategy;

/**
 * Timeouts and the number of attempts for an AWS API. A thread that waits for bytes can't be interrupted, so a hanging
 * request may exceed the other limits by up to {@code silence}.
 *
 * @param connect the maximum time for opening a connection
 * @param silence the maximum time without receiving any data
 * @param attempt the maximum time for one attempt
 * @param call the maximum time for a request, including all retries
 * @param attempts the maximum number of times that a request is sent
 */
public record AwsTimeouts(Duration connect, Duration silence, Duration attempt, Duration call, int attempts) {

    /** Returns a new retry strategy. Each client needs its own strategy, because a strategy keeps state. */
    public StandardRetryStrategy retries() {
        return AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .maxAttempts(attempts)
                .build();
    }

    /** Returns the builder of an HTTP client with these timeouts. */
    public UrlConnectionHttpClient.Builder httpClient() {
        return UrlConnectionHttpClient.builder().connectionTimeout(connect).socketTimeout(silence);
    }

    ClientOverrideConfiguration.Builder overrides() {
        return ClientOverrideConfiguration.builder()
                .retryStrategy(retries())
                .apiCallAttemptTimeout(attempt)
                .apiCallTimeout(call);
    }
}
