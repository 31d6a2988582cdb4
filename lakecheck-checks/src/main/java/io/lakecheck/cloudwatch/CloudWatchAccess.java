// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import io.lakecheck.Suite;
import io.lakecheck.aws.AwsApi;
import io.lakecheck.aws.AwsConnection;
import io.lakecheck.aws.AwsErrors;
import io.lakecheck.aws.AwsTimeouts;
import io.lakecheck.delivery.Connection;
import io.lakecheck.delivery.Metrics;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;

/** Creates clients for CloudWatch and verifies its responses. */
final class CloudWatchAccess {

    /** The timeouts for publishing metrics. They are short, because a build waits until its metrics are published. */
    static final AwsTimeouts FOR_METRICS = timeouts(Duration.ofSeconds(30), 4);

    /**
     * The timeouts for changing alarms. They allow enough attempts to succeed in spite of CloudWatch's limit of three
     * alarm changes per second.
     */
    static final AwsTimeouts FOR_ALARMS = timeouts(Duration.ofMinutes(2), 6);

    private static final String REQUEST_ID = "x-amzn-RequestId";

    private CloudWatchAccess() {}

    private static AwsTimeouts timeouts(Duration call, int attempts) {
        return new AwsTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(10), call, attempts);
    }

    /**
     * Returns the connection settings for CloudWatch. The lake's region and profile apply unless the suite sets others.
     * The lake's endpoint does not apply, because it may support only S3.
     */
    static Connection connection(Suite suite, Metrics metrics) {
        Connection lake = suite.connection();
        return metrics.connection()
                .or(new Connection(Optional.empty(), lake.region(), lake.profile(), Optional.empty()));
    }

    /**
     * Opens a client. The caller must close it.
     *
     * @throws io.lakecheck.aws.AwsException if the endpoint is invalid or no region is set
     */
    static CloudWatchClient open(Connection connection, AwsTimeouts timeouts) {
        return AwsConnection.resolve(AwsApi.CLOUDWATCH, connection).client(CloudWatchClient.builder(), timeouts);
    }

    /**
     * Returns the region in which the suite's metrics are published.
     *
     * @throws io.lakecheck.aws.AwsException if no region is set
     */
    static String region(Suite suite, Metrics metrics) {
        return AwsConnection.resolve(AwsApi.CLOUDWATCH, connection(suite, metrics))
                .region()
                .id();
    }

    static AwsErrors errors(CloudWatchClient client) {
        return AwsErrors.of(AwsApi.CLOUDWATCH, client.serviceClientConfiguration());
    }

    /**
     * Returns the response if it came from CloudWatch, which includes a request ID in each response. The SDK itself
     * accepts any response with status 200, even an empty one from a proxy.
     *
     * @throws io.lakecheck.aws.AwsException if the response has no request ID and thus came from another server
     */
    static <R extends SdkResponse> R verified(R response, CloudWatchClient client) {
        if (response.sdkHttpResponse().firstMatchingHeader(REQUEST_ID).isEmpty()) {
            throw errors(client).impostor("it has status 200 but no " + REQUEST_ID, null);
        }
        return response;
    }
}
