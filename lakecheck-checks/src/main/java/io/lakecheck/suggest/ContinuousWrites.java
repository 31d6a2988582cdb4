// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.partition.Span;
import io.lakecheck.value.Display;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Evidence that the data of a dataset is written throughout each period, as by a stream.
 *
 * @param partitions the number of partitions that were written in this way
 * @param of the number of partitions with data
 * @param gap the longest time from the last write to the end of the period, or zero if writes continued until then
 */
record ContinuousWrites(long partitions, long of, Duration gap) {

    /** The minimum number of objects in a partition. The times of fewer objects show little. */
    private static final int MIN_OBJECTS = 10;

    private static final int MIN_PARTITIONS = 3;
    private static final double MIN_SHARE = 0.9;

    /** The parts of a period within which the first write must be, and the last one. */
    private static final int START = 4;

    private static final int END = 8;

    private static final Duration STEP = Duration.ofMinutes(5);

    /** Returns the evidence, or empty if most partitions were not written throughout their periods. */
    static Optional<ContinuousWrites> of(List<PastPartition> partitions) {
        List<PastPartition> data =
                partitions.stream().filter(PastPartition::hasData).toList();
        List<PastPartition> continuous =
                data.stream().filter(ContinuousWrites::isContinuous).toList();
        return continuous.size() < MIN_PARTITIONS || continuous.size() < MIN_SHARE * data.size()
                ? Optional.empty()
                : Optional.of(new ContinuousWrites(
                        continuous.size(),
                        data.size(),
                        continuous.stream()
                                .map(ContinuousWrites::gap)
                                .max(Comparator.naturalOrder())
                                .orElseThrow()));
    }

    /** Returns the evidence for several datasets, or empty if one of them is not written in this way. */
    static Optional<ContinuousWrites> merged(List<Optional<ContinuousWrites>> all) {
        return all.stream()
                .reduce((a, b) -> a.flatMap(one -> b.map(other -> new ContinuousWrites(
                        one.partitions + other.partitions,
                        one.of + other.of,
                        one.gap.compareTo(other.gap) > 0 ? one.gap : other.gap))))
                .flatMap(Function.identity());
    }

    private static boolean isContinuous(PastPartition partition) {
        Span span = partition.span();
        Duration period = Duration.between(span.begin(), span.end());
        Instant first = partition.found().oldest().orElseThrow().modified();
        Instant last = partition.found().newest().orElseThrow().modified();
        return partition.objects() >= MIN_OBJECTS
                && !partition.hasMarker()
                && !first.isBefore(span.begin())
                && !first.isAfter(span.begin().plus(period.dividedBy(START)))
                && !last.isBefore(span.end().minus(period.dividedBy(END)))
                && !last.isAfter(span.end().plus(period.dividedBy(START)));
    }

    private static Duration gap(PastPartition partition) {
        Duration gap = Duration.between(
                partition.found().newest().orElseThrow().modified(),
                partition.span().end());
        return gap.isNegative() ? Duration.ZERO : gap;
    }

    /**
     * Returns how close to the end of its period the last write must be: twice the longest gap, but at least 10 minutes
     * for an hour and 30 minutes for longer periods.
     *
     * @param period the length of a period
     */
    Duration through(Duration period) {
        Duration least = Duration.ofMinutes(period.compareTo(Duration.ofHours(1)) > 0 ? 30 : 10);
        Duration twice = gap.multipliedBy(2);
        long steps = twice.plus(STEP).minusNanos(1).dividedBy(STEP);
        return twice.compareTo(least) > 0 ? STEP.multipliedBy(steps) : least;
    }

    /** Returns the evidence as a sentence. */
    String evidence(String period) {
        return YamlWriter.partitions(partitions, of) + " were written throughout their " + period + ", until "
                + (gap.isZero() ? "its end." : "at most " + Display.duration(gap) + " before its end.");
    }
}
