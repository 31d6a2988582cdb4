// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report.page;

import io.lakecheck.baseline.Volume;
import io.lakecheck.value.ByteSize;
import io.lakecheck.value.Display;
import java.util.List;

/**
 * From amounts to heights: zero is at the bottom, a round number at the top.
 *
 * @param of what is counted
 * @param top the amount at the top, more than zero
 */
record Scale(Volume of, double top) {

    /** Height of a picture in its own units; it is stretched to its place. */
    static final int HEIGHT = 200;

    private static final double[] ROUND = {1, 1.2, 1.6, 2, 2.4, 3, 4, 5, 6, 8, 10};

    /** Has room for this much. */
    static Scale upTo(double most, Volume of) {
        double wanted = Math.max(most * 1.04, of == Volume.BYTES ? 1 : 2);
        double power = Math.pow(10, Math.floor(Math.log10(wanted)));
        for (double step : ROUND) {
            // Half an object is no tick.
            boolean splits = of == Volume.BYTES || step * power % 2 == 0;
            if (splits && step * power >= wanted) {
                return new Scale(of, step * power);
            }
        }
        return new Scale(of, 20 * power);
    }

    /** Where an amount is, from the top; what is above it is at the top. */
    int y(double amount) {
        return (int) Math.round(HEIGHT * (1 - Math.min(amount, top) / top));
    }

    /** What stands at the top, in the middle and at the bottom. */
    List<String> ticks() {
        return List.of(text(top), text(top / 2), "0");
    }

    String text(double amount) {
        return of == Volume.BYTES ? new ByteSize((long) amount).toString() : Display.count((long) amount, "object");
    }
}
