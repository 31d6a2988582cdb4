// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.value.ByteSize;
import io.lakecheck.value.Display;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The range of sizes observed in normal partitions, and the limits to suggest for it.
 *
 * @param count the number of normal partitions
 * @param smallest the smallest normal partition
 * @param largest the largest normal partition
 * @param min the suggested lower limit
 * @param max the suggested upper limit, or empty if the history is too short or {@code usual} detects what is too large
 * @param objects the number of objects in each partition, or empty if it differs or the history is too short
 */
record SizeRange(
        int count,
        PastPartition smallest,
        PastPartition largest,
        ByteSize min,
        Optional<ByteSize> max,
        Optional<Long> objects) {

    /** The minimum number of normal partitions needed to suggest an upper limit. */
    static final int MIN_PARTITIONS = 7;

    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal BELOW_SMALLEST = new BigDecimal("0.85");
    private static final BigDecimal ABOVE_LARGEST = new BigDecimal("1.15");

    /**
     * Returns the range of the partitions' sizes, or empty if there are no partitions.
     *
     * @param hasUsual whether the sizes are also compared with what is usual. An upper limit would then have no use
     *     except to alert when a dataset has grown.
     */
    static Optional<SizeRange> of(List<PastPartition> good, boolean hasUsual) {
        Comparator<PastPartition> bySize = Comparator.comparingLong(PastPartition::bytes);
        boolean enough = good.size() >= MIN_PARTITIONS;
        return good.stream().min(bySize).map(smallest -> {
            PastPartition largest = good.stream().max(bySize).orElseThrow();
            return new SizeRange(
                    good.size(),
                    smallest,
                    largest,
                    rounded(smallest.bytes(), enough ? BELOW_SMALLEST : HALF, RoundingMode.DOWN),
                    enough && !hasUsual
                            ? Optional.of(rounded(largest.bytes(), ABOVE_LARGEST, RoundingMode.UP))
                            : Optional.empty(),
                    enough ? count(good) : Optional.empty());
        });
    }

    private static Optional<Long> count(List<PastPartition> good) {
        long first = good.get(0).objects();
        return Optional.of(first).filter(count -> good.stream().allMatch(partition -> partition.objects() == count));
    }

    /** Returns whether a partition's size is within the suggested limits. */
    boolean contains(PastPartition partition) {
        return partition.bytes() >= min.bytes()
                && max.map(limit -> partition.bytes() <= limit.bytes()).orElse(true);
    }

    /** Returns one or two sentences that state the observed range. */
    String evidence() {
        String least = new ByteSize(smallest.bytes()).toString();
        String most = new ByteSize(largest.bytes()).toString();
        return (least.equals(most)
                        ? "The size has always been " + least
                        : "The sizes range from " + least + " (" + smallest.label() + ") to " + most + " ("
                                + largest.label() + ")")
                + (objects.isPresent() ? ", in " + Display.count(objects.get(), "object") + " each" : "")
                + ". "
                + margin();
    }

    private String margin() {
        if (count < MIN_PARTITIONS) {
            return "The history is too short to suggest a maximum, and the minimum is set to half the smallest size.";
        }
        return max.isPresent()
                ? "The limits add a margin of 15 %."
                : "The limit adds a margin of 15 %. No maximum is suggested, because the delta check detects partitions"
                        + " that are too large.";
    }

    /** Returns the YAML mapping for {@code size}. */
    String toYaml() {
        return "{ min: " + min.exact()
                + max.map(limit -> ", max: " + limit.exact()).orElse("")
                + objects.map(each -> ", objects: { min: " + each + ", max: " + each + " }")
                        .orElse("") + " }";
    }

    /** Returns the range of the sizes only, for partitions that can't have more than one object. */
    SizeRange withoutObjects() {
        return new SizeRange(count, smallest, largest, min, max, Optional.empty());
    }

    /** Returns the product of the size and the factor, rounded to two significant digits. */
    private static ByteSize rounded(long bytes, BigDecimal factor, RoundingMode mode) {
        BigDecimal limit = BigDecimal.valueOf(bytes)
                .multiply(factor)
                .round(new MathContext(2, mode))
                .setScale(0, mode);
        return new ByteSize(
                Math.max(1, limit.min(BigDecimal.valueOf(Long.MAX_VALUE)).longValue()));
    }
}
