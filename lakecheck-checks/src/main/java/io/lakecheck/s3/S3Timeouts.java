// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import io.lakecheck.aws.AwsTimeouts;
import java.time.Duration;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/**
 * The timeouts and the numbers of attempts for requests to S3.
 *
 * @param requests limits for each request; the SDK retries failed requests
 * @param reads the maximum number of times that a page is requested if its content is invalid
 * @param pause how long to wait before a retry
 */
record S3Timeouts(AwsTimeouts requests, int reads, BackoffStrategy pause) {

    /**
     * The default limits. They give S3 enough time to scale up, and a lost connection enough time to recover. A page
     * normally arrives in less than a second.
     */
    static final S3Timeouts DEFAULT = new S3Timeouts(
            new AwsTimeouts(
                    Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(1), 5),
            3,
            BackoffStrategy.exponentialDelay(Duration.ofMillis(200), Duration.ofSeconds(5)));
}
