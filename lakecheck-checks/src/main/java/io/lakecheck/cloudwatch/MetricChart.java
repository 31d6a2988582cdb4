// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import java.util.List;

/**
 * A chart in the part of a dashboard that shows one dataset.
 *
 * @param title the title, without the dataset's name
 * @param kind how the values are drawn
 * @param lines the metrics to draw: at least one, all with the same unit
 * @param limits the limits to draw as thresholds
 */
record MetricChart(String title, Kind kind, List<Line> lines, List<MetricLimit> limits) {

    /** How the values of a chart are drawn. */
    enum Kind {
        /** As one point for each run. */
        POINTS,
        /** As bars that show when each metric was 0 and when it was 1. */
        STATES
    }

    /**
     * One metric in a chart.
     *
     * @param label the name in the chart's legend
     * @param series the metric with its dimensions
     */
    record Line(String label, MetricSeries series) {}

    MetricChart {
        lines = List.copyOf(lines);
        limits = List.copyOf(limits);
    }

    static MetricChart points(String title, MetricSeries series, List<MetricLimit> limits) {
        return new MetricChart(title, Kind.POINTS, List.of(new Line(title, series)), limits);
    }

    static MetricChart states(String title, List<Line> lines) {
        return new MetricChart(title, Kind.STATES, lines, List.of());
    }

    /** Returns the metric of the first line, which determines the chart's unit. */
    Metric metric() {
        return lines.get(0).series().metric();
    }
}
