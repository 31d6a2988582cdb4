// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.aws;

import java.time.Duration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.retries.StandardRetryStrategy;

/**
 * How long to wait for an AWS API and how often to retry. A thread that waits for bytes can't be interrupted, so a
 * hanging request may exceed any other limit by {@code silence}.
 *
 * @param connect limit for opening a connection
 * @param silence limit for a connection without any data
 * @param attempt limit for one request
 * @param call limit for a request including its retries
 * @param attempts how often a failing request is sent at most
 */
public record AwsTimeouts(Duration connect, Duration silence, Duration attempt, Duration call, int attempts) {

    /** Returns a new retry strategy, which keeps the state of one client. */
    public StandardRetryStrategy retries() {
        return AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .maxAttempts(attempts)
                .build();
    }

    UrlConnectionHttpClient.Builder httpClient() {
        return UrlConnectionHttpClient.builder().connectionTimeout(connect).socketTimeout(silence);
    }

    ClientOverrideConfiguration.Builder overrides() {
        return ClientOverrideConfiguration.builder()
                .retryStrategy(retries())
                .apiCallAttemptTimeout(attempt)
                .apiCallTimeout(call);
    }
}
