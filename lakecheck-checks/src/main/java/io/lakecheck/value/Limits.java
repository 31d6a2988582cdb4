// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.value;

import java.util.OptionalLong;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/**
 * A lower and an upper limit, both inclusive.
 *
 * @param min the lower limit; empty if there is none
 * @param max the upper limit; empty if there is none
 */
public record Limits(OptionalLong min, OptionalLong max) {

    public static final Limits NONE = new Limits(OptionalLong.empty(), OptionalLong.empty());

    public Limits {
        if (min.orElse(0) < 0 || max.orElse(0) < 0) {
            throw new IllegalArgumentException("a limit must not be negative");
        }
        if (min.isPresent() && max.isPresent() && min.getAsLong() > max.getAsLong()) {
            throw new IllegalArgumentException("min must not be greater than max");
        }
    }

    public boolean isNone() {
        return min.isEmpty() && max.isEmpty();
    }

    public boolean hold(long value) {
        return !isUnder(value) && !isOver(value);
    }

    public boolean isUnder(long value) {
        return min.isPresent() && value < min.getAsLong();
    }

    public boolean isOver(long value) {
        return max.isPresent() && value > max.getAsLong();
    }

    /**
     * Returns how much of the limits a value uses: 1 exactly at a limit, more beyond it, and less within it.
     *
     * @param value at least 0
     */
    public double use(double value) {
        double ofMin = min.isPresent() ? min.getAsLong() / value : 0;
        double ofMax = max.isPresent() ? value / max.getAsLong() : 0;
        return Math.max(Double.isNaN(ofMin) ? 1 : ofMin, Double.isNaN(ofMax) ? 1 : ofMax);
    }

    /**
     * Returns the limits as a phrase, for example {@code at least 195 kB}, {@code 1 kB to 2 MB}, {@code exactly 4
     * objects} or {@code at most 1 MB}; empty if there are no limits.
     *
     * @param exact formats one limit without rounding it
     */
    public String text(LongFunction<String> exact) {
        if (min.isPresent() && min.equals(max)) {
            return "exactly " + exact.apply(min.getAsLong());
        }
        if (min.isPresent() && max.isPresent()) {
            return exact.apply(min.getAsLong()) + " to " + exact.apply(max.getAsLong());
        }
        return min.isPresent()
                ? "at least " + exact.apply(min.getAsLong())
                : max.isPresent() ? "at most " + exact.apply(max.getAsLong()) : "";
    }

    /**
     * Returns the limits on a count as a phrase, for example {@code 2 to 10 objects}. The noun must have a regular
     * plural.
     */
    public String count(String noun) {
        long last = max.orElse(min.orElse(0));
        return isNone() ? "" : text(String::valueOf) + " " + noun + (last == 1 ? "" : "s");
    }

    /**
     * Returns a size as text, rounded so that it stays on the same side of both limits. The limits must be in bytes.
     */
    public String rounded(ByteSize size) {
        return size.rounded(Stream.of(min, max)
                .flatMap(limit -> limit.stream().mapToObj(ByteSize::new))
                .toArray(ByteSize[]::new));
    }
}
