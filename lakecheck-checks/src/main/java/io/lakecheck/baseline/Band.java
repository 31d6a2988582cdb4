// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import io.lakecheck.value.ByteSize;
import io.lakecheck.value.Display;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The range of sizes that pass, including both ends. Sizes are compared as logarithms, without rounding. For display,
 * both ends are rounded outwards to three digits, or to more digits if the checked size would otherwise appear to be on
 * the other side of an end.
 *
 * @param low the logarithm of the smallest size that passes
 * @param high the logarithm of the largest size that passes
 */
record Band(double low, double high) {

    private static final int DIGITS = 3;

    /** The maximum number of significant decimal digits in a double. */
    private static final int MOST_DIGITS = 17;

    /** The largest amount that fits in a {@code long}. */
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

    private record Ends(BigDecimal low, BigDecimal high) {}

    boolean holds(long amount) {
        return !isBelow(amount) && !isAbove(amount);
    }

    boolean isBelow(long amount) {
        return amount == 0 || Math.log((double) amount) < low;
    }

    boolean isAbove(long amount) {
        return amount > 0 && Math.log((double) amount) > high;
    }

    /**
     * Returns the lower end as a whole number. A result of at most three digits is the smallest whole number that
     * passes.
     */
    BigDecimal lowest() {
        return whole(low, RoundingMode.CEILING);
    }

    /**
     * Returns the upper end as a whole number. A result of at most three digits is the largest whole number that
     * passes.
     */
    BigDecimal highest() {
        return whole(high, RoundingMode.FLOOR);
    }

    private static BigDecimal whole(double end, RoundingMode inwards) {
        BigDecimal exact = exact(end);
        return exact.setScale(0, isSmall(exact) ? inwards : RoundingMode.HALF_UP)
                .min(MOST);
    }

    /**
     * Returns the band as text, for example {@code 240 to 310 MB}, with enough digits to show whether the amount is
     * within it.
     */
    String text(Volume of, long amount) {
        Ends ends = shown(amount);
        if (ends.low().compareTo(ends.high()) == 0) {
            return exact(of, ends.low());
        }
        String[] first = exact(of, ends.low()).split(" ");
        String[] last = exact(of, ends.high()).split(" ");
        return (first[1].equals(last[1]) ? first[0] : String.join(" ", first)) + " to " + String.join(" ", last);
    }

    /** Returns the amount as text, rounded so that it stays on the same side of both displayed ends. */
    String measured(Volume of, long amount) {
        Ends ends = shown(amount);
        return of == Volume.OBJECTS
                ? Display.count(amount, "object")
                : new ByteSize(amount)
                        .rounded(
                                new ByteSize(ends.low().longValue()),
                                new ByteSize(ends.high().longValue()));
    }

    private Ends shown(long amount) {
        BigDecimal exact = BigDecimal.valueOf(amount);
        for (int digits = DIGITS; digits < MOST_DIGITS; digits++) {
            Ends ends = ends(digits);
            if ((!isBelow(amount) || exact.compareTo(ends.low()) < 0)
                    && (!isAbove(amount) || exact.compareTo(ends.high()) > 0)) {
                return ends;
            }
        }
        return ends(MOST_DIGITS);
    }

    private Ends ends(int digits) {
        BigDecimal first = rounded(exact(low), digits, RoundingMode.FLOOR, RoundingMode.CEILING);
        BigDecimal last = rounded(exact(high), digits, RoundingMode.CEILING, RoundingMode.FLOOR);
        // If the range contains no whole number, the rounded ends cross. They are then the nearest whole numbers
        // outside the range.
        return first.compareTo(last) <= 0 ? new Ends(first, last) : new Ends(last, first);
    }

    private static BigDecimal rounded(BigDecimal exact, int digits, RoundingMode outwards, RoundingMode inwards) {
        return exact.precision() - exact.scale() <= digits
                ? exact.setScale(0, inwards)
                : exact.setScale(0, outwards)
                        .round(new MathContext(digits, outwards))
                        .min(MOST);
    }

    private static BigDecimal exact(double end) {
        return BigDecimal.valueOf(Math.min(Math.exp(end), Long.MAX_VALUE));
    }

    private static boolean isSmall(BigDecimal exact) {
        return exact.precision() - exact.scale() <= DIGITS;
    }

    private static String exact(Volume of, BigDecimal amount) {
        return of == Volume.BYTES
                ? new ByteSize(amount.longValue()).exact()
                : Display.count(amount.longValue(), "object");
    }
}
