// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import io.lakecheck.Check;
import io.lakecheck.Dataset;
import io.lakecheck.Datasets;
import io.lakecheck.DeltaCheck;
import io.lakecheck.Evidence;
import io.lakecheck.Figure;
import io.lakecheck.Verdict;
import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeObject;
import io.lakecheck.lake.Observation;
import io.lakecheck.lake.SnapshotBuilder;
import io.lakecheck.partition.Partition;
import io.lakecheck.partition.Period;
import io.lakecheck.partition.Rhythm;
import io.lakecheck.partition.Span;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A measurement of how well a rule checks a synthetic dataset. Each day of the last year is checked unchanged, to count
 * false alarms, and every {@value #EVERY}th day is checked with a fault, to measure the share of faults that is
 * detected. The limit is the one that a user would find by trial and error: the narrowest one with an acceptable number
 * of false alarms.
 */
final class DetectionBenchmark {

    /** A fault that affects one day, or two days in a row. */
    enum Fault {
        EMPTY("empty", 0, 1),
        HALVED("halved", 0.5, 1),
        DOUBLED("doubled", 2, 1),
        SHORT("10% too small", 0.9, 1),
        HALVED_TWICE("halved twice in a row", 0.5, 2),
        DOUBLED_TWICE("doubled twice in a row", 2, 2);

        private final String text;
        private final double share;
        private final int days;

        Fault(String text, double share, int days) {
            this.text = text;
            this.share = share;
            this.days = days;
        }

        long of(long bytes) {
            return (long) (share * bytes);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** A rule with the narrowest possible limit, so that the verdict contains the limit that would have passed. */
    enum Rule {
        FIXED,
        PREVIOUS,
        SAME_WEEKDAY,
        SAME_DAY_OF_MONTH,
        MEAN_OF_7,
        MEDIAN_OF_7,
        MEDIAN_OF_4_SAME_WEEKDAY,
        DEVIATION,
        USUAL;

        private static final Tolerance NO_CHANGE = Tolerance.of(TestDays.percent(0), TestDays.percent(0));
        private static final Tolerance NO_DEVIATION =
                new Tolerance(Optional.empty(), Optional.empty(), Optional.of(new BigDecimal("0.000001")), 0);

        Optional<DeltaCheck> delta() {
            return switch (this) {
                case FIXED -> Optional.empty();
                case PREVIOUS -> change(SampleBaseline.PREVIOUS);
                case SAME_WEEKDAY -> change(SampleBaseline.SAME_WEEKDAY);
                case SAME_DAY_OF_MONTH -> change(SampleBaseline.SAME_DAY_OF_MONTH);
                case MEAN_OF_7 -> change(new SampleBaseline(Rhythm.EVERY, 7, Statistic.MEAN));
                case MEDIAN_OF_7 -> change(new SampleBaseline(Rhythm.EVERY, 7, Statistic.MEDIAN));
                case MEDIAN_OF_4_SAME_WEEKDAY -> change(new SampleBaseline(Rhythm.SAME_WEEKDAY, 4, Statistic.MEDIAN));
                case DEVIATION ->
                    Optional.of(
                            DeltaCheck.of(new SampleBaseline(Rhythm.SAME_WEEKDAY, 8, Statistic.MEDIAN), NO_DEVIATION));
                case USUAL -> Optional.of(DeltaCheck.of(new SeasonalBaseline(), NO_DEVIATION));
            };
        }

        private static Optional<DeltaCheck> change(SampleBaseline sample) {
            return Optional.of(DeltaCheck.of(sample, NO_CHANGE));
        }

        /** Returns the rule as written in a suite. */
        @Override
        public String toString() {
            return delta().map(delta -> "`" + delta.against() + "`" + (this == DEVIATION ? " with `deviation`" : ""))
                    .orElse("fixed limit");
        }
    }

    static final int DAYS = 3 * 365;
    static final int YEAR = 365;
    private static final int EVERY = 15;

    private final Optional<DeltaCheck> rule;
    private final Dataset dataset;
    private final Map<LocalDate, Long> bytes;
    private final Map<Partition, Observation> good;
    private final double typical;

    DetectionBenchmark(Rule rule, SyntheticSeries series) {
        this.rule = rule.delta();
        this.bytes = series.bytes(DAYS);
        this.dataset = Datasets.daily(this.rule.map(Check.class::cast).orElse(Datasets.atLeast(1)));
        this.good = bytes.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        day -> partition(day.getKey()), day -> snapshot(day.getKey(), day.getValue())));
        long[] sorted = bytes.values().stream()
                .limit(DAYS - YEAR)
                .skip(DAYS - 2 * YEAR)
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
        this.typical = sorted[sorted.length / 2];
    }

    /**
     * The distances from the expected size, which are measured once for all limits.
     *
     * @param good the distances of the good days, smallest first
     * @param bad the distances of the faulty days, by fault
     */
    record Scores(List<Double> good, Map<Fault, List<Double>> bad) {

        /** Returns the narrowest limit with at most the given number of false alarms in a hundred days. */
        double limit(int falseAlarms) {
            return good.get(good.size() - 1 - good.size() * falseAlarms / 100);
        }

        /** Returns the share of days with a fault that are detected with a limit. */
        double detected(Fault fault, double limit) {
            return share(bad.getOrDefault(fault, List.of()), limit);
        }

        /** Returns the share of faulty days that are detected with a limit, as the mean over all faults. */
        double detected(double limit) {
            return Arrays.stream(Fault.values())
                    .mapToDouble(fault -> detected(fault, limit))
                    .average()
                    .orElseThrow();
        }

        /** Returns the share of good days on which there is an alert with a limit. */
        double falseAlarms(double limit) {
            return share(good, limit);
        }

        private static double share(List<Double> days, double limit) {
            return (double) days.stream().filter(off -> off > limit).count() / days.size();
        }
    }

    Scores scores() {
        return new Scores(
                days(1).mapToObj(day -> off(day, Optional.empty())).sorted().toList(),
                Arrays.stream(Fault.values()).collect(Collectors.toMap(Function.identity(), fault -> days(EVERY)
                        .mapToObj(day -> off(day, Optional.of(fault)))
                        .toList())));
    }

    private static LongStream days(int step) {
        return IntStream.range(0, YEAR / step)
                .mapToLong(i -> DAYS - YEAR + (long) i * step)
                .parallel();
    }

    private double off(long index, Optional<Fault> fault) {
        LocalDate day = day(index);
        Map<Partition, Observation> changed = IntStream.range(
                        0, fault.map(each -> each.days).orElse(0))
                .mapToObj(day::minusDays)
                .collect(Collectors.toMap(
                        this::partition,
                        bad -> snapshot(bad, fault.orElseThrow().of(size(bad)))));
        return off(day, good, changed);
    }

    static LocalDate day(long index) {
        return SyntheticSeries.FIRST.plusDays(index);
    }

    /** Returns the good days with some of them replaced. */
    Map<Partition, Observation> with(Map<LocalDate, Long> replaced) {
        Map<Partition, Observation> all = new HashMap<>(good);
        replaced.forEach((day, size) -> all.put(partition(day), snapshot(day, size)));
        return Map.copyOf(all);
    }

    /**
     * Returns the distance of a day's size from the size that the rule expects.
     *
     * @param history the sizes of all days
     * @param share the share of the day's data that is left after a fault; 1 for no fault
     */
    double off(LocalDate day, Map<Partition, Observation> history, double share) {
        return off(
                day,
                history,
                share == 1 ? Map.of() : Map.of(partition(day), snapshot(day, (long) (share * size(day)))));
    }

    /** Returns the text of the range that the rule expects for a day. */
    String expected(LocalDate day, Map<Partition, Observation> history) {
        Evidence evidence =
                new Evidence(dataset, partition(day), Instant.parse("2030-01-01T00:00:00Z"), history, Map.of());
        return rule.orElseThrow().judge(evidence).expected();
    }

    private double off(LocalDate day, Map<Partition, Observation> history, Map<Partition, Observation> changed) {
        Evidence all = new Evidence(dataset, partition(day), Instant.parse("2030-01-01T00:00:00Z"), history, Map.of());
        Evidence evidence = changed.isEmpty() ? all : all.with(changed);
        long current = evidence.current().bytes().bytes();
        return current == 0
                ? Double.MAX_VALUE
                : rule.map(delta -> off(delta.judge(evidence), current))
                        .orElseGet(() -> Math.abs(Math.log(current / typical)));
    }

    /**
     * Returns the deviation that a verdict contains; if it contains none, the logarithm of the change; 0 if the day was
     * not compared.
     */
    private static double off(Verdict verdict, long current) {
        BigDecimal deviation = verdict.figures().get(Figure.DEVIATION);
        BigDecimal baseline = verdict.figures().get(Figure.BASELINE);
        if (deviation != null) {
            return deviation.doubleValue();
        }
        return baseline == null ? 0 : Math.abs(Math.log(current / baseline.doubleValue()));
    }

    long size(LocalDate day) {
        return Objects.requireNonNull(bytes.get(day));
    }

    private Partition partition(LocalDate day) {
        return dataset.location().at(new Span(Period.DAY, day.atStartOfDay(), ZoneOffset.UTC, Datasets.DUE));
    }

    private Observation snapshot(LocalDate day, long size) {
        SnapshotBuilder tally = new SnapshotBuilder(partition(day), dataset.roles());
        Instant written = day.plusDays(1).atTime(3, 0).toInstant(ZoneOffset.UTC);
        if (size > 0) {
            tally.add(new LakeObject(partition(day).path() + "part-0", size, written, ""));
        }
        return tally.snapshot(Lake.Answer.at(written));
    }
}
