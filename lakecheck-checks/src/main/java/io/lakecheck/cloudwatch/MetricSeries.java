// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import io.lakecheck.Dataset;
import io.lakecheck.delivery.Metrics;
import java.util.List;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;

/**
 * A metric as it is published for one dataset.
 *
 * @param namespace the CloudWatch namespace
 * @param metric the metric
 * @param dimensions the dimensions, in the order in which they are published
 */
record MetricSeries(String namespace, Metric metric, List<Dimension> dimensions) {

    static MetricSeries of(Metrics metrics, Dataset dataset, Metric metric, String function) {
        return new MetricSeries(metrics.namespace(), metric, Dimensions.of(metrics, dataset, function));
    }
}
