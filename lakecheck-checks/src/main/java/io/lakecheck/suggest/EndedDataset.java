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
import java.util.List;
import java.util.Optional;

/**
 * Evidence that a dataset, or the job that writes it, was discontinued: there has been no data for much longer than
 * ever before.
 *
 * @param newest the most recent partition
 */
record EndedDataset(Partition newest) {

    /** A dataset counts as discontinued if the time without data exceeds this multiple of the longest gap so far. */
    private static final int GAPS = 2;

    /**
     * Returns the evidence, or empty if the time without data since the most recent partition is not unusual for the
     * dataset.
     */
    static Optional<EndedDataset> of(DatasetHistory history, Duration due, ZoneId zone, Instant now) {
        Span newest = new Span(history.period(), newest(history), zone, due);
        Duration silence = Duration.between(newest.step(1).deadline().toInstant(), now);
        return silence.compareTo(minimum(history.period())) > 0
                        && silence.compareTo(longestGap(history).multipliedBy(GAPS)) > 0
                ? Optional.of(new EndedDataset(history.layout().location().at(newest)))
                : Optional.empty();
    }

    private static Duration minimum(Period period) {
        return switch (period.unit()) {
            case MINUTES, HOURS -> Duration.ofDays(2);
            case DAYS -> Duration.ofDays(7);
            case WEEKS -> Duration.ofDays(28);
            default -> Duration.ofDays(62L * period.length());
        };
    }

    private static LocalDateTime newest(DatasetHistory history) {
        return history.found().times().get(history.found().times().size() - 1);
    }

    private static Duration longestGap(DatasetHistory history) {
        Duration longest = Duration.ZERO;
        List<PastPartition> partitions = history.partitions();
        for (int i = 1; i < partitions.size(); i++) {
            Duration gap = Duration.between(
                    partitions.get(i - 1).span().from(),
                    partitions.get(i).span().from());
            longest = gap.compareTo(longest) > 0 ? gap : longest;
        }
        return longest;
    }

    /** Returns the evidence as a sentence. */
    String evidence() {
        return "No data since " + Display.visible(newest.label()) + ". Remove this dataset if it was discontinued.";
    }
}
