// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * An exact percentage, which may be negative. For example, {@code Percentage.of(30)} is 30 %.
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
     * Returns the percentage change from {@code before} to {@code now}. {@code before} must not be zero. The result has
     * 30 decimal places, which is enough to represent a change of one byte in 2^63.
     */
    public static Percentage change(BigDecimal before, BigDecimal now) {
        return new Percentage(now.subtract(before).multiply(HUNDRED).divide(before, 30, RoundingMode.HALF_EVEN));
    }

    /** Returns the number before the percent sign, rounded to twelve decimal places for machine-readable output. */
    public BigDecimal rounded() {
        return new Percentage(percent.setScale(12, RoundingMode.HALF_EVEN)).percent();
    }

    /**
     * Returns {@code whole} increased by this percentage, or decreased if the percentage is negative. The result is not
     * rounded.
     */
    public BigDecimal addedTo(BigDecimal whole) {
        return whole.add(whole.multiply(percent).movePointLeft(2));
    }

    public Percentage negated() {
        return new Percentage(percent.negate());
    }

    /**
     * Returns the percentage as text with its sign, rounded to at most one decimal place, for example {@code +3 %} or
     * {@code -48.1 %}. Uses more decimal places if the rounded value would otherwise reach or cross a limit, or would
     * be 0 % or 100 % without being exact.
     */
    public String signed(Percentage... limits) {
        return signed(1, limits);
    }

    /** Returns the percentage as text like {@link #signed(Percentage...)}, but with other decimal places. */
    public String signed(int decimals, Percentage... limits) {
        BigDecimal rounded = rounded(decimals, limits);
        return (rounded.signum() > 0 ? "+" : "") + Display.plain(rounded) + " %";
    }

    /** Returns the percentage as text without its sign, and otherwise like {@link #signed(Percentage...)}. */
    public String unsigned(Percentage... limits) {
        return Display.plain(rounded(1, limits).abs()) + " %";
    }

    private BigDecimal rounded(int decimals, Percentage... limits) {
        return Display.round(
                percent,
                IntStream.rangeClosed(decimals, Math.max(decimals, percent.scale()))
                        .filter(scale -> isNotMisleading(percent.setScale(scale, RoundingMode.HALF_UP)))
                        .findFirst()
                        .orElse(decimals),
                Arrays.stream(limits).map(Percentage::percent).toArray(BigDecimal[]::new));
    }

    /** Returns whether a rounded value is 0 % or 100 % only if the exact value is. */
    private boolean isNotMisleading(BigDecimal rounded) {
        boolean isExtreme = rounded.signum() == 0 || rounded.abs().compareTo(HUNDRED) == 0;
        return !isExtreme || rounded.compareTo(percent) == 0;
    }

    /** Returns the percentage as text without rounding, for example {@code 30 %}. Limits are printed this way. */
    @Override
    public String toString() {
        return Display.plain(percent) + " %";
    }
}
