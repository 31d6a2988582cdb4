// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.partition.Partition;
import io.lakecheck.partition.Period;
import io.lakecheck.partition.Span;
import io.lakecheck.value.Display;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * That nothing comes any more: the dataset has ended, or its job has.
 *
 * @param since the newest partition
 */
record EndedDataset(Partition since) {

    /** So many times the longest hole of the past is more than another hole. */
    private static final int TIMES = 2;

    /**
     * Empty where the next partition is not due yet, or not for longer than a dataset with such holes may be without.
     */
    static Optional<EndedDataset> of(DatasetHistory past, Duration due, ZoneId zone, Instant now) {
        Span newest = new Span(past.period(), past.piles().lastKey(), zone, due);
        Duration silence = Duration.between(newest.step(1).deadline().toInstant(), now);
        return silence.compareTo(least(past.period())) > 0
                        && silence.compareTo(longestStep(past).multipliedBy(TIMES)) > 0
                ? Optional.of(new EndedDataset(past.layout().location().at(newest)))
                : Optional.empty();
    }

    private static Duration least(Period period) {
        return switch (period) {
            case HOUR -> Duration.ofDays(2);
            case DAY -> Duration.ofDays(7);
            case WEEK -> Duration.ofDays(28);
            case MONTH -> Duration.ofDays(62);
        };
    }

    /** From one partition to the next. */
    private static Duration longestStep(DatasetHistory past) {
        Duration longest = Duration.ZERO;
        LocalDateTime before = past.piles().firstKey();
        for (LocalDateTime from : past.piles().keySet()) {
            Duration step = Duration.between(before, from);
            longest = step.compareTo(longest) > 0 ? step : longest;
            before = from;
        }
        return longest;
    }

    /** In a sentence. */
    String evidence() {
        return "Nothing since " + Display.visible(since.label()) + ": if it has ended, leave it out.";
    }
}
