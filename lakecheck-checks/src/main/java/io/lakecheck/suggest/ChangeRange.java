// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.baseline.SampleBaseline;
import io.lakecheck.baseline.Statistic;
import io.lakecheck.partition.Period;
import io.lakecheck.partition.Rhythm;
import io.lakecheck.value.Percentage;
import io.lakecheck.value.Quantile;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * How far good partitions were off what they would have been compared with.
 *
 * @param against the baseline
 * @param changes how many changes that is learned from
 * @param lowest the largest fall, or the smallest rise where none fell
 * @param highest the largest rise
 */
record ChangeRange(SampleBaseline against, int changes, Percentage lowest, Percentage highest) {

    private static final List<SampleBaseline> KNOWN = List.of(
            SampleBaseline.PREVIOUS,
            SampleBaseline.SAME_WEEKDAY,
            new SampleBaseline(Rhythm.SAME_WEEKDAY, 4, Statistic.MEDIAN));

    private static final int LEAST = 7;

    /** A limit closer than this rings for nothing. */
    private static final BigDecimal CLOSEST = BigDecimal.TEN;

    private static final BigDecimal SLACK = new BigDecimal("1.3");

    /** A limit wider than these tells nothing that size does not. */
    private static final BigDecimal LARGEST_DROP = BigDecimal.valueOf(90);

    private static final BigDecimal LARGEST_RISE = BigDecimal.valueOf(900);

    /**
     * Against the baseline that is the closest; empty where the history is too short.
     *
     * @param good the partitions to learn from
     * @param usable what a suite would compare them with: also what is out of line, as long as it keeps the other
     *     limits
     */
    static Optional<ChangeRange> of(
            List<PastPartition> good, List<PastPartition> usable, WeekdayPattern week, Period period) {
        Map<LocalDateTime, PastPartition> byTime = new HashMap<>();
        usable.forEach(part -> byTime.put(part.span().from(), part));
        return KNOWN.stream()
                .filter(against -> against.rhythm() == Rhythm.EVERY || period.compareTo(Period.DAY) <= 0)
                .flatMap(against -> of(against, good, byTime, week).stream())
                .min(Comparator.comparingDouble(ChangeRange::width));
    }

    private static Optional<ChangeRange> of(
            SampleBaseline against,
            List<PastPartition> good,
            Map<LocalDateTime, PastPartition> usable,
            WeekdayPattern week) {
        List<Percentage> changes = good.stream()
                .flatMap(part -> change(part, against, usable, week).stream())
                .sorted(Comparator.comparing(Percentage::percent))
                .toList();
        return changes.size() < LEAST
                ? Optional.empty()
                : Optional.of(
                        new ChangeRange(against, changes.size(), changes.get(0), changes.get(changes.size() - 1)));
    }

    private static Optional<Percentage> change(
            PastPartition part, SampleBaseline against, Map<LocalDateTime, PastPartition> usable, WeekdayPattern week) {
        List<Double> sizes = against.rhythm()
                .earlier(part.span())
                .filter(span -> week.days().contains(span.from().getDayOfWeek()))
                .limit(against.lookback())
                .flatMap(span -> Stream.ofNullable(usable.get(span.from())))
                .limit(against.size())
                .map(earlier -> (double) earlier.bytes())
                .toList();
        OptionalDouble median = Quantile.median(sizes);
        return median.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Percentage.change(BigDecimal.valueOf(median.getAsDouble()), BigDecimal.valueOf(part.bytes())));
    }

    private double width() {
        return Math.log1p(highest.percent().doubleValue() / 100)
                - Math.log1p(lowest.percent().doubleValue() / 100);
    }

    /** In a sentence without its end. */
    String evidence() {
        return "Against " + against + ", " + changes + " good ones were off by " + lowest.signed() + " to "
                + highest.signed();
    }

    /** As a suite says it: with room, in whole percent. */
    String words() {
        return "{ against: " + against + ", drop: " + drop().toPlainString() + "%, rise: " + rise().toPlainString()
                + "% }";
    }

    /** Whether limits that leave room for these changes still tell anything. */
    boolean tells() {
        return drop().compareTo(LARGEST_DROP) < 0 && rise().compareTo(LARGEST_RISE) < 0;
    }

    private BigDecimal drop() {
        return limit(lowest.percent().negate());
    }

    private BigDecimal rise() {
        return limit(highest.percent());
    }

    private static BigDecimal limit(BigDecimal seen) {
        return seen.multiply(SLACK).setScale(0, RoundingMode.UP).max(CLOSEST);
    }
}
