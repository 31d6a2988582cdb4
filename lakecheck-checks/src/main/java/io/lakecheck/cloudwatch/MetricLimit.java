// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import io.lakecheck.Check;
import io.lakecheck.Dataset;
import io.lakecheck.DeltaCheck;
import io.lakecheck.MissingPolicy;
import io.lakecheck.SizeCheck;
import io.lakecheck.baseline.SeasonalBaseline;
import io.lakecheck.baseline.Volume;
import io.lakecheck.value.ByteSize;
import io.lakecheck.value.Percentage;
import java.time.Duration;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A check's limit on a published metric, for alarms and charts.
 *
 * @param metric the metric that is limited
 * @param isLower whether the limit is a minimum; otherwise it is a maximum
 * @param threshold the limit, in the metric's unit
 * @param problem the problem to state in the alarm's description, as a phrase such as {@code has less than 195 kB}
 */
record MetricLimit(Metric metric, boolean isLower, double threshold, String problem) {

    /**
     * Returns a check's limits on size and percentage change, for alarms. Returns none if a metric's value alone does
     * not show whether the limits are met.
     */
    static Stream<MetricLimit> of(Dataset dataset, Check check) {
        if (check instanceof SizeCheck size) {
            return ofSize(size);
        }
        return check instanceof DeltaCheck delta && isDecidedByPercentage(dataset, delta)
                ? ofDelta(delta)
                : Stream.empty();
    }

    private static Stream<MetricLimit> ofSize(SizeCheck size) {
        return Stream.of(
                        size.total().min().stream().mapToObj(min -> bytes(min, true, "has less than ")),
                        size.total().max().stream().mapToObj(max -> bytes(max, false, "has more than ")))
                .flatMap(Function.identity());
    }

    private static MetricLimit bytes(long limit, boolean isLower, String problem) {
        return new MetricLimit(Metric.TOTAL_FILE_SIZE, isLower, limit, problem + new ByteSize(limit).exact());
    }

    private static Stream<MetricLimit> ofDelta(DeltaCheck delta) {
        String against = " compared with the baseline '" + delta.against() + "'";
        return Stream.of(
                        delta.tolerance().drop().stream()
                                .map(drop -> percent(drop.negated(), true, "dropped by more than " + drop + against)),
                        delta.tolerance().rise().stream()
                                .map(rise -> percent(rise, false, "rose by more than " + rise + against)))
                .flatMap(Function.identity());
    }

    private static MetricLimit percent(Percentage limit, boolean isLower, String problem) {
        return new MetricLimit(
                Metric.TOTAL_FILE_SIZE_DELTA_PERCENT, isLower, limit.percent().doubleValue(), problem);
    }

    /**
     * Returns whether the published percentage alone decides the check's outcome. This requires that the check is the
     * dataset's first {@code delta} check of bytes, has fixed limits that apply even to small changes, and fails if the
     * partition is absent. Other checks only get an alarm on their outcome.
     */
    private static boolean isDecidedByPercentage(Dataset dataset, DeltaCheck delta) {
        return dataset.checks().stream()
                        .filter(DeltaCheck.class::isInstance)
                        .map(DeltaCheck.class::cast)
                        .filter(each -> each.of() == Volume.BYTES)
                        .findFirst()
                        .filter(delta::equals)
                        .isPresent()
                && !(delta.against() instanceof SeasonalBaseline)
                && delta.tolerance().atLeast() == 0
                && delta.policies().whenAbsent() == MissingPolicy.FAIL;
    }

    /** Returns the end of the alarm's name. */
    String suffix() {
        return isLower ? "-below" : "-above";
    }

    AlarmRule rule(Duration period) {
        return isLower ? AlarmRule.below(threshold, period) : AlarmRule.above(threshold, period);
    }
}
