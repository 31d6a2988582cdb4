// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import io.lakecheck.value.ByteSize;
import io.lakecheck.value.Display;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * From the least to the most that is usual, both included, rounded outwards to what people can read and judged as it is
 * shown: so a verdict can't contradict itself. What can be read whole is not rounded outwards, or one file more than
 * three would be usual.
 *
 * @param lowest whole bytes or objects
 * @param highest the same
 */
record Band(BigDecimal lowest, BigDecimal highest) {

    private static final int DIGITS = 3;

    /** What a lake can count to. */
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

    /** All that is at most {@code play} from the middle, both as logarithms. */
    static Band around(double middle, double play) {
        BigDecimal lowest = rounded(Math.exp(middle - play), RoundingMode.FLOOR, RoundingMode.CEILING);
        BigDecimal highest = rounded(Math.exp(middle + play), RoundingMode.CEILING, RoundingMode.FLOOR);
        // Between two whole numbers that are both too far off, the two are as near as can be.
        return lowest.compareTo(highest) <= 0 ? new Band(lowest, highest) : new Band(highest, lowest);
    }

    private static BigDecimal rounded(double amount, RoundingMode outwards, RoundingMode inwards) {
        BigDecimal exact = BigDecimal.valueOf(Math.min(amount, Long.MAX_VALUE));
        return exact.precision() - exact.scale() <= DIGITS
                ? exact.setScale(0, inwards)
                : exact.setScale(0, outwards)
                        .round(new MathContext(DIGITS, outwards))
                        .min(MOST);
    }

    /** {@code 240 to 310 MB}; {@code 3 objects} where it is no wider. */
    String text(Volume of) {
        if (lowest.compareTo(highest) == 0) {
            return exact(of, lowest);
        }
        String[] low = exact(of, lowest).split(" ");
        String[] high = exact(of, highest).split(" ");
        return (low[1].equals(high[1]) ? low[0] : String.join(" ", low)) + " to " + String.join(" ", high);
    }

    /** An amount rounded so that it stays on its side of both ends. */
    String beside(Volume of, long amount) {
        return of == Volume.OBJECTS
                ? Display.count(amount, "object")
                : new ByteSize(amount).rounded(new ByteSize(lowest.longValue()), new ByteSize(highest.longValue()));
    }

    private static String exact(Volume of, BigDecimal amount) {
        return of == Volume.BYTES
                ? new ByteSize(amount.longValue()).exact()
                : Display.count(amount.longValue(), "object");
    }
}
