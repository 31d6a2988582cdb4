// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;

/** The statistics that reduce several amounts to one. */
public enum Statistic {
    MEAN,
    MEDIAN;

    /**
     * The factor that makes the median distance from the median comparable with the standard deviation of a normal
     * distribution.
     */
    private static final BigDecimal NORMAL = new BigDecimal("1.4826");

    /** The smallest typical deviation, as a fraction of the median. {@link SeasonalBaseline} uses the same minimum. */
    private static final BigDecimal MIN_DEVIATION = new BigDecimal("0.03");

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** Calculates this statistic. There must be at least one amount. */
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
     * Returns the typical deviation of amounts from their median, robust to a few outliers: 1.4826 times the median
     * distance, but no less than 3 % of the median. Without that minimum, a difference of a single byte would cause an
     * alert after days of identical size.
     */
    static BigDecimal typicalDeviation(List<BigDecimal> amounts, BigDecimal median) {
        return MEDIAN.of(amounts.stream()
                        .map(amount -> amount.subtract(median).abs())
                        .toList())
                .multiply(NORMAL)
                .max(median.multiply(MIN_DEVIATION));
    }

    /** Returns the name as written in a suite. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
