// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report.page;

import io.lakecheck.baseline.Volume;
import io.lakecheck.value.ByteSize;
import io.lakecheck.value.Display;
import java.util.List;

/**
 * The vertical axis of a chart, from zero at the bottom to a round number at the top.
 *
 * @param volume what the chart shows: bytes or objects
 * @param top the number of bytes or objects at the top; always positive
 */
record ChartScale(Volume volume, double top) {

    /** The height of a chart, in SVG units. The browser scales the chart to its size on the page. */
    static final int HEIGHT = 200;

    private static final double[] ROUND = {1, 1.2, 1.6, 2, 2.4, 3, 4, 5, 6, 8, 10};

    /** Returns a scale whose top is a round number that is slightly higher than the given one. */
    static ChartScale upTo(double highest, Volume volume) {
        double wanted = Math.max(highest * 1.04, volume == Volume.BYTES ? 1 : 2);
        double power = Math.pow(10, Math.floor(Math.log10(wanted)));
        for (double step : ROUND) {
            // The label in the middle must be a whole number of objects.
            boolean isDivisible = volume == Volume.BYTES || step * power % 2 == 0;
            if (isDivisible && step * power >= wanted) {
                return new ChartScale(volume, step * power);
            }
        }
        return new ChartScale(volume, 20 * power);
    }

    /**
     * Returns the distance between a number of bytes or objects and the top of the chart, in SVG units. Returns 0 if
     * the number exceeds the scale.
     */
    int y(double amount) {
        return (int) Math.round(HEIGHT * (1 - Math.min(amount, top) / top));
    }

    /** Returns the labels of the axis: top, middle and bottom. */
    List<String> ticks() {
        return List.of(text(top), text(top / 2), "0");
    }

    String text(double amount) {
        return volume == Volume.BYTES ? new ByteSize((long) amount).toString() : Display.count((long) amount, "object");
    }
}
