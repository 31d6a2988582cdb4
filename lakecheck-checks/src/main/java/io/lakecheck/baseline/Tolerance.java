// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import io.lakecheck.value.Display;
import io.lakecheck.value.Percentage;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How far from its baseline a volume may be. Every limit that is given must hold.
 *
 * @param drop how much less is allowed; empty for any
 * @param rise how much more is allowed; empty for any
 * @param deviation how many times the usual deviation, up or down; empty where the baseline's own default counts, if it
 *     has one
 * @param atLeast absolute changes smaller than this many bytes or objects always pass
 */
public record Tolerance(
        Optional<Percentage> drop, Optional<Percentage> rise, Optional<BigDecimal> deviation, long atLeast) {

    /** Nothing is said: the baseline's own default counts. */
    public static final Tolerance DEFAULT = new Tolerance(Optional.empty(), Optional.empty(), Optional.empty(), 0);

    public Tolerance {
        if (Stream.of(drop, rise)
                .flatMap(Optional::stream)
                .anyMatch(limit -> limit.percent().signum() < 0)) {
            throw new IllegalArgumentException("drop and rise are how far it may go, never negative");
        }
        if (deviation.filter(limit -> limit.signum() <= 0).isPresent()) {
            throw new IllegalArgumentException("deviation is more than 0; write for instance deviation: 3");
        }
        if (atLeast < 0) {
            throw new IllegalArgumentException("atLeast is never negative");
        }
    }

    /** These limits on the change in percent; empty for any. */
    public static Tolerance of(Optional<Percentage> drop, Optional<Percentage> rise) {
        return new Tolerance(drop, rise, Optional.empty(), 0);
    }

    public boolean limitsChange() {
        return drop.isPresent() || rise.isPresent();
    }

    Optional<BigDecimal> lowest(BigDecimal baseline) {
        return drop.map(Percentage::negated).map(limit -> limit.addedTo(baseline));
    }

    Optional<BigDecimal> highest(BigDecimal baseline) {
        return rise.map(limit -> limit.addedTo(baseline));
    }

    /** Whether a change is too small to count. */
    public boolean ignores(BigDecimal change) {
        return change.abs().compareTo(BigDecimal.valueOf(atLeast)) < 0;
    }

    Percentage[] limits() {
        return Stream.of(drop.map(Percentage::negated), rise)
                .flatMap(Optional::stream)
                .toArray(Percentage[]::new);
    }

    /** {@code -30 % to +100 %}. */
    public String text() {
        String change = drop.map(limit -> "-" + limit).orElse("any drop") + " to "
                + rise.map(limit -> "+" + limit).orElse("any rise");
        return Stream.of(
                        Optional.of(change).filter(said -> limitsChange()),
                        deviation.map(limit -> "at most " + Display.plain(limit) + " times the usual deviation"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }
}
