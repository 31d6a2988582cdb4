// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report.page;

import java.util.List;

/**
 * A bar chart of the partitions in a {@link PartitionWindow}, with the allowed range. The SVG contains only shapes,
 * because the browser stretches it to the width of the page. The labels are HTML text around it, so that they stay
 * readable on a phone.
 *
 * @param title the heading, such as {@code Size by partition}
 * @param alternative the text alternative for screen readers
 * @param ticks the labels of the vertical axis, from top to bottom
 * @param from the label of the oldest partition, on the left
 * @param to the label of the checked partition, on the right
 * @param shapes the shapes to draw, from back to front
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
     * @param path the path data, in a coordinate system that is {@link BarPaths#WIDTH} units wide and
     *     {@link ChartScale#HEIGHT} units high
     */
    record Shape(String style, String path) {}

    /**
     * One entry in the legend.
     *
     * @param style the CSS class of the shapes that the entry explains
     * @param text what these shapes mean
     */
    record LegendEntry(String style, String text) {

        /** Returns the path of the sample of the shape, which is 18 units wide and 12 units high. */
        String swatch() {
            return switch (style) {
                case "limit" -> "M0 6H18";
                case "gap" -> "M9 0V12";
                default -> style.startsWith("past empty") ? "M1 11V6H17V11Z" : "M1 12V1H17V12Z";
            };
        }
    }
}
