// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.StandardUnit;

/**
 * The panels of a Grafana dashboard: for each dataset, a heading, and below it a text panel and the charts, next to
 * each other.
 */
final class GrafanaPanels {

    /** The name of the dashboard variable that holds the data source. */
    static final String DATA_SOURCE = "datasource";

    private static final int WIDTH = 24;
    private static final int TEXT_WIDTH = 4;
    private static final int HEIGHT = 7;

    private final DashboardHead head;
    private final List<Map<String, Object>> panels = new ArrayList<>();

    GrafanaPanels(DashboardHead head) {
        this.head = head;
    }

    List<Map<String, Object>> of(List<DashboardRow> rows) {
        int y = 0;
        for (DashboardRow row : rows) {
            add(y, row);
            y += 1 + HEIGHT;
        }
        return panels;
    }

    private void add(int y, DashboardRow row) {
        Map<String, Object> heading = panel("row", row.title(), place(0, y, WIDTH, 1));
        heading.put("collapsed", false);
        heading.put("panels", List.of());
        panels.add(heading);
        Map<String, Object> text = panel("text", "Checks", place(0, y + 1, TEXT_WIDTH, HEIGHT));
        text.put("options", JsonTree.object("mode", "markdown", "content", row.text()));
        panels.add(text);
        int width = (WIDTH - TEXT_WIDTH) / row.charts().size();
        int x = TEXT_WIDTH;
        for (MetricChart chart : row.charts()) {
            panels.add(chart(chart, place(x, y + 1, width, HEIGHT)));
            x += width;
        }
    }

    private Map<String, Object> panel(String type, String title, Map<String, Object> place) {
        return JsonTree.object("id", panels.size() + 1, "type", type, "title", title, "gridPos", place);
    }

    private static Map<String, Object> place(int x, int y, int width, int height) {
        return JsonTree.object("x", x, "y", y, "w", width, "h", height);
    }

    private Map<String, Object> chart(MetricChart chart, Map<String, Object> place) {
        boolean states = chart.kind() == MetricChart.Kind.STATES;
        Map<String, Object> panel = panel(states ? "state-timeline" : "timeseries", chart.title(), place);
        panel.put("datasource", dataSource());
        panel.put(
                "targets",
                IntStream.range(0, chart.lines().size())
                        .mapToObj(i -> target(i, chart.lines().get(i)))
                        .toList());
        panel.put(
                "fieldConfig", JsonTree.object("defaults", states ? states() : points(chart), "overrides", List.of()));
        panel.put("options", states ? stateOptions() : pointOptions());
        return panel;
    }

    private static Map<String, Object> dataSource() {
        return JsonTree.object("type", "cloudwatch", "uid", "${" + DATA_SOURCE + "}");
    }

    private Map<String, Object> target(int index, MetricChart.Line line) {
        Map<String, Object> dimensions = new LinkedHashMap<>();
        for (Dimension dimension : line.series().dimensions()) {
            dimensions.put(dimension.name(), dimension.value());
        }
        Map<String, Object> target = new LinkedHashMap<>();
        target.put("refId", "A" + index);
        target.put("id", "m" + index);
        target.put("datasource", dataSource());
        target.put("queryMode", "Metrics");
        target.put("metricQueryType", 0);
        target.put("metricEditorMode", 0);
        target.put("region", head.region().orElse("default"));
        target.put("namespace", line.series().namespace());
        target.put("metricName", line.series().metric().toString());
        target.put("dimensions", dimensions);
        target.put("matchExact", true);
        target.put("statistic", "Maximum");
        target.put("period", Integer.toString(DashboardHead.PERIOD_SECONDS));
        target.put("label", line.label());
        return target;
    }

    private static Map<String, Object> points(MetricChart chart) {
        Map<String, Object> custom = JsonTree.object("drawStyle", "points", "pointSize", 6, "showPoints", "always");
        custom.put("thresholdsStyle", Map.of("mode", chart.limits().isEmpty() ? "off" : "line"));
        Map<String, Object> defaults =
                JsonTree.object("unit", unit(chart.metric().unit()), "custom", custom);
        defaults.put("thresholds", JsonTree.object("mode", "absolute", "steps", steps(chart.limits())));
        return defaults;
    }

    /** Returns one color for each range between the limits, lowest range first. The lowest range has no lower bound. */
    private static List<Map<String, Object>> steps(List<MetricLimit> limits) {
        List<MetricLimit> sorted = limits.stream()
                .sorted((a, b) -> Double.compare(a.threshold(), b.threshold()))
                .toList();
        String lowest = sorted.stream().anyMatch(MetricLimit::isLower) ? "red" : "green";
        List<Map<String, Object>> steps = new ArrayList<>();
        steps.add(JsonTree.object("color", lowest, "value", JsonTree.NULL));
        sorted.forEach(limit ->
                steps.add(JsonTree.object("color", limit.isLower() ? "green" : "red", "value", limit.threshold())));
        return steps;
    }

    private static Map<String, Object> states() {
        Map<String, Object> defaults =
                JsonTree.object("custom", JsonTree.object("fillOpacity", 80, "lineWidth", 0, "spanNulls", true));
        defaults.put(
                "mappings",
                List.of(JsonTree.object(
                        "type",
                        "value",
                        "options",
                        JsonTree.object(
                                "0", JsonTree.object("text", "no", "color", "green", "index", 0),
                                "1", JsonTree.object("text", "yes", "color", "red", "index", 1)))));
        defaults.put("thresholds", JsonTree.object("mode", "absolute", "steps", steps(List.of())));
        return defaults;
    }

    private static Map<String, Object> stateOptions() {
        Map<String, Object> options = pointOptions();
        options.putAll(JsonTree.object("mergeValues", true, "showValue", "never", "alignValue", "left"));
        options.put("rowHeight", 0.9);
        return options;
    }

    private static Map<String, Object> pointOptions() {
        return JsonTree.object("legend", noLegend(), "tooltip", JsonTree.object("mode", "single", "sort", "none"));
    }

    private static Map<String, Object> noLegend() {
        return JsonTree.object("showLegend", false, "displayMode", "list", "placement", "bottom", "calcs", List.of());
    }

    /** Returns Grafana's name for a unit. */
    private static String unit(StandardUnit unit) {
        return switch (unit) {
            case BYTES -> "decbytes";
            case PERCENT -> "percent";
            case SECONDS -> "s";
            default -> "short";
        };
    }
}
