// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import java.util.Map;

/**
 * Where the metrics of a run go.
 *
 * @param namespace CloudWatch namespace
 * @param dimensions names and values that replace the derived ones, for every dataset
 * @param enabled whether to publish
 * @param required whether the build fails where publishing does
 */
public record Metrics(String namespace, Map<String, String> dimensions, boolean enabled, boolean required) {

    public Metrics {
        dimensions = Map.copyOf(dimensions);
    }
}
