// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A way to judge volume with one knob: how far off is too far. What it says of a day is what {@link Delta} says of it.
 *
 * @param name as a suite writes it
 * @param check with its knob turned down so far that it tells a number for every day; empty for a fixed limit
 * @param figure the number
 */
record Contender(String name, Optional<Delta> check, Optional<Figure> figure) {

    private static final BigDecimal HARDLY = new BigDecimal("0.000001");

    static final List<Contender> ALL = List.of(
            deviating(new Usual()),
            deviating(new Sample(Rhythm.SAME_WEEKDAY, 6, Statistic.MEDIAN)),
            deviating(new Sample(Rhythm.EVERY, 28, Statistic.MEDIAN)),
            changing(new Sample(Rhythm.SAME_WEEKDAY, 4, Statistic.MEDIAN)),
            changing(new Sample(Rhythm.EVERY, 7, Statistic.MEDIAN)),
            changing(new Sample(Rhythm.EVERY, 7, Statistic.MEAN)),
            changing(Sample.SAME_WEEKDAY),
            changing(Sample.SAME_DAY_OF_MONTH),
            changing(Sample.PREVIOUS),
            new Contender("a fixed limit", Optional.empty(), Optional.empty()));

    private static Contender deviating(Baseline baseline) {
        Tolerance tolerance = new Tolerance(Optional.empty(), Optional.empty(), Optional.of(HARDLY), 0);
        return new Contender(
                "`" + baseline + "`, deviation",
                Optional.of(Delta.of(baseline, tolerance)),
                Optional.of(Figure.DEVIATION));
    }

    private static Contender changing(Baseline baseline) {
        Tolerance tolerance = Tolerance.of(Optional.of(Percentage.of(100)), Optional.empty());
        return new Contender(
                "`" + baseline + "`, drop and rise",
                Optional.of(Delta.of(baseline, tolerance)),
                Optional.of(Figure.BASELINE));
    }

    /** How far off a day is; infinite where it holds nothing, and empty where there is nothing to judge by. */
    OptionalDouble off(PastDays days, LocalDate day) {
        long bytes = days.bytes(day);
        if (bytes == 0) {
            return OptionalDouble.of(Double.POSITIVE_INFINITY);
        }
        if (check.isEmpty()) {
            return OptionalDouble.of(Math.abs(Math.log((double) bytes / days.middle())));
        }
        Map<Figure, BigDecimal> figures = days.judge(check.get(), day).figures();
        return Optional.ofNullable(figures.get(figure.orElseThrow()))
                .map(BigDecimal::doubleValue)
                .map(number -> figure.get() == Figure.DEVIATION ? number : Math.abs(Math.log(bytes / number)))
                .map(OptionalDouble::of)
                .orElse(OptionalDouble.empty());
    }

    /** A turn of the knob as a suite writes it. */
    String knob(double limit) {
        return figure.filter(Figure.DEVIATION::equals).isPresent()
                ? String.format(Locale.ROOT, "%.2f", limit)
                : String.format(Locale.ROOT, "-%.0f %%, +%.0f %%", -100 * Math.expm1(-limit), 100 * Math.expm1(limit));
    }

    /** Days and what {@link Delta} says of them, without the lake around. */
    record PastDays(Dataset dataset, Map<Partition, Sighting> seen, double middle) {

        static PastDays of(Map<LocalDate, Long> days) {
            Dataset dataset = Datasets.daily(Delta.DEFAULT);
            Map<Partition, Sighting> seen = new HashMap<>();
            MadeUpSeries.FIRST
                    .minusYears(2)
                    .datesUntil(MadeUpSeries.FIRST)
                    .forEach(day -> seen.put(partition(dataset, day), snapshot(dataset, day, 0)));
            days.forEach((day, bytes) -> seen.put(partition(dataset, day), snapshot(dataset, day, bytes)));
            double middle = Quantile.median(days.entrySet().stream()
                            .filter(day -> day.getKey().isBefore(MadeUpSeries.JUDGED))
                            .map(day -> (double) day.getValue())
                            .toList())
                    .orElseThrow();
            return new PastDays(dataset, Map.copyOf(seen), middle);
        }

        PastDays with(LocalDate day, long bytes) {
            Map<Partition, Sighting> other = new HashMap<>(seen);
            other.put(partition(dataset, day), snapshot(dataset, day, bytes));
            return new PastDays(dataset, Map.copyOf(other), middle);
        }

        long bytes(LocalDate day) {
            return seen.get(partition(dataset, day)) instanceof Snapshot found
                    ? found.bytes().bytes()
                    : 0;
        }

        Verdict judge(Delta check, LocalDate day) {
            return check.judge(new Evidence(
                    dataset,
                    partition(dataset, day),
                    day.plusDays(2).atStartOfDay().toInstant(ZoneOffset.UTC),
                    seen));
        }

        private static Partition partition(Dataset dataset, LocalDate day) {
            return dataset.partition(day.toString());
        }

        private static Snapshot snapshot(Dataset dataset, LocalDate day, long bytes) {
            Partition partition = partition(dataset, day);
            Tally tally = new Tally(dataset, partition);
            if (bytes > 0) {
                tally.add(new LakeObject(
                        partition.path() + "part-0",
                        bytes,
                        day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC),
                        ""));
            }
            return tally.snapshot(day.plusDays(2).atStartOfDay().toInstant(ZoneOffset.UTC), Duration.ZERO);
        }
    }
}
