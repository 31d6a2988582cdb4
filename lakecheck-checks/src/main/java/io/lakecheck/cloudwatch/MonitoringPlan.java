// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import io.lakecheck.Suite;
import io.lakecheck.delivery.Metrics;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The resources that a tool such as Terraform creates in CloudWatch for a suite: the same alarms as
 * {@link CloudWatchAlarms}, and dashboards. Alarms and dashboards are trees for {@link JsonTree}. Both lists are empty
 * if the suite publishes no metrics.
 *
 * @param alarms the alarms, in the suite's order
 * @param dashboards the dashboards, each with its {@code name} and {@code body}
 * @param warnings one message for each dataset that gets no alarms, stating the reason
 * @param silentHours the number of hours after which a function that has not run at all is considered broken
 */
public record MonitoringPlan(
        List<Map<String, Object>> alarms,
        List<Map<String, Object>> dashboards,
        List<String> warnings,
        long silentHours) {

    /**
     * Returns the plan for a suite.
     *
     * @param at the time at which the plan is generated; it determines the UTC offset of charts
     */
    public static MonitoringPlan of(Suite suite, Instant at) {
        long silentHours = suite.datasets().stream()
                .mapToLong(dataset -> ReportingGap.of(dataset).toHours())
                .min()
                .orElseThrow();
        Optional<Metrics> metrics = suite.metrics();
        return metrics.map(each -> of(suite, each, at, silentHours))
                .orElseGet(() -> new MonitoringPlan(List.of(), List.of(), List.of(), silentHours));
    }

    private static MonitoringPlan of(Suite suite, Metrics metrics, Instant at, long silentHours) {
        return new MonitoringPlan(
                AlarmPlan.planned(suite, metrics, AlarmRule.RUN_PERIOD).stream()
                        .map(PlannedAlarm::tree)
                        .toList(),
                Dashboard.inAnyRegion(suite, metrics, at).stream()
                        .map(dashboard -> JsonTree.object("name", dashboard.name(), "body", dashboard.cloudWatchBody()))
                        .toList(),
                DimensionOwners.of(suite, metrics).warnings(),
                silentHours);
    }
}
