// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import io.lakecheck.Check;
import io.lakecheck.Dataset;
import io.lakecheck.DeltaCheck;
import io.lakecheck.RecencyCheck;
import io.lakecheck.Severity;
import io.lakecheck.SizeCheck;
import io.lakecheck.Suite;
import io.lakecheck.baseline.Volume;
import io.lakecheck.delivery.Metrics;
import io.lakecheck.value.Display;
import io.lakecheck.value.Limits;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The part of a dashboard that shows one dataset: a description of its checks, and a chart for each of its metrics.
 *
 * @param title the dataset's name, safe to print
 * @param text the location, the deadline and the checks, as Markdown
 * @param charts the charts, from left to right
 */
record DashboardRow(String title, String text, List<MetricChart> charts) {

    /** Returns the rows of all datasets that publish metrics and whose names are known, in the order of the suite. */
    static List<DashboardRow> of(Suite suite, Metrics metrics) {
        return DimensionOwners.of(suite, metrics).known().stream()
                .map(dataset -> of(dataset, metrics))
                .toList();
    }

    private static DashboardRow of(Dataset dataset, Metrics metrics) {
        List<MetricChart> charts = new ArrayList<>();
        charts.add(MetricChart.states("State", outcomes(dataset, metrics)));
        if (dataset.checks().stream().anyMatch(RecencyCheck.class::isInstance)) {
            charts.add(MetricChart.points(
                    "Lateness",
                    MetricSeries.of(metrics, dataset, Metric.LATENESS, Metric.RECENCY),
                    List.of(new MetricLimit(Metric.LATENESS, false, 0, "is late"))));
        }
        charts.add(MetricChart.points(
                "Total size",
                MetricSeries.of(metrics, dataset, Metric.TOTAL_FILE_SIZE, Metric.SIZE),
                limits(dataset, Metric.TOTAL_FILE_SIZE)));
        if (dataset.checks().stream().anyMatch(DashboardRow::publishesDelta)) {
            charts.add(MetricChart.points(
                    "Delta",
                    MetricSeries.of(metrics, dataset, Metric.TOTAL_FILE_SIZE_DELTA_PERCENT, Metric.DELTA),
                    limits(dataset, Metric.TOTAL_FILE_SIZE_DELTA_PERCENT)));
        }
        charts.add(MetricChart.points(
                "Objects",
                MetricSeries.of(metrics, dataset, Metric.OBJECT_COUNT, Metric.SIZE),
                dataset.checks().stream().flatMap(DashboardRow::objectLimits).toList()));
        return new DashboardRow(Display.visible(dataset.name()), text(dataset), List.copyOf(charts));
    }

    private static boolean publishesDelta(Check check) {
        return check instanceof DeltaCheck delta && delta.of() == Volume.BYTES;
    }

    /**
     * Returns the metrics for outcomes. Checks with the same dimensions share these metrics, so each one is returned
     * only once.
     */
    private static List<MetricChart.Line> outcomes(Dataset dataset, Metrics metrics) {
        Set<MetricSeries> shown = new HashSet<>();
        List<MetricChart.Line> lines = new ArrayList<>();
        for (Check check : dataset.checks()) {
            String function = Metric.function(check);
            MetricSeries failed = MetricSeries.of(metrics, dataset, Metric.CHECK_FAILED, function);
            if (shown.add(failed)) {
                lines.add(new MetricChart.Line(check.name() + " failed", failed));
                lines.add(new MetricChart.Line(
                        check.name() + " unknown", MetricSeries.of(metrics, dataset, Metric.CHECK_UNKNOWN, function)));
            }
        }
        return lines;
    }

    private static List<MetricLimit> limits(Dataset dataset, Metric metric) {
        return dataset.checks().stream()
                .flatMap(check -> MetricLimit.of(dataset, check))
                .filter(limit -> limit.metric() == metric)
                .toList();
    }

    private static Stream<MetricLimit> objectLimits(Check check) {
        if (!(check instanceof SizeCheck size)) {
            return Stream.empty();
        }
        Limits objects = size.objects();
        return Stream.concat(
                objects.min().stream()
                        .mapToObj(min -> new MetricLimit(Metric.OBJECT_COUNT, true, min, "has too few objects")),
                objects.max().stream()
                        .mapToObj(max -> new MetricLimit(Metric.OBJECT_COUNT, false, max, "has too many objects")));
    }

    private static String text(Dataset dataset) {
        String due = dataset.location().period().isPresent()
                ? "\nDue " + Display.duration(dataset.due()) + " after the end of each "
                        + dataset.location().period().orElseThrow() + ", "
                        + code(dataset.zone().getId()) + "\n"
                : "";
        return code(Display.visible(dataset.location().toString())) + "\n" + due + "\n"
                + dataset.checks().stream().map(DashboardRow::text).collect(Collectors.joining("\n"));
    }

    private static String text(Check check) {
        String warns = check.severity() == Severity.WARN ? " (only warns)" : "";
        return "- **" + check.name() + "**" + warns + ": " + code(check.describe());
    }

    /** Formats printable text as inline code, so that none of it is interpreted as Markdown or HTML. */
    static String code(String printable) {
        return "`" + printable.replace('`', '\'') + "`";
    }
}
