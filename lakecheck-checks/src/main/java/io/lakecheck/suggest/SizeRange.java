// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.value.ByteSize;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How large partitions are.
 *
 * @param smallest the smallest good one
 * @param largest the largest good one
 * @param min what to ask for at least
 * @param max what to allow at most; empty where there is too little history to say
 */
record SizeRange(PastPartition smallest, PastPartition largest, ByteSize min, Optional<ByteSize> max) {

    /** With fewer nobody knows what is usual. */
    static final int LEAST = 7;

    private static final BigDecimal LITTLE = new BigDecimal("0.5");
    private static final BigDecimal LESS = new BigDecimal("0.85");
    private static final BigDecimal MORE = new BigDecimal("1.15");

    /** Empty where no partition holds data. */
    static Optional<SizeRange> of(List<PastPartition> good) {
        Comparator<PastPartition> bySize = Comparator.comparingLong(PastPartition::bytes);
        boolean enough = good.size() >= LEAST;
        return good.stream().min(bySize).map(smallest -> {
            PastPartition largest = good.stream().max(bySize).orElseThrow();
            return new SizeRange(
                    smallest,
                    largest,
                    rounded(smallest.bytes(), enough ? LESS : LITTLE, RoundingMode.DOWN),
                    enough ? Optional.of(rounded(largest.bytes(), MORE, RoundingMode.UP)) : Optional.empty());
        });
    }

    /** Whether a partition keeps the limits. */
    boolean holds(PastPartition part) {
        return part.bytes() >= min.bytes()
                && max.map(limit -> part.bytes() <= limit.bytes()).orElse(true);
    }

    /** In a sentence. */
    String evidence() {
        return new ByteSize(smallest.bytes()) + " (" + smallest.label() + ") to " + new ByteSize(largest.bytes()) + " ("
                + largest.label() + ")"
                + (max.isPresent()
                        ? ", and 15 % to spare."
                        : ": too few to say more than that half of the least is too little.");
    }

    /** As a suite says it. */
    String words() {
        return "{ min: " + min.exact()
                + max.map(limit -> ", max: " + limit.exact()).orElse("") + " }";
    }

    /** To two digits: more would claim to know more. */
    private static ByteSize rounded(long bytes, BigDecimal factor, RoundingMode mode) {
        BigDecimal limit = BigDecimal.valueOf(bytes)
                .multiply(factor)
                .round(new MathContext(2, mode))
                .setScale(0, mode);
        return new ByteSize(
                Math.max(1, limit.min(BigDecimal.valueOf(Long.MAX_VALUE)).longValue()));
    }
}
