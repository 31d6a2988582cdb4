// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.value;

import java.math.BigDecimal;
import java.util.Arrays;

/**
 * A number of bytes, never negative. Prints in decimal units as storage bills do: {@code 187.2 kB} is 187 200 bytes.
 *
 * @param bytes the exact number of bytes
 */
public record ByteSize(long bytes) implements Comparable<ByteSize> {

    public static final ByteSize ZERO = new ByteSize(0);

    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB", "PB", "EB"};

    public ByteSize {
        if (bytes < 0) {
            throw new IllegalArgumentException("a size is never negative: " + bytes);
        }
    }

    /** To the digit: what limits print as, so that a reader can check them against the suite. */
    public String exact() {
        return Display.plain(BigDecimal.valueOf(bytes).movePointLeft(3 * unit())) + " " + UNITS[unit()];
    }

    /** Rounded to one decimal, but never onto or across one of the limits: what is below a limit prints below it. */
    public String beside(ByteSize... limits) {
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

    /** Rounded to one decimal: for people, where no limit is near. */
    @Override
    public String toString() {
        return beside();
    }

    private int unit() {
        int unit = 0;
        for (long rest = bytes; rest >= 1000; rest /= 1000) {
            unit++;
        }
        return unit;
    }
}
