// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;

/**
 * An alarm that a suite needs.
 *
 * @param request the request that creates the alarm with the suite's actions
 * @param notifies whether the alarm triggers actions
 */
record PlannedAlarm(PutMetricAlarmRequest request, boolean notifies) {

    /**
     * Returns the alarm's properties as a tree for {@link JsonTree}. The description does not name lakecheck as the
     * owner, because another tool creates the alarm.
     */
    Map<String, Object> tree() {
        Map<String, Object> dimensions = new TreeMap<>();
        request.dimensions().forEach(dimension -> dimensions.put(dimension.name(), dimension.value()));
        return JsonTree.object(
                "name",
                request.alarmName(),
                "description",
                AlarmProperties.problem(request.alarmDescription()),
                "namespace",
                request.namespace(),
                "metric",
                request.metricName(),
                "dimensions",
                dimensions,
                "statistic",
                request.statisticAsString(),
                "comparison",
                request.comparisonOperatorAsString(),
                "threshold",
                request.threshold(),
                "period",
                request.period(),
                "evaluationPeriods",
                request.evaluationPeriods(),
                "datapointsToAlarm",
                request.datapointsToAlarm(),
                "missingData",
                request.treatMissingData(),
                "notifies",
                notifies);
    }
}
