// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;

/** What one amount is made of several. */
public enum Statistic {
    MEAN,
    MEDIAN;

    /**
     * Makes the median of distances from a median a measure like the standard deviation, for what is normally
     * distributed.
     */
    private static final BigDecimal NORMAL = new BigDecimal("1.4826");

    /** Nothing is steadier, as for {@link SeasonalBaseline}. */
    private static final BigDecimal STEADIEST = new BigDecimal("0.03");

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** Of at least one amount. */
    BigDecimal of(List<BigDecimal> amounts) {
        if (this == MEAN) {
            return amounts.stream()
                    .reduce(BigDecimal.ZERO, BigDecimal::add)
                    .divide(BigDecimal.valueOf(amounts.size()), MathContext.DECIMAL128);
        }
        List<BigDecimal> sorted = amounts.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1).add(sorted.get(middle)).divide(TWO);
    }

    /**
     * How far amounts usually are from their median, without minding a few that are far out: 1.4826 times the median
     * distance, but at least 3 % of the median, or of days that were all alike one byte more would ring.
     */
    static BigDecimal usualDeviation(List<BigDecimal> amounts, BigDecimal median) {
        return MEDIAN.of(amounts.stream()
                        .map(amount -> amount.subtract(median).abs())
                        .toList())
                .multiply(NORMAL)
                .max(median.multiply(STEADIEST));
    }

    /** As a suite writes it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
