// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.partition.Period;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** A lasting change of the days on which a dataset has data, for example from weekly to daily or back. */
final class RhythmChange {

    /** The minimum number of gaps in a history for a change of its rhythm. One or two are outages. */
    private static final int MIN_GAPS = 3;

    /** The maximum share of the expected periods that may be absent if a rhythm is regular. */
    private static final double MOST_ABSENT = 0.05;

    /** The minimum number of partitions before and after a change. */
    private static final int MIN_PARTITIONS = 6;

    /** The minimum number of periods since a change. */
    private static final int MIN_PERIODS = 12;

    /** The minimum ratio of the mean distances between partitions before and after a change. */
    private static final double MIN_RATIO = 1.3;

    private RhythmChange() {}

    /**
     * Returns the partitions since the last change, or all if there is none. Since the change, hardly any period is
     * absent.
     *
     * @param partitions the partitions, oldest first
     */
    static List<PastPartition> since(List<PastPartition> partitions, Period period) {
        List<PastPartition> data =
                partitions.stream().filter(PastPartition::hasData).toList();
        return absences(data, period).gaps().size() < MIN_GAPS
                ? partitions
                : IntStream.rangeClosed(MIN_PARTITIONS, data.size() - MIN_PARTITIONS)
                        .filter(first -> isChange(data, first))
                        .filter(first -> isStart(data.subList(first, data.size()), period))
                        .mapToObj(first -> partitions.subList(partitions.indexOf(data.get(first)), partitions.size()))
                        .findFirst()
                        .orElse(partitions);
    }

    private static Absences absences(List<PastPartition> data, Period period) {
        return Absences.of(data, ExpectedTimes.of(data, period));
    }

    /** Returns whether partitions are regular, without a gap after the first one, which may be of the time before. */
    private static boolean isStart(List<PastPartition> data, Period period) {
        Absences absences = absences(data, period);
        return absences.spans().size() <= MOST_ABSENT * absences.expected()
                && absences.spans().stream().noneMatch(absent -> absent.from()
                        .isBefore(data.get(1).span().from()));
    }

    private static boolean isChange(List<PastPartition> data, int first) {
        double before = distance(data.subList(0, first));
        double after = distance(data.subList(first, data.size()));
        PastPartition newest = data.get(data.size() - 1);
        return (before > MIN_RATIO * after || after > MIN_RATIO * before)
                && data.get(first)
                                .span()
                                .period()
                                .count(
                                        data.get(first).span().from(),
                                        newest.span().from())
                        >= MIN_PERIODS;
    }

    /** Returns the mean distance between partitions in hours, without the longest one, which may be an outage. */
    private static double distance(List<PastPartition> data) {
        List<Long> hours = IntStream.range(1, data.size())
                .mapToObj(i -> Duration.between(
                                data.get(i - 1).span().from(),
                                data.get(i).span().from())
                        .toHours())
                .toList();
        long sum = hours.stream().mapToLong(Long::longValue).sum();
        return (double) (sum - Collections.max(hours)) / Math.max(1, hours.size() - 1);
    }
}
