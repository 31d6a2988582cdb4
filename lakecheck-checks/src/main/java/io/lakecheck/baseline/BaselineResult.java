// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import io.lakecheck.partition.Partition;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** What a {@link Baseline} makes of the past, as far as evidence goes. */
public sealed interface BaselineResult {

    /** Nothing yet: these must be looked at first. */
    record Unready(Set<Partition> missing) implements BaselineResult {}

    /**
     * Too little to judge by.
     *
     * @param there how much there is: {@code 0 earlier partitions}
     * @param reason how much is needed, and what was left out
     * @param considered what was seen all the same, nearest first
     */
    record TooLittle(String there, String reason, List<HistoryEntry> considered) implements BaselineResult {}

    /**
     * There is history, but nothing in it: no change can be told.
     *
     * @param text where it comes from
     */
    record Nothing(String text, List<HistoryEntry> considered) implements BaselineResult {}

    /**
     * A band.
     *
     * @param baseline the amount in the middle
     * @param lowest the least that is expected
     * @param highest the most; empty for any
     * @param deviation how many times the usual deviation the judged amount is off; empty where that isn't known
     * @param measured what was found, in words
     * @param expected the band in words
     * @param reason where it comes from and what was left out
     * @param considered the partitions behind it, nearest first
     */
    record Expected(
            BigDecimal baseline,
            BigDecimal lowest,
            Optional<BigDecimal> highest,
            OptionalDouble deviation,
            String measured,
            String expected,
            String reason,
            List<HistoryEntry> considered)
            implements BaselineResult {

        /** The same, with this said first of where it comes from. */
        Expected because(String first) {
            return new Expected(baseline, lowest, highest, deviation, measured, expected, first + reason, considered);
        }

        public boolean holds(BigDecimal amount) {
            return amount.compareTo(lowest) >= 0
                    && highest.map(limit -> amount.compareTo(limit) <= 0).orElse(true);
        }
    }
}
