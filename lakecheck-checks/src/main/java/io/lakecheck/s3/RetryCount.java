// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import io.lakecheck.lake.Lake;
import software.amazon.awssdk.metrics.MetricCollection;
import software.amazon.awssdk.metrics.MetricPublisher;

/**
 * Tells a listener how often the SDK has made a request again. The SDK reports each call when it has ended, well or
 * not, on the thread that made it.
 */
record RetryCount(Lake.Listener listener) implements MetricPublisher {

    private static final String ATTEMPT = "ApiCallAttempt";

    @Override
    public void publish(MetricCollection call) {
        call.children().stream()
                .filter(child -> child.name().equals(ATTEMPT))
                .skip(1)
                .forEach(again -> listener.onRetry());
    }

    @Override
    public void close() {
        // It holds nothing.
    }
}
