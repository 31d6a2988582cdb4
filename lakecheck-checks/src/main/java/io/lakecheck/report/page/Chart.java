// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report.page;

import java.util.List;

/**
 * A bar chart of the partitions in a {@link PartitionWindow}, with the allowed range. The SVG contains only shapes,
 * because the browser stretches it; the labels are HTML text around it, so that they remain readable on a phone.
 *
 * @param title the heading, such as {@code Size by partition}
 * @param alternative the text alternative for screen readers
 * @param ticks the labels of the vertical axis, from top to bottom
 * @param from the label of the oldest bar
 * @param to the label of the checked partition, which is the last bar
 * @param shapes the shapes, from back to front
 * @param legend the meaning of the shapes
 */
record Chart(
        String title,
        String alternative,
        List<String> ticks,
        String from,
        String to,
        List<Shape> shapes,
        List<LegendEntry> legend) {

    /**
     * One SVG path.
     *
     * @param style the CSS class of the path
     * @param path the path data; the chart is {@link BarPaths#WIDTH} units wide and {@link ChartScale#HEIGHT} high
     */
    record Shape(String style, String path) {}

    /**
     * One entry of the legend.
     *
     * @param style the CSS class of a shape
     * @param text the meaning of shapes in this style
     */
    record LegendEntry(String style, String text) {}
}
