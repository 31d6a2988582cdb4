// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The metrics that the release gate would publish of what was found last, whatever server the tests use; one that has
 * CloudWatch is sent them too. Empty where the suite has no {@code cloudwatch}, and before anything was judged.
 * Injected into tests and lifecycle methods; safe for many threads.
 */
public final class RecordedMetrics {

    private final List<RecordedMetric> metrics = new CopyOnWriteArrayList<>();

    RecordedMetrics() {}

    void add(RecordedMetric metric) {
        metrics.add(metric);
    }

    void forget() {
        metrics.clear();
    }

    /** All of them, dataset by dataset in the suite's order. */
    public List<RecordedMetric> all() {
        return List.copyOf(metrics);
    }

    /** Those of one name, such as {@code CheckFailed}. */
    public List<RecordedMetric> named(String name) {
        return metrics.stream().filter(metric -> metric.name().equals(name)).toList();
    }

    @Override
    public String toString() {
        return metrics.toString();
    }
}
