// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import io.lakecheck.partition.Partition;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** The result of applying a {@link Baseline} to the part of the history that has been listed. */
public sealed interface BaselineResult {

    /**
     * The result if partitions must be listed first.
     *
     * @param missing the partitions to list
     */
    record Unready(Set<Partition> missing) implements BaselineResult {}

    /**
     * The result if there is too little history to compare with.
     *
     * @param there a description of the history that exists, for example {@code no usable earlier partition}; empty if
     *     {@code reason} already contains that description
     * @param reason a description of the history that is needed and of the excluded partitions
     * @param considered the earlier partitions that were considered, most recent first
     */
    record TooLittle(String there, String reason, List<HistoryEntry> considered) implements BaselineResult {

        /**
         * Returns the measured amount, followed by the reason why it was not compared, for example {@code 361 kB, not
         * compared: no usable earlier partition}.
         */
        public String measured(Volume of, BigDecimal amount) {
            return there.isEmpty() ? of.text(amount) : of.text(amount) + ", not compared: " + there;
        }
    }

    /**
     * The result if the baseline is 0, in which case a percentage change is undefined.
     *
     * @param text a description of the baseline and its partitions
     * @param considered the earlier partitions that were considered, most recent first
     */
    record Nothing(String text, List<HistoryEntry> considered) implements BaselineResult {}

    /**
     * The result if there is enough history: a range of expected amounts.
     *
     * @param range the expected amounts
     * @param deviation the distance of the checked amount from the baseline, as a multiple of the typical deviation;
     *     empty if unknown
     * @param measured the checked amount, as a phrase
     * @param expected the range, as a phrase
     * @param reason a description of the baseline, its partitions and the excluded partitions; may be empty
     * @param doubt why an amount in the range may nevertheless be wrong; usually empty
     * @param considered the earlier partitions that were considered, most recent first
     */
    record Expected(
            ExpectedRange range,
            OptionalDouble deviation,
            String measured,
            String expected,
            String reason,
            String doubt,
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
