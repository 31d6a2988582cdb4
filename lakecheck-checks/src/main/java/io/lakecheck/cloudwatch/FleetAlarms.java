// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import io.lakecheck.delivery.Metrics;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;

/**
 * The alarms of a suite that has too many datasets to give each of them its own alarms. Each is a Metrics Insights
 * query for the worst value in the suite's namespace. Missing runs have no alarm, because such queries look back three
 * hours at most.
 *
 * @param metrics the settings for metrics
 * @param period the length of an evaluation period
 */
record FleetAlarms(Metrics metrics, Duration period) {

    /** The ID of the query within an alarm. */
    private static final String ID = "worst";

    /**
     * @param absenceFails whether a check fails if a partition is absent; if not, the alarm for absent partitions has
     *     no actions
     */
    List<PlannedAlarm> all(boolean absenceFails) {
        return List.of(
                alarm(
                        "absent",
                        "MIN(" + Metric.PARTITION_PRESENT + ")",
                        ComparisonOperator.LESS_THAN_THRESHOLD,
                        1,
                        "At least one partition is absent",
                        absenceFails),
                alarm(
                        "failed",
                        "MAX(" + Metric.CHECK_FAILED + ")",
                        ComparisonOperator.GREATER_THAN_THRESHOLD,
                        0,
                        "At least one check failed",
                        true),
                alarm(
                        "unknown",
                        "MAX(" + Metric.CHECK_UNKNOWN + ")",
                        ComparisonOperator.GREATER_THAN_THRESHOLD,
                        0,
                        "At least one check has no result",
                        true));
    }

    private PlannedAlarm alarm(
            String suffix,
            String worst,
            ComparisonOperator comparison,
            double threshold,
            String problem,
            boolean notifies) {
        AlarmOwnership ownership = AlarmOwnership.of(metrics);
        String query = "SELECT " + worst + " FROM \"" + metrics.namespace() + "\"";
        return new PlannedAlarm(
                PutMetricAlarmRequest.builder()
                        .alarmName(ownership.namePrefix() + "fleet-" + suffix)
                        .alarmDescription(ownership.description(
                                problem + ". See the run's report for details. (" + metrics.namespace() + ")"))
                        .metrics(MetricDataQuery.builder()
                                .id(ID)
                                .expression(query)
                                .period(Math.toIntExact(period.toSeconds()))
                                .returnData(true)
                                .build())
                        .comparisonOperator(comparison)
                        .threshold(threshold)
                        .evaluationPeriods(1)
                        .datapointsToAlarm(1)
                        .treatMissingData("ignore")
                        .alarmActions(notifies ? metrics.alarms().alarm() : List.of())
                        .okActions(notifies ? metrics.alarms().ok() : List.of())
                        .build(),
                notifies);
    }
}
