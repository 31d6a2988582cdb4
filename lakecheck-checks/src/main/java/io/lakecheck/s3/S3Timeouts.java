// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import java.time.Duration;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/**
 * How long S3 is waited for and how often it is asked again. A thread that waits for bytes can't be woken, so nothing
 * that hangs lasts longer than {@code silence} past any other limit.
 *
 * @param connect how long a connection may take
 * @param silence how long a connection may be silent
 * @param attempt how long one request may take
 * @param call how long one request and its repetitions may take
 * @param attempts how often a request is made in all when it fails
 * @param readings how often a page is asked for in all when what comes can't be believed
 * @param pause how long to wait before asking again
 */
record S3Timeouts(
        Duration connect,
        Duration silence,
        Duration attempt,
        Duration call,
        int attempts,
        int readings,
        BackoffStrategy pause) {

    /** Outlasts a scale-up of S3 and a lost connection; a page that is there takes well under a second. */
    static final S3Timeouts DEFAULT = new S3Timeouts(
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            5,
            3,
            BackoffStrategy.exponentialDelay(Duration.ofMillis(200), Duration.ofSeconds(5)));
}
