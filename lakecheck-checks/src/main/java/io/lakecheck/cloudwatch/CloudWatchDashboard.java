// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;

/** Writes dashboards as CloudWatch JSON: the body that {@code PutDashboard} accepts. */
record CloudWatchDashboard(DashboardHead head, JsonTree json) {

    /** CloudWatch's limit on the number of widgets in a dashboard. */
    private static final int MAX_WIDGETS = 500;

    private static final int WIDTH = 24;
    private static final int TEXT_WIDTH = 4;
    private static final int HEIGHT = 6;
    private static final int HEADING_HEIGHT = 2;

    /** Returns the number of rows that fit into one dashboard, which also contains a heading. */
    static int maxRows(List<DashboardRow> rows) {
        int widgets =
                rows.stream().mapToInt(row -> row.charts().size() + 1).max().orElse(1);
        return (MAX_WIDGETS - 1) / widgets;
    }

    void write(List<DashboardRow> rows) throws IOException {
        json.write(body(head, rows));
    }

    /** Returns the body that {@code PutDashboard} accepts, as a tree for {@link JsonTree}. */
    static Map<String, Object> body(DashboardHead head, List<DashboardRow> rows) {
        List<Map<String, Object>> widgets = new ArrayList<>();
        widgets.add(widget(
                "text",
                new Place(0, 0, WIDTH, HEADING_HEIGHT),
                Map.of(
                        "markdown",
                        "# " + head.title() + "\n" + Dashboard.MARK
                                + ". Changes are lost when it is generated again.")));
        int y = HEADING_HEIGHT;
        for (DashboardRow row : rows) {
            widgets.add(widget(
                    "text",
                    new Place(0, y, TEXT_WIDTH, HEIGHT),
                    Map.of("markdown", "## " + DashboardRow.code(row.title()) + "\n" + row.text())));
            int width = (WIDTH - TEXT_WIDTH) / row.charts().size();
            int x = TEXT_WIDTH;
            for (MetricChart chart : row.charts()) {
                widgets.add(widget("metric", new Place(x, y, width, HEIGHT), properties(head, row, chart)));
                x += width;
            }
            y += HEIGHT;
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("start", "-P" + DashboardHead.DAYS + "D");
        body.put("periodOverride", "inherit");
        body.put("widgets", widgets);
        return body;
    }

    /** A widget's position and size in CloudWatch's grid, which has 24 columns. */
    private record Place(int x, int y, int width, int height) {}

    private static Map<String, Object> widget(String type, Place place, Map<String, Object> properties) {
        Map<String, Object> widget = new LinkedHashMap<>();
        widget.put("type", type);
        widget.put("x", place.x());
        widget.put("y", place.y());
        widget.put("width", place.width());
        widget.put("height", place.height());
        widget.put("properties", properties);
        return widget;
    }

    private static Map<String, Object> properties(DashboardHead head, DashboardRow row, MetricChart chart) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("title", row.title() + ": " + chart.title());
        properties.put("view", "timeSeries");
        properties.put("stacked", false);
        head.region().ifPresent(region -> properties.put("region", region));
        properties.put("period", DashboardHead.PERIOD_SECONDS);
        properties.put("stat", "Maximum");
        properties.put("timezone", head.offset());
        properties.put(
                "metrics",
                chart.lines().stream().map(CloudWatchDashboard::metric).toList());
        properties.put("yAxis", Map.of("left", axis(chart)));
        if (!chart.limits().isEmpty()) {
            properties.put(
                    "annotations",
                    Map.of(
                            "horizontal",
                            chart.limits().stream()
                                    .map(CloudWatchDashboard::annotation)
                                    .toList()));
        }
        return properties;
    }

    private static List<Object> metric(MetricChart.Line line) {
        List<Object> metric = new ArrayList<>();
        metric.add(line.series().namespace());
        metric.add(line.series().metric().toString());
        for (Dimension dimension : line.series().dimensions()) {
            metric.add(dimension.name());
            metric.add(dimension.value());
        }
        metric.add(Map.of("label", line.label()));
        return metric;
    }

    private static Map<String, Object> axis(MetricChart chart) {
        Map<String, Object> axis = new LinkedHashMap<>();
        axis.put("label", chart.metric().unit().toString());
        axis.put("showUnits", false);
        if (chart.kind() == MetricChart.Kind.STATES) {
            axis.put("min", 0);
            axis.put("max", 1);
        }
        return axis;
    }

    private static Map<String, Object> annotation(MetricLimit limit) {
        return JsonTree.object(
                "label", limit.problem(), "value", limit.threshold(), "fill", limit.isLower() ? "below" : "above");
    }
}
