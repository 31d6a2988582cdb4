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
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;

/** Builds the S3 client for a connection. */
record S3Access(Connection connection, S3Timeouts timeouts) {

    /** @throws LakeException if no region is set, the endpoint is invalid, or the AWS configuration can't be read */
    S3Client client(ScheduledExecutorService timer) {
        return client(timer, retries(), List.of());
    }

    /** Returns a client that reads pages and doesn't retry requests that failed because of congestion. */
    S3Client client(ScheduledExecutorService timer, Congestion congestion) {
        return client(timer, new UncongestedRetries(retries(), congestion), List.of(new PageInterceptor()));
    }

    private S3Client client(
            ScheduledExecutorService timer, RetryStrategy retries, List<ExecutionInterceptor> interceptors) {
        try {
            AwsConnection resolved = AwsConnection.resolve(AwsApi.S3, connection);
            boolean pathStyle =
                    connection.pathStyle().orElse(resolved.endpoint().isPresent());
            return resolved.client(
                    S3Client.builder().forcePathStyle(pathStyle), timeouts.requests(), overrides -> overrides
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
