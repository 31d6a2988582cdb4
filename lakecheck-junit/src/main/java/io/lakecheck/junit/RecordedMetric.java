// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.time.Instant;
import java.util.Map;

/**
 * One metric value for CloudWatch.
 *
 * @param namespace the suite's namespace
 * @param name the metric, such as {@code TotalFileSize}
 * @param unit the unit, such as {@code Bytes}
 * @param dimensions names and values, such as {@code FunctionName} and {@code file_size_check}
 * @param at the time of the check
 * @param value the value
 */
public record RecordedMetric(
        String namespace, String name, String unit, Map<String, String> dimensions, Instant at, double value) {

    public RecordedMetric {
        dimensions = Map.copyOf(dimensions);
    }
}
