// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;

/**
 * A share in hundredths, exact: {@code 30 %} is {@code Percentage.of(30)}. A change may be negative.
 *
 * @param percent the number before the percent sign
 */
public record Percentage(BigDecimal percent) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Percentage {
        percent = percent.signum() == 0 ? BigDecimal.ZERO : percent.stripTrailingZeros();
    }

    public static Percentage of(long percent) {
        return new Percentage(BigDecimal.valueOf(percent));
    }

    /**
     * How far {@code now} is from {@code before}, in percent of {@code before}, which must not be zero. With so many
     * decimals that not one byte in 2^63 is lost.
     */
    public static Percentage change(BigDecimal before, BigDecimal now) {
        return new Percentage(now.subtract(before).multiply(HUNDRED).divide(before, 30, RoundingMode.HALF_EVEN));
    }

    /** The number before the percent sign to twelve decimals, for machines. */
    public BigDecimal rounded() {
        return new Percentage(percent.setScale(12, RoundingMode.HALF_EVEN)).percent();
    }

    /** {@code whole} and this share of it: exact. A negative share takes away. */
    public BigDecimal addedTo(BigDecimal whole) {
        return whole.add(whole.multiply(percent).movePointLeft(2));
    }

    public Percentage negated() {
        return new Percentage(percent.negate());
    }

    /** With its sign and one decimal ({@code +3 %}), but never rounded onto or across one of the limits. */
    public String signed(Percentage... limits) {
        BigDecimal rounded = Display.round(
                percent, Arrays.stream(limits).map(Percentage::percent).toArray(BigDecimal[]::new));
        return (rounded.signum() > 0 ? "+" : "") + Display.plain(rounded) + " %";
    }

    /** Exact: what a limit prints as. */
    @Override
    public String toString() {
        return Display.plain(percent) + " %";
    }
}
