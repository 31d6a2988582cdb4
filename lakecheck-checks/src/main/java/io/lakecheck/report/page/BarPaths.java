// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report.page;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * The bars of a chart as SVG paths. The bar for the checked partition is on the right. All bars of the same kind are in
 * one path, because a page may contain thousands of bars.
 */
final class BarPaths {

    static final int WIDTH = 1000;

    /** The largest width of a bar, in SVG units, so that the bars of a short history do not become too wide. */
    private static final double WIDEST = 48;

    /** The share of its slot that a bar fills. */
    private static final double FILL = 0.72;

    /** The height, in SVG units, of the small bar for an absent or empty partition. */
    private static final int STUMP = 7;

    /** The height, in SVG units, of the smallest bar that shows data, so that a few bytes remain visible. */
    private static final int LEAST = 3;

    private final PartitionWindow window;
    private final ChartScale scale;
    private final double slot;

    BarPaths(PartitionWindow window, ChartScale scale) {
        this.window = window;
        this.scale = scale;
        this.slot = (double) WIDTH / window.columns().size();
    }

    /** Returns the path for the wanted columns that contain data, or an empty string if there are none. */
    String filled(Predicate<PartitionColumn> wanted) {
        return path(column -> column.amount(scale.volume()).orElse(0) > 0 && wanted.test(column), false);
    }

    /** Returns the path for the wanted columns without data, or an empty string if there are none. */
    String empty(Predicate<PartitionColumn> wanted) {
        return path(column -> column.isEmpty() && wanted.test(column), true);
    }

    private String path(Predicate<PartitionColumn> wanted, boolean stump) {
        StringBuilder path = new StringBuilder();
        List<PartitionColumn> newestFirst = window.columns();
        double margin = (1 - Math.min(FILL, WIDEST / slot)) / 2;
        for (int i = 0; i < newestFirst.size(); i++) {
            PartitionColumn column = newestFirst.get(i);
            if (wanted.test(column)) {
                OptionalLong amount = column.amount(scale.volume());
                int y = stump
                        ? ChartScale.HEIGHT - STUMP
                        : Math.min(ChartScale.HEIGHT - LEAST, scale.y((double) amount.orElse(0)));
                path.append(rectangle(x(i + 1 - margin), y, x(i + margin), ChartScale.HEIGHT));
            }
        }
        return path.toString();
    }

    /** Returns the path for the range that each column's own checks expected, as areas. */
    String bands() {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < window.columns().size(); i++) {
            int left = x(i + 1);
            int right = x(i);
            window.columns()
                    .get(i)
                    .bands(scale.volume())
                    .forEach(band -> path.append(rectangle(left, band.upper(scale), right, band.lower(scale))));
        }
        return path.toString();
    }

    /** Returns the path for the limits of the ranges that each column's own checks expected, as lines. */
    String bandEdges() {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < window.columns().size(); i++) {
            String line = "H" + x(i);
            int left = x(i + 1);
            window.columns().get(i).bands(scale.volume()).forEach(band -> {
                if (band.upper(scale) > 0) {
                    path.append("M" + left + " " + band.upper(scale) + line);
                }
                path.append("M" + left + " " + band.lower(scale) + line);
            });
        }
        return path.toString();
    }

    /** Returns the path for the gaps: a vertical line before each column that does not follow the one before it. */
    String gaps() {
        StringBuilder path = new StringBuilder();
        window.gaps().forEach(gap -> path.append("M" + x(gap.column() + 1) + " 0V" + ChartScale.HEIGHT));
        return path.toString();
    }

    private int x(double slotsFromRight) {
        return (int) Math.round(WIDTH - slotsFromRight * slot);
    }

    private static String rectangle(int left, int top, int right, int bottom) {
        return "M" + left + " " + bottom + "V" + top + "H" + right + "V" + bottom + "Z";
    }
}
