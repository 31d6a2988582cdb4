// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import io.lakecheck.Check;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;

/**
 * A metric that lakecheck publishes. The names and units must not change, because existing charts and alarms use them.
 * The string constants are values of the dimension {@code FunctionName}.
 */
enum Metric {
    TOTAL_FILE_SIZE("TotalFileSize", StandardUnit.BYTES),
    TOTAL_FILE_SIZE_DELTA("TotalFileSizeDelta", StandardUnit.BYTES),
    TOTAL_FILE_SIZE_DELTA_PERCENT("TotalFileSizeDeltaPercent", StandardUnit.PERCENT),
    OBJECT_COUNT("ObjectCount", StandardUnit.COUNT),
    PARTITION_PRESENT("PartitionPresent", StandardUnit.COUNT),
    LATENESS("Lateness", StandardUnit.SECONDS),
    CHECK_FAILED("CheckFailed", StandardUnit.COUNT),
    CHECK_UNKNOWN("CheckUnknown", StandardUnit.COUNT);

    static final String RECENCY = "file_recency_check";
    static final String SIZE = "file_size_check";
    static final String DELTA = "file_delta_check";

    private final String text;
    private final StandardUnit unit;

    Metric(String text, StandardUnit unit) {
        this.text = text;
        this.unit = unit;
    }

    StandardUnit unit() {
        return unit;
    }

    /** Returns the value of the dimension {@code FunctionName} for a check, such as {@code file_size_check}. */
    static String function(Check check) {
        return "file_" + check.name() + "_check";
    }

    /** Returns the metric's name in CloudWatch, such as {@code TotalFileSize}. */
    @Override
    public String toString() {
        return text;
    }
}
