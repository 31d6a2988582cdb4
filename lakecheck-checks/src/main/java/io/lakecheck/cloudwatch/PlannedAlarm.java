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
        Map<String, Object> alarm = JsonTree.object(
                "name", request.alarmName(), "description", AlarmProperties.problem(request.alarmDescription()));
        if (request.hasMetrics()) {
            alarm.put("query", request.metrics().get(0).expression());
        } else {
            addMetric(alarm);
        }
        alarm.put("comparison", request.comparisonOperatorAsString());
        alarm.put("threshold", request.threshold());
        alarm.put("period", period());
        alarm.put("evaluationPeriods", request.evaluationPeriods());
        alarm.put("datapointsToAlarm", request.datapointsToAlarm());
        alarm.put("missingData", request.treatMissingData());
        alarm.put("notifies", notifies);
        return alarm;
    }

    private void addMetric(Map<String, Object> alarm) {
        Map<String, Object> dimensions = new TreeMap<>();
        request.dimensions().forEach(dimension -> dimensions.put(dimension.name(), dimension.value()));
        alarm.put("namespace", request.namespace());
        alarm.put("metric", request.metricName());
        alarm.put("dimensions", dimensions);
        alarm.put("statistic", request.statisticAsString());
    }

    private int period() {
        return request.hasMetrics() ? request.metrics().get(0).period() : request.period();
    }
}
