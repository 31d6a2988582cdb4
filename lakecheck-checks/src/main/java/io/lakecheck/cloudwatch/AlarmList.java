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
 * The alarms of one dataset as they are made, each under a name of its own that is the same each time. For one thread.
 */
final class AlarmList {

    private final Metrics metrics;
    private final AlarmOwnership owner;
    private final Dataset dataset;
    private final List<PutMetricAlarmRequest> alarms = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();

    AlarmList(Metrics metrics, Dataset dataset) {
        this.metrics = metrics;
        this.owner = AlarmOwnership.of(metrics);
        this.dataset = dataset;
    }

    List<PutMetricAlarmRequest> all() {
        return List.copyOf(alarms);
    }

    /**
     * Adds one.
     *
     * @param what the end of its name
     * @param function whose metric it is
     * @param story what has happened to the dataset when it rings
     * @param loud whether it tells anybody
     */
    void add(String what, Metric metric, String function, AlarmRule watch, String story, boolean loud) {
        PutMetricAlarmRequest.Builder alarm = PutMetricAlarmRequest.builder()
                .alarmName(freeName(what))
                .alarmDescription(owner.description(dataset.name() + " " + story + " (" + dataset.location() + ")"))
                .namespace(metrics.namespace())
                .metricName(metric.toString())
                .dimensions(dimensions(function))
                .alarmActions(loud ? metrics.alarms().alarm() : List.of())
                .okActions(loud ? metrics.alarms().ok() : List.of());
        alarms.add(watch.on(alarm).build());
    }

    List<Dimension> dimensions(String function) {
        return Dimensions.of(metrics, dataset, function);
    }

    /** A second check of the same kind has the second alarm. */
    private String freeName(String what) {
        String name = owner.name(dataset, what);
        for (int i = 2; !taken.add(name); i++) {
            name = owner.name(dataset, what + "-" + i);
        }
        return name;
    }
}
