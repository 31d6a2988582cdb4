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
     * Too little history to compare with.
     *
     * @param there the history that exists: {@code no usable earlier partition}; empty if the reason states it
     * @param reason the history that is needed, and which partitions were excluded
     * @param considered the earlier partitions that were considered, most recent first
     */
    record TooLittle(String there, String reason, List<HistoryEntry> considered) implements BaselineResult {

        /** Returns what a verdict measures: {@code 361 kB, not compared: no usable earlier partition}. */
        public String measured(Volume of, BigDecimal amount) {
            return there.isEmpty() ? of.text(amount) : of.text(amount) + ", not compared: " + there;
        }
    }

    /**
     * A history of partitions without any data, so that a percentage change is undefined.
     *
     * @param text the baseline and its partitions
     * @param considered the earlier partitions that were considered, most recent first
     */
    record Nothing(String text, List<HistoryEntry> considered) implements BaselineResult {}

    /**
     * A range of expected amounts.
     *
     * @param range the expected amounts
     * @param deviation the distance of the checked amount from the baseline, in typical deviations; empty if unknown
     * @param measured what was found, as a phrase
     * @param expected the range, as a phrase
     * @param reason the baseline, its partitions, and which partitions were excluded; may be empty
     * @param considered the earlier partitions that were considered, most recent first
     */
    record Expected(
            ExpectedRange range,
            OptionalDouble deviation,
            String measured,
            String expected,
            String reason,
            List<HistoryEntry> considered)
            implements BaselineResult {

        public BigDecimal baseline() {
            return range.baseline();
        }

        public BigDecimal lowest() {
            return range.lowest();
        }

        public Optional<BigDecimal> highest() {
            return range.highest();
        }

        /** Returns whether the checked amount is in the range. */
        public boolean holds() {
            return range.holds();
        }
    }
}
