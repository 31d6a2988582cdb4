// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.lake.Arrival;
import io.lakecheck.partition.Span;
import io.lakecheck.value.Display;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Evidence that the data of a dataset is written throughout each period, as by a stream.
 *
 * @param partitions the number of partitions that were written in this way
 * @param of the number of partitions with data
 * @param gap the longest time from the last write to the end of the period, or zero if writes continued until then
 * @param through how close to the end of its period the last write must be; empty if too little data is written then
 */
record ContinuousWrites(long partitions, long of, Duration gap, Optional<Duration> through) {

    /** The possible values of {@link #through}. */
    static final List<Duration> THROUGH = Stream.concat(
                    IntStream.of(10, 15, 30).mapToObj(Duration::ofMinutes),
                    IntStream.of(1, 2, 3, 6, 12, 24, 48).mapToObj(Duration::ofHours))
            .toList();

    /** The minimum number of objects in a partition. The times of fewer objects show little. */
    private static final int MIN_OBJECTS = 10;

    private static final int MIN_PARTITIONS = 3;
    private static final double MIN_SHARE = 0.9;

    /** The parts of a period within which the first write must be, and the last one. */
    private static final int START = 4;

    private static final int END = 8;

    /** Returns the evidence, or empty if most partitions were not written throughout their periods. */
    static Optional<ContinuousWrites> of(List<PastPartition> partitions) {
        List<PastPartition> data =
                partitions.stream().filter(PastPartition::hasData).toList();
        List<PastPartition> continuous =
                data.stream().filter(ContinuousWrites::isContinuous).toList();
        if (continuous.size() < MIN_PARTITIONS || continuous.size() < MIN_SHARE * data.size()) {
            return Optional.empty();
        }
        Duration gap = continuous.stream()
                .map(ContinuousWrites::gap)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return Optional.of(new ContinuousWrites(
                continuous.size(),
                data.size(),
                gap,
                through(gap, continuous)
                        .filter(most -> continuous.stream()
                                        .filter(partition -> reachesEnd(partition, most))
                                        .count()
                                >= MIN_SHARE * data.size())));
    }

    /**
     * Returns at least twice the longest gap, but at least 10 minutes for an hour and 30 minutes for longer periods.
     */
    private static Optional<Duration> through(Duration gap, List<PastPartition> continuous) {
        Span span = continuous.get(0).span();
        boolean isLong = Duration.between(span.begin(), span.end()).compareTo(Duration.ofHours(1)) > 0;
        Duration least = Duration.ofMinutes(isLong ? 30 : 10);
        return THROUGH.stream()
                .filter(most -> most.compareTo(least) >= 0 && most.compareTo(gap.multipliedBy(2)) >= 0)
                .findFirst();
    }

    private static boolean reachesEnd(PastPartition partition, Duration through) {
        return new Arrival(Duration.ZERO, Optional.empty(), Optional.of(through))
                .endedEarly(partition.span(), partition.found().data())
                .isEmpty();
    }

    /** Returns the evidence for several datasets, or empty if one of them is not written in this way. */
    static Optional<ContinuousWrites> merged(List<Optional<ContinuousWrites>> all) {
        return all.stream()
                .reduce((a, b) -> a.flatMap(one -> b.map(other -> new ContinuousWrites(
                        one.partitions + other.partitions,
                        one.of + other.of,
                        longer(one.gap, other.gap),
                        one.through.flatMap(most -> other.through.map(more -> longer(most, more)))))))
                .flatMap(Function.identity());
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
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

    /** Returns the evidence as a sentence. */
    String evidence(String period) {
        return YamlWriter.partitions(partitions, of) + " were written throughout their " + period + ", until "
                + (gap.isZero() ? "its end." : "at most " + Display.duration(gap) + " before its end.");
    }
}
