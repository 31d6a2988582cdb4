// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.time.Instant;
import java.util.Map;

/**
 * A value of a metric, as it was published to CloudWatch.
 *
 * @param namespace the suite's namespace
 * @param name the metric's name, such as {@code TotalFileSize}
 * @param unit the unit, such as {@code Bytes}
 * @param dimensions the names and values of the dimensions, such as {@code FunctionName} and {@code file_size_check}
 * @param at the time as of which the lake was checked
 * @param value the value
 */
public record RecordedMetric(
        String namespace, String name, String unit, Map<String, String> dimensions, Instant at, double value) {

    public RecordedMetric {
        dimensions = Map.copyOf(dimensions);
    }
}
