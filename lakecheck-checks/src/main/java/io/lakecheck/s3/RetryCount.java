// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import io.lakecheck.lake.Lake;
import software.amazon.awssdk.metrics.MetricCollection;
import software.amazon.awssdk.metrics.MetricPublisher;

/**
 * Reports the SDK's retries to a listener. The SDK publishes a call's metrics on the calling thread when the call has
 * succeeded or failed.
 */
record RetryCount(Lake.Listener listener) implements MetricPublisher {

    private static final String ATTEMPT = "ApiCallAttempt";

    @Override
    public void publish(MetricCollection call) {
        call.children().stream()
                .filter(child -> child.name().equals(ATTEMPT))
                .skip(1)
                .forEach(retry -> listener.onRetry());
    }

    @Override
    public void close() {
        // Nothing to release.
    }
}
