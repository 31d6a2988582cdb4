// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import io.lakecheck.Dataset;
import io.lakecheck.delivery.Metrics;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;

/**
 * A builder for the list of a dataset's alarms. Gives each alarm a unique name that stays the same from run to run. Not
 * thread-safe.
 */
final class AlarmList {

    private final Metrics metrics;
    private final AlarmOwnership ownership;
    private final Dataset dataset;
    private final List<PlannedAlarm> alarms = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    AlarmList(Metrics metrics, Dataset dataset) {
        this.metrics = metrics;
        this.ownership = AlarmOwnership.of(metrics);
        this.dataset = dataset;
    }

    List<PlannedAlarm> all() {
        return List.copyOf(alarms);
    }

    /**
     * Adds an alarm.
     *
     * @param suffix the end of the alarm's name
     * @param function the metric's value for the dimension {@code FunctionName}, such as {@code file_size_check}
     * @param problem the problem that the alarm reports, as a phrase that follows the dataset's name, such as {@code is
     *     absent}
     * @param notifies whether the alarm triggers the suite's alarm actions
     */
    void add(String suffix, Metric metric, String function, AlarmRule rule, String problem, boolean notifies) {
        PutMetricAlarmRequest.Builder alarm = PutMetricAlarmRequest.builder()
                .alarmName(uniqueName(suffix))
                .alarmDescription(
                        ownership.description(dataset.name() + " " + problem + " (" + dataset.location() + ")"))
                .namespace(metrics.namespace())
                .metricName(metric.toString())
                .dimensions(dimensions(function))
                .alarmActions(notifies ? metrics.alarms().alarm() : List.of())
                .okActions(notifies ? metrics.alarms().ok() : List.of());
        alarms.add(new PlannedAlarm(rule.applyTo(alarm).build(), notifies));
    }

    List<Dimension> dimensions(String function) {
        return Dimensions.of(metrics, dataset, function);
    }

    /** Returns an alarm name that is unique within the dataset, with a number appended to the suffix if necessary. */
    private String uniqueName(String suffix) {
        String name = ownership.name(dataset, suffix);
        for (int i = 2; !names.add(name); i++) {
            name = ownership.name(dataset, suffix + "-" + i);
        }
        return name;
    }
}
