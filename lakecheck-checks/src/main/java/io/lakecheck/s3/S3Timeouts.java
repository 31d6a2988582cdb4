// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import io.lakecheck.aws.AwsTimeouts;
import java.time.Duration;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/**
 * How long to wait for S3 and how often to retry.
 *
 * @param requests limits of a request, which the SDK retries if it fails
 * @param reads how often a page is requested at most if its content is invalid
 * @param pause how long to wait before a retry
 */
record S3Timeouts(AwsTimeouts requests, int reads, BackoffStrategy pause) {

    /** Outlasts a scale-up of S3 and a lost connection; a page normally takes well under a second. */
    static final S3Timeouts DEFAULT = new S3Timeouts(
            new AwsTimeouts(
                    Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(1), 5),
            3,
            BackoffStrategy.exponentialDelay(Duration.ofMillis(200), Duration.ofSeconds(5)));
}
