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
 * The range of the percentage changes between a baseline and the normal partitions.
 *
 * @param against the baseline that the partitions were compared with
 * @param count the number of partitions that were compared
 * @param lowest the lowest change, which is negative if any partition was smaller than the baseline
 * @param highest the highest change
 */
record ChangeRange(SampleBaseline against, int count, Percentage lowest, Percentage highest) {

    private static final List<SampleBaseline> KNOWN = List.of(
            SampleBaseline.PREVIOUS,
            SampleBaseline.SAME_WEEKDAY,
            new SampleBaseline(Rhythm.SAME_WEEKDAY, 4, Statistic.MEDIAN));

    private static final int MIN_CHANGES = 7;

    /** The lowest limit to suggest, in percent. A lower one would cause false alarms. */
    private static final BigDecimal TIGHTEST = BigDecimal.TEN;

    private static final BigDecimal MARGIN = new BigDecimal("1.3");

    /**
     * The largest drop to suggest as a limit, in percent. With a larger one, {@code delta} would detect only what
     * {@code size} detects, too.
     */
    private static final BigDecimal LARGEST_DROP = BigDecimal.valueOf(90);

    private static final BigDecimal LARGEST_RISE = BigDecimal.valueOf(900);

    /**
     * Returns the range for the baseline that predicts sizes best, or empty if the history is too short.
     *
     * @param good the normal partitions
     * @param usable the partitions that a baseline may contain, including outliers within the size limits
     */
    static Optional<ChangeRange> of(
            List<PastPartition> good, List<PastPartition> usable, ExpectedTimes times, Period period) {
        Map<LocalDateTime, PastPartition> byTime = byTime(usable);
        return KNOWN.stream()
                .filter(against -> against.rhythm() == Rhythm.EVERY
                        || (!period.isLongerThanDay() && times.rhythm().isEmpty()))
                .flatMap(against -> of(against, good, byTime, times).stream())
                .min(Comparator.comparingDouble(ChangeRange::width));
    }

    /** Returns the range of the changes from month to month of a daily dataset. */
    static Optional<ChangeRange> ofMonths(List<PastPartition> good, List<PastPartition> usable, ExpectedTimes times) {
        return of(SampleBaseline.SAME_DAY_OF_MONTH, good, byTime(usable), times);
    }

    private static Map<LocalDateTime, PastPartition> byTime(List<PastPartition> partitions) {
        Map<LocalDateTime, PastPartition> byTime = new HashMap<>();
        partitions.forEach(partition -> byTime.put(partition.span().from(), partition));
        return byTime;
    }

    private static Optional<ChangeRange> of(
            SampleBaseline against,
            List<PastPartition> good,
            Map<LocalDateTime, PastPartition> usable,
            ExpectedTimes times) {
        List<Percentage> changes = good.stream()
                .flatMap(partition -> change(partition, against, usable, times).stream())
                .sorted(Comparator.comparing(Percentage::percent))
                .toList();
        return changes.size() < MIN_CHANGES
                ? Optional.empty()
                : Optional.of(
                        new ChangeRange(against, changes.size(), changes.get(0), changes.get(changes.size() - 1)));
    }

    private static Optional<Percentage> change(
            PastPartition partition,
            SampleBaseline against,
            Map<LocalDateTime, PastPartition> usable,
            ExpectedTimes times) {
        List<Double> sizes = against.rhythm()
                .earlier(partition.span())
                .filter(times::expects)
                .limit(against.lookback())
                .flatMap(span -> Stream.ofNullable(usable.get(span.from())))
                .limit(against.size())
                .map(earlier -> (double) earlier.bytes())
                .toList();
        OptionalDouble median = Quantile.median(sizes);
        return median.isEmpty()
                ? Optional.empty()
                : Optional.of(Percentage.change(
                        BigDecimal.valueOf(median.getAsDouble()), BigDecimal.valueOf(partition.bytes())));
    }

    private double width() {
        return Math.log1p(highest.percent().doubleValue() / 100)
                - Math.log1p(lowest.percent().doubleValue() / 100);
    }

    /** Returns the evidence as a sentence without a final period. */
    String evidence() {
        return "Compared with the baseline '" + against + "', the sizes of " + count + " partitions changed by "
                + lowest.signed() + (lowest.signed().equals(highest.signed()) ? "" : " to " + highest.signed());
    }

    /** Returns the YAML mapping for {@code delta}. Its limits are whole percentages and include a margin. */
    String toYaml() {
        return "{ against: " + against + ", drop: " + drop().toPlainString() + "%, rise: " + rise().toPlainString()
                + "% }";
    }

    /** Returns whether {@code delta} would still detect anything with limits that are wide enough for these changes. */
    boolean isUseful() {
        return drop().compareTo(LARGEST_DROP) < 0 && rise().compareTo(LARGEST_RISE) < 0;
    }

    private BigDecimal drop() {
        return limit(lowest.percent().negate());
    }

    private BigDecimal rise() {
        return limit(highest.percent());
    }

    private static BigDecimal limit(BigDecimal change) {
        return change.multiply(MARGIN).setScale(0, RoundingMode.UP).max(TIGHTEST);
    }
}
