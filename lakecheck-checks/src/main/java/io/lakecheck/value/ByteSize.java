// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.value;

import java.math.BigDecimal;
import java.util.Arrays;

/**
 * A non-negative number of bytes. It is printed in decimal units, as on storage bills: {@code 187.2 kB} is 187,200
 * bytes.
 *
 * @param bytes the exact number of bytes
 */
public record ByteSize(long bytes) implements Comparable<ByteSize> {

    public static final ByteSize ZERO = new ByteSize(0);

    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB", "PB", "EB"};

    public ByteSize {
        if (bytes < 0) {
            throw new IllegalArgumentException("a size must not be negative: " + bytes);
        }
    }

    /**
     * Returns the size as text without rounding. Limits are printed this way, because a rounded limit would differ from
     * the one in the suite.
     */
    public String exact() {
        return Display.plain(BigDecimal.valueOf(bytes).movePointLeft(3 * unit())) + " " + UNITS[unit()];
    }

    /**
     * Returns the size as text, rounded to at most one decimal place. Uses more decimal places if the rounded size
     * would otherwise reach or cross a limit.
     */
    public String rounded(ByteSize... limits) {
        BigDecimal[] scaled = Arrays.stream(limits)
                .map(limit -> BigDecimal.valueOf(limit.bytes).movePointLeft(3 * unit()))
                .toArray(BigDecimal[]::new);
        return Display.plain(Display.round(BigDecimal.valueOf(bytes).movePointLeft(3 * unit()), scaled)) + " "
                + UNITS[unit()];
    }

    @Override
    public int compareTo(ByteSize other) {
        return Long.compare(bytes, other.bytes);
    }

    /** Returns the size as text, rounded to at most one decimal place. */
    @Override
    public String toString() {
        return rounded();
    }

    private int unit() {
        int unit = 0;
        for (long rest = bytes; rest >= 1000; rest /= 1000) {
            unit++;
        }
        return unit;
    }
}
