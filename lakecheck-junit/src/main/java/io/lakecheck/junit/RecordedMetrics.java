// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The metrics that the most recent run of the checks published. If the checks have not run yet, reading the metrics
 * runs them. Metrics are recorded on any server. They are also sent to the test server if it supports CloudWatch, but
 * never to AWS. There are none if the suite does not set {@code cloudwatch}. Can be injected into tests and lifecycle
 * methods. Thread-safe.
 */
public final class RecordedMetrics {

    private final List<RecordedMetric> metrics = new CopyOnWriteArrayList<>();
    private final Runnable run;

    /** @param run runs the checks if they have not run yet */
    RecordedMetrics(Runnable run) {
        this.run = run;
    }

    void add(RecordedMetric metric) {
        metrics.add(metric);
    }

    void clear() {
        metrics.clear();
    }

    /** Returns all metrics, grouped by dataset in the suite's order. */
    public List<RecordedMetric> all() {
        run.run();
        return List.copyOf(metrics);
    }

    /** Returns the metrics with this name, such as {@code CheckFailed}, or an empty list if there are none. */
    public List<RecordedMetric> named(String name) {
        return all().stream().filter(metric -> metric.name().equals(name)).toList();
    }

    @Override
    public String toString() {
        return metrics.toString();
    }
}
