// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.value;

import java.util.List;
import java.util.OptionalDouble;

/** Calculates medians and quantiles of small samples. */
public final class Quantile {

    private Quantile() {}

    /** Returns the median; empty if there are no values. */
    public static OptionalDouble median(List<Double> values) {
        return of(values, 0.5);
    }

    /**
     * Returns a quantile, interpolated linearly between adjacent values; empty if there are no values.
     *
     * @param share the quantile as a fraction, for example 0.25 for the first quartile
     */
    public static OptionalDouble of(List<Double> values, double share) {
        if (values.isEmpty()) {
            return OptionalDouble.empty();
        }
        List<Double> sorted = values.stream().sorted().toList();
        double place = share * (sorted.size() - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.size() - 1);
        return OptionalDouble.of(sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below)));
    }
}
