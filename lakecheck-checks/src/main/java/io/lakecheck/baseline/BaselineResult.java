// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import io.lakecheck.partition.Partition;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** What a {@link Baseline} suggests, as far as the history has been listed. */
public sealed interface BaselineResult {

    /**
     * No result yet.
     *
     * @param missing the partitions that must be listed first
     */
    record Unready(Set<Partition> missing) implements BaselineResult {}

    /**
     * Too little history to judge by.
     *
     * @param there the history that exists: {@code 0 earlier partitions}
     * @param reason the history that is needed, and what was left out
     * @param considered the earlier partitions that were considered, nearest first
     */
    record TooLittle(String there, String reason, List<HistoryEntry> considered) implements BaselineResult {}

    /**
     * A history of partitions that hold nothing, so that a change in percent is undefined.
     *
     * @param text the baseline and its partitions
     * @param considered the earlier partitions that were considered, nearest first
     */
    record Nothing(String text, List<HistoryEntry> considered) implements BaselineResult {}

    /**
     * A range of expected amounts.
     *
     * @param baseline the typical amount
     * @param lowest the smallest expected amount
     * @param highest the largest expected amount; empty for no limit
     * @param deviation the distance of the judged amount from the baseline, in typical deviations; empty if unknown
     * @param measured what was found, as a phrase
     * @param expected the range, as a phrase
     * @param reason the baseline, its partitions, and what was left out
     * @param considered the earlier partitions that were considered, nearest first
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

        /** Returns this result with a prefix of its reason. */
        Expected because(String prefix) {
            return new Expected(baseline, lowest, highest, deviation, measured, expected, prefix + reason, considered);
        }

        /** Returns whether an amount is in the range. */
        public boolean holds(BigDecimal amount) {
            return amount.compareTo(lowest) >= 0
                    && highest.map(limit -> amount.compareTo(limit) <= 0).orElse(true);
        }
    }
}
