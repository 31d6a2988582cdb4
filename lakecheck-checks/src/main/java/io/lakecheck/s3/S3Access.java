// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import io.lakecheck.aws.AwsApi;
import io.lakecheck.aws.AwsConnection;
import io.lakecheck.aws.AwsException;
import io.lakecheck.delivery.Connection;
import io.lakecheck.lake.LakeException;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.utils.AttributeMap;

/** Builds the S3 client for a connection. */
record S3Access(Connection connection, S3Timeouts timeouts) {

    /** A builder that returns an HTTP client that already exists. */
    private record Ready(SdkHttpClient http) implements SdkHttpClient.Builder<Ready> {

        @Override
        public SdkHttpClient buildWithDefaults(AttributeMap defaults) {
            return http;
        }
    }

    /** @throws LakeException if no region is set, the endpoint is invalid, or the AWS configuration can't be read */
    S3Client client(ScheduledExecutorService timer) {
        return client(timer, http(), retries(), List.of());
    }

    /**
     * Returns a client that reads pages and doesn't retry requests that failed because of congestion.
     *
     * @param http sends the client's requests; closing the client also closes it
     */
    S3Client client(ScheduledExecutorService timer, SdkHttpClient http, Congestion congestion) {
        return client(timer, http, new UncongestedRetries(retries(), congestion), List.of(new PageInterceptor()));
    }

    /** Returns an HTTP client with the timeouts of this connection. */
    SdkHttpClient http() {
        return timeouts.requests().httpClient().build();
    }

    private S3Client client(
            ScheduledExecutorService timer,
            SdkHttpClient http,
            RetryStrategy retries,
            List<ExecutionInterceptor> interceptors) {
        try {
            AwsConnection resolved = AwsConnection.resolve(AwsApi.S3, connection);
            boolean pathStyle =
                    connection.pathStyle().orElse(resolved.endpoint().isPresent());
            return resolved.client(
                    S3Client.builder().forcePathStyle(pathStyle),
                    timeouts.requests(),
                    new Ready(http),
                    overrides -> overrides
                            .scheduledExecutorService(timer)
                            .retryStrategy(retries)
                            .executionInterceptors(interceptors));
        } catch (AwsException e) {
            throw new LakeException(e.reason(), e.getMessage(), e);
        }
    }

    private StandardRetryStrategy retries() {
        return timeouts.requests().retries().toBuilder()
                .backoffStrategy(timeouts.pause())
                .throttlingBackoffStrategy(timeouts.pause())
                .build();
    }
}
