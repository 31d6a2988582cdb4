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

    /**
     * The minimum number of bars that the chart has room for, so that the bars of a short history do not become too
     * wide.
     */
    private static final int MIN_SLOTS = 16;

    /** The height, in SVG units, of the small bar for an absent or empty partition. */
    private static final int STUMP = 7;

    private final List<PartitionColumn> newestFirst;
    private final ChartScale scale;
    private final double slot;

    BarPaths(PartitionWindow window, ChartScale scale) {
        this.newestFirst = window.columns();
        this.scale = scale;
        this.slot = (double) WIDTH / Math.max(MIN_SLOTS, newestFirst.size());
    }

    /** Returns the path for all columns of this kind that contain data, or an empty string if there are none. */
    String filled(PartitionColumn.Kind kind) {
        return path(
                column -> column.kind() == kind && column.amount(scale.volume()).orElse(0) > 0, false);
    }

    /**
     * Returns the path for all columns of this kind whose partitions are absent or empty, or an empty string if there
     * are none.
     */
    String absent(PartitionColumn.Kind kind) {
        return path(column -> column.kind() == kind && column.isEmpty(), true);
    }

    private String path(Predicate<PartitionColumn> wanted, boolean stump) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < newestFirst.size(); i++) {
            PartitionColumn column = newestFirst.get(i);
            if (wanted.test(column)) {
                OptionalLong amount = column.amount(scale.volume());
                int y = stump
                        ? ChartScale.HEIGHT - STUMP
                        : Math.min(ChartScale.HEIGHT - 1, scale.y((double) amount.orElse(0)));
                int left = (int) Math.round(WIDTH - (i + 0.86) * slot);
                int right = (int) Math.round(WIDTH - (i + 0.14) * slot);
                path.append(
                        "M" + left + " " + ChartScale.HEIGHT + "V" + y + "H" + right + "V" + ChartScale.HEIGHT + "Z");
            }
        }
        return path.toString();
    }
}
