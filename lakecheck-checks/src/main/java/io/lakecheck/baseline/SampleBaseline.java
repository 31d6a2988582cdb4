// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import io.lakecheck.partition.Partition;
import io.lakecheck.partition.Rhythm;
import io.lakecheck.value.Display;
import io.lakecheck.value.Percentage;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A baseline that is derived from a fixed number of earlier partitions, such as {@code previous}, {@code same weekday}
 * or {@code median of 4 same-weekday}.
 *
 * @param rhythm selects the earlier partitions
 * @param size the number of usable partitions to search for; at least 1
 * @param statistic the statistic that combines the partitions' amounts; irrelevant for a single partition
 */
public record SampleBaseline(Rhythm rhythm, int size, Statistic statistic) implements Baseline {

    /** The most recent usable partition. */
    public static final SampleBaseline PREVIOUS = new SampleBaseline(Rhythm.EVERY, 1, Statistic.MEDIAN);

    /** The most recent usable partition with the same weekday. */
    public static final SampleBaseline SAME_WEEKDAY = new SampleBaseline(Rhythm.SAME_WEEKDAY, 1, Statistic.MEDIAN);

    /** The most recent usable partition with the same day of the month. */
    public static final SampleBaseline SAME_DAY_OF_MONTH =
            new SampleBaseline(Rhythm.SAME_DAY_OF_MONTH, 1, Statistic.MEDIAN);

    /** The default number of partitions that are required to determine a typical deviation. */
    private static final int MIN_FOR_DEVIATION = 5;

    private static final int MIN_LOOKBACK = 7;

    public SampleBaseline {
        if (size < 1) {
            throw new IllegalArgumentException("a baseline needs at least 1 partition, but this one has " + size
                    + ". Set, for example, mean of 7");
        }
        statistic = size == 1 ? Statistic.MEDIAN : statistic;
    }

    @Override
    public int longestHistory() {
        return size;
    }

    @Override
    public boolean knowsDeviation() {
        return size > 1 && statistic == Statistic.MEDIAN;
    }

    /** Returns the number of earlier periods that are searched by default. */
    public int lookback() {
        return Math.max(MIN_LOOKBACK, 2 * size);
    }

    @Override
    public BaselineResult from(History history, Terms terms) {
        SampleHistory past = past(history, terms, Assumption.GOOD);
        if (!past.missing().isEmpty()) {
            return new BaselineResult.Unready(past.missing());
        }
        List<BigDecimal> amounts = past.amounts(terms.of());
        if (amounts.isEmpty() && past.considered().stream().anyMatch(HistoryEntry::holdsNothing)) {
            return new BaselineResult.Nothing(this + ": none; " + past.describe(), past.considered());
        }
        int needed = terms.history().orElse(defaultHistory(terms.tolerance()));
        if (amounts.size() < needed) {
            return new BaselineResult.TooLittle(
                    amounts.isEmpty()
                            ? "no usable earlier partitions"
                            : "only " + Display.count(amounts.size(), "usable earlier partition"),
                    "at least " + needed + (needed == 1 ? " is" : " are") + " required"
                            + (past.describe().isEmpty() ? "" : "; " + past.describe()),
                    past.considered());
        }
        BigDecimal current = BigDecimal.valueOf(terms.of().in(history.current()));
        return expected(terms, current, statistic.of(amounts), amounts, past);
    }

    @Override
    public Set<Partition> mayNeed(History history, Terms terms) {
        return past(history, terms, Assumption.OPEN).missing();
    }

    private SampleHistory past(History history, Terms terms, Assumption unlisted) {
        return SampleHistory.of(history, rhythm, size, terms.lookback().orElse(lookback()), terms.of(), unlisted);
    }

    private int defaultHistory(Tolerance tolerance) {
        return tolerance.deviation().isPresent() ? Math.min(size, MIN_FOR_DEVIATION) : 1;
    }

    private BaselineResult expected(
            Terms terms, BigDecimal current, BigDecimal baseline, List<BigDecimal> amounts, SampleHistory past) {
        Tolerance tolerance = terms.tolerance();
        Optional<BigDecimal> unit = tolerance.deviation().map(limit -> Statistic.typicalDeviation(amounts, baseline));
        Optional<BigDecimal> margin =
                unit.map(one -> one.multiply(tolerance.deviation().orElseThrow()));
        BigDecimal lowest = Stream.of(tolerance.lowest(baseline), margin.map(baseline::subtract))
                .flatMap(Optional::stream)
                .reduce(BigDecimal.ZERO, BigDecimal::max);
        Optional<BigDecimal> highest = Stream.of(tolerance.highest(baseline), margin.map(baseline::add))
                .flatMap(Optional::stream)
                .reduce(BigDecimal::min);
        Optional<BigDecimal> times =
                unit.map(one -> current.subtract(baseline).abs().divide(one, MathContext.DECIMAL64));
        Volume of = terms.of();
        return new BaselineResult.Expected(
                ExpectedRange.of(current, baseline, lowest, highest),
                times.map(value -> OptionalDouble.of(value.doubleValue())).orElse(OptionalDouble.empty()),
                Percentage.change(baseline, current).signed(tolerance.limits()) + " (" + of.text(current, baseline)
                        + " compared with "
                        + of.text(baseline, current)
                        + times.map(value -> ", " + times(value, tolerance)).orElse("") + ")",
                tolerance.text(),
                this + ": " + past.describe(),
                "",
                past.considered());
    }

    private static String times(BigDecimal value, Tolerance tolerance) {
        BigDecimal shown = value.setScale(6, RoundingMode.HALF_EVEN);
        return Display.plain(Display.round(shown, tolerance.deviation().stream().toArray(BigDecimal[]::new)))
                + " times the typical deviation";
    }

    /** Returns the baseline as written in a suite, for example {@code median of 4 same-weekday}. */
    @Override
    public String toString() {
        if (size == 1) {
            return switch (rhythm) {
                case EVERY -> "previous";
                case SAME_WEEKDAY -> "same weekday";
                case SAME_DAY_OF_MONTH -> "same day of month";
            };
        }
        return statistic + " of " + size
                + switch (rhythm) {
                    case EVERY -> "";
                    case SAME_WEEKDAY -> " same-weekday";
                    case SAME_DAY_OF_MONTH -> " same-day-of-month";
                };
    }
}
