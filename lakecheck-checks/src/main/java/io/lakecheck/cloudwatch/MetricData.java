// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import io.lakecheck.Dataset;
import io.lakecheck.DeltaCheck;
import io.lakecheck.Evidence;
import io.lakecheck.Figure;
import io.lakecheck.Finding;
import io.lakecheck.Outcome;
import io.lakecheck.RecencyCheck;
import io.lakecheck.baseline.Volume;
import io.lakecheck.delivery.Metrics;
import io.lakecheck.lake.Snapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;

/**
 * The data points to publish for one dataset's findings. Unknown values are not published, so that they can't change an
 * alarm. For example, a partition that could not be listed has no size, and an UNKNOWN check has neither passed nor
 * failed.
 */
final class MetricData {

    /** The maximum absolute value that CloudWatch accepts. */
    private static final double LARGEST = Math.pow(2, 360);

    private final Metrics metrics;
    private final List<Finding> findings;
    private final Dataset dataset;
    private final Evidence evidence;
    private final List<MetricDatum> data = new ArrayList<>();

    private MetricData(Metrics metrics, List<Finding> findings) {
        this.metrics = metrics;
        this.findings = findings;
        this.dataset = findings.get(0).dataset();
        this.evidence = findings.get(0).evidence();
    }

    /** @param findings all findings of one dataset, at least one */
    static List<MetricDatum> of(Metrics metrics, List<Finding> findings) {
        MetricData data = new MetricData(metrics, findings);
        data.addPartition();
        data.addFigures();
        data.addChecks();
        return List.copyOf(data.data);
    }

    private void addPartition() {
        if (!(evidence.observations().get(evidence.partition()) instanceof Snapshot found)) {
            return;
        }
        if (!found.isAbsent()) {
            add(Metric.TOTAL_FILE_SIZE, Metric.SIZE, (double) found.bytes().bytes());
        }
        boolean isMissing =
                found.isAbsent() && evidence.isDue() && dataset.expects(evidence.partition()) && !hasEnded();
        if (isMissing || !found.isAbsent()) {
            add(Metric.OBJECT_COUNT, Metric.SIZE, (double) found.objects());
            add(Metric.PARTITION_PRESENT, Metric.RECENCY, found.isAbsent() ? 0 : 1);
        }
    }

    /** Returns whether the dataset has ended and the suite allows that. An alarm for it would never return to OK. */
    private boolean hasEnded() {
        return dataset.presence().lifetime().isPresent()
                && findings.stream().noneMatch(finding -> finding.outcome().isAtLeast(Outcome.FAILED));
    }

    private void addFigures() {
        addFigure(Metric.LATENESS, Metric.RECENCY, Figure.LATENESS, finding -> finding.check() instanceof RecencyCheck);
        Predicate<Finding> ofBytes =
                finding -> finding.check() instanceof DeltaCheck delta && delta.of() == Volume.BYTES;
        addFigure(Metric.TOTAL_FILE_SIZE_DELTA, Metric.DELTA, Figure.CHANGE, ofBytes);
        addFigure(Metric.TOTAL_FILE_SIZE_DELTA_PERCENT, Metric.DELTA, Figure.CHANGE_PERCENT, ofBytes);
    }

    /**
     * Adds a figure from the first finding that {@code source} accepts. If that finding doesn't have the figure, the
     * figure is not taken from another finding, because a metric must not switch between checks with different
     * baselines.
     */
    private void addFigure(Metric metric, String function, Figure figure, Predicate<Finding> source) {
        findings.stream()
                .filter(source)
                .findFirst()
                .map(finding -> finding.verdict().figures().get(figure))
                .ifPresent(value -> add(metric, function, value.doubleValue()));
    }

    private void addChecks() {
        Map<List<Dimension>, List<Outcome>> outcomes = findings.stream()
                .collect(Collectors.groupingBy(
                        finding -> dimensions(Metric.function(finding.check())),
                        LinkedHashMap::new,
                        Collectors.mapping(Finding::outcome, Collectors.toList())));
        outcomes.forEach((dimensions, all) -> {
            boolean failed = all.contains(Outcome.FAILED);
            boolean unknown = all.contains(Outcome.UNKNOWN);
            if (failed || !unknown) {
                add(Metric.CHECK_FAILED, dimensions, failed ? 1 : 0);
            }
            add(Metric.CHECK_UNKNOWN, dimensions, unknown ? 1 : 0);
        });
    }

    private void add(Metric metric, String function, double value) {
        add(metric, dimensions(function), value);
    }

    private void add(Metric metric, List<Dimension> dimensions, double value) {
        if (Math.abs(value) <= LARGEST) {
            data.add(MetricDatum.builder()
                    .metricName(metric.toString())
                    .unit(metric.unit())
                    .dimensions(dimensions)
                    .timestamp(evidence.now())
                    .value(value)
                    .build());
        }
    }

    private List<Dimension> dimensions(String function) {
        return Dimensions.of(metrics, dataset, function);
    }
}
