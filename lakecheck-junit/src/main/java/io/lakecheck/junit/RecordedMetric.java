// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.time.Instant;
import java.util.Map;

/**
 * One number for CloudWatch.
 *
 * @param namespace of the suite
 * @param name such as {@code TotalFileSize}
 * @param unit such as {@code Bytes}
 * @param dimensions names and values, such as {@code FunctionName} and {@code file_size_check}
 * @param at the moment for which it holds: the test's now
 * @param value the number
 */
public record RecordedMetric(
        String namespace, String name, String unit, Map<String, String> dimensions, Instant at, double value) {

    public RecordedMetric {
        dimensions = Map.copyOf(dimensions);
    }
}
