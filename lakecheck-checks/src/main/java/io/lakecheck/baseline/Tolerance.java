// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import io.lakecheck.value.Display;
import io.lakecheck.value.Percentage;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The allowed distance of a volume from its baseline. All limits that are set must hold.
 *
 * @param drop the largest allowed decrease; empty for no limit
 * @param rise the largest allowed increase; empty for no limit
 * @param deviation the largest allowed distance, up or down, as a multiple of the typical deviation; empty for the
 *     baseline's default, if it has one
 * @param atLeast the smallest change, in bytes or objects, that counts; smaller changes are ignored
 */
public record Tolerance(
        Optional<Percentage> drop, Optional<Percentage> rise, Optional<BigDecimal> deviation, long atLeast) {

    /** A tolerance without limits, so that the baseline's default applies. */
    public static final Tolerance DEFAULT = new Tolerance(Optional.empty(), Optional.empty(), Optional.empty(), 0);

    public Tolerance {
        if (Stream.of(drop, rise)
                .flatMap(Optional::stream)
                .anyMatch(limit -> limit.percent().signum() < 0)) {
            throw new IllegalArgumentException(
                    "drop and rise must not be negative. Set the largest allowed change, for example drop: 30%");
        }
        if (deviation.filter(limit -> limit.signum() <= 0).isPresent()) {
            throw new IllegalArgumentException("deviation must be positive, for example deviation: 3");
        }
        if (atLeast < 0) {
            throw new IllegalArgumentException("atLeast must not be negative, but was " + atLeast);
        }
    }

    /** Returns a tolerance that limits the percentage change. Either limit may be empty. */
    public static Tolerance of(Optional<Percentage> drop, Optional<Percentage> rise) {
        return new Tolerance(drop, rise, Optional.empty(), 0);
    }

    /** Returns whether the percentage change is limited. */
    public boolean limitsChange() {
        return drop.isPresent() || rise.isPresent();
    }

    Optional<BigDecimal> lowest(BigDecimal baseline) {
        return drop.map(Percentage::negated).map(limit -> limit.addedTo(baseline));
    }

    Optional<BigDecimal> highest(BigDecimal baseline) {
        return rise.map(limit -> limit.addedTo(baseline));
    }

    /** Returns whether a change is small enough to be ignored. */
    public boolean ignores(BigDecimal change) {
        return change.abs().compareTo(BigDecimal.valueOf(atLeast)) < 0;
    }

    Percentage[] limits() {
        return Stream.of(drop.map(Percentage::negated), rise)
                .flatMap(Optional::stream)
                .toArray(Percentage[]::new);
    }

    /** Describes the limits, for example {@code -30 % to +100 %} or {@code at least -30 %}. */
    public String text() {
        return Stream.of(
                        changeText(),
                        deviation.map(limit -> "at most " + Display.plain(limit) + " times the typical deviation"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" and "));
    }

    /** Describes the limits on the percentage change; empty if there are none. */
    Optional<String> changeText() {
        Optional<String> lowest = drop.map(limit -> limit.negated().toString());
        Optional<String> highest = rise.map(limit -> (limit.percent().signum() > 0 ? "+" : "") + limit);
        return lowest.isPresent() && highest.isPresent()
                ? Optional.of(
                        lowest.equals(highest) ? "exactly " + lowest.get() : lowest.get() + " to " + highest.get())
                : lowest.map(limit -> "at least " + limit).or(() -> highest.map(limit -> "at most " + limit));
    }
}
