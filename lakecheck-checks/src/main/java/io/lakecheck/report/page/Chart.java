// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report.page;

import java.util.List;

/**
 * A bar chart of what the partitions of a window hold, with the allowed range. The SVG holds shapes only and is
 * stretched to its place; labels surround it as text, so that they keep their size on a phone.
 *
 * @param title what is counted
 * @param alternative the chart in words
 * @param ticks labels at the left, from the top
 * @param from the label of the oldest bar
 * @param to the label of the judged bar
 * @param shapes the paths, from back to front
 * @param legend what the shapes mean
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
     * One path.
     *
     * @param style its CSS class
     * @param path in units of {@link BarPaths#WIDTH} and {@link ChartScale#HEIGHT}
     */
    record Shape(String style, String path) {}

    /**
     * The meaning of a style.
     *
     * @param style the CSS class of a shape
     * @param text what it means
     */
    record LegendEntry(String style, String text) {}
}
