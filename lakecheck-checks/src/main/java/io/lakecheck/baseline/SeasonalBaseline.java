// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import io.lakecheck.partition.Partition;
import io.lakecheck.partition.PeriodNames;
import io.lakecheck.partition.Rhythm;
import io.lakecheck.partition.Span;
import io.lakecheck.value.Display;
import io.lakecheck.value.Percentage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a period should hold, learnt from sizes alone: the {@link Level} of its weekday, the {@link Trend} of the last
 * days, the {@link Dispersion} that is usual, and {@link LastYear} where that explains what would ring. In logarithms
 * throughout, so that a halving and a doubling weigh alike.
 */
public record SeasonalBaseline() implements Baseline {

    /** How many times the usual spread a deviation may be where nothing else is said. */
    public static final BigDecimal DEFAULT_DEVIATION = BigDecimal.valueOf(2);

    @Override
    public int longestHistory() {
        return Dispersion.PERIODS;
    }

    @Override
    public boolean knowsDeviation() {
        return true;
    }

    @Override
    public BaselineResult from(History history, Terms terms) {
        return history.partition()
                .span()
                .map(span -> from(span, history, terms, Assumption.GOOD))
                .orElseGet(() ->
                        new BaselineResult.TooLittle("nothing", "a dataset without dates has no history", List.of()));
    }

    @Override
    public Set<Partition> mayNeed(History history, Terms terms) {
        return history.partition()
                .span()
                .map(span -> from(span, history, terms, Assumption.OPEN))
                .map(outlook ->
                        outlook instanceof BaselineResult.Unready unready ? unready.missing() : Set.<Partition>of())
                .orElse(Set.of());
    }

    private static BaselineResult from(Span span, History history, Terms terms, Assumption unseen) {
        LogSeries series = new LogSeries(history, terms.of(), terms.lookback().orElse(Integer.MAX_VALUE), unseen);
        Forecast expectation = new Forecast(series);
        Dispersion spread = new Dispersion(series, expectation);
        OptionalDouble middle = expectation.of(span);
        OptionalDouble unit = spread.of(span);
        int known = spread.known(span);
        if (!series.missing().isEmpty()) {
            return new BaselineResult.Unready(series.missing());
        }
        List<HistoryEntry> considered = series.considered();
        int needed = Math.max(Dispersion.LEAST, terms.history().orElse(0));
        if (middle.isEmpty() || unit.isEmpty() || known < needed) {
            return terms.tolerance().limitsChange()
                    ? untilThen(history, terms, known(span, known, needed))
                    : tooLittle(span, known, needed, terms.lookback(), considered);
        }
        long current = terms.of().in(history.current());
        double off = current == 0 ? 0 : Math.log((double) current) - middle.getAsDouble();
        double play = unit.getAsDouble()
                * terms.tolerance().deviation().orElse(DEFAULT_DEVIATION).doubleValue();
        Optional<LastYear.Echo> echo =
                Math.abs(off) <= play ? Optional.empty() : new LastYear(expectation, spread).of(span, off);
        if (!series.missing().isEmpty()) {
            return new BaselineResult.Unready(series.missing());
        }
        double shift = echo.map(LastYear.Echo::deviation).orElse(0.0);
        Band band = Band.around(middle.getAsDouble() + shift, play);
        return new BaselineResult.Expected(
                amount(middle.getAsDouble() + shift),
                band.lowest(),
                Optional.of(band.highest()),
                current == 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.abs(off - shift) / unit.getAsDouble()),
                band.beside(terms.of(), current),
                "usual for " + PeriodNames.kind(span) + " is " + band.text(terms.of()) + " (" + basis(span, expectation)
                        + ")",
                Stream.concat(
                                echo.map(last -> yearAgo(history, last)).stream(),
                                Stream.of(ExclusionSummary.text(considered, PeriodNames.unit(span))))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining("; ")),
                considered);
    }

    /** While too little is known for what is usual: the same weekdays there are, else the last period. */
    private static BaselineResult untilThen(History history, Terms terms, String known) {
        Tolerance change = new Tolerance(
                terms.tolerance().drop(),
                terms.tolerance().rise(),
                Optional.empty(),
                terms.tolerance().atLeast());
        return Stream.of(new SampleBaseline(Rhythm.SAME_WEEKDAY, Level.SIZE, Statistic.MEDIAN), SampleBaseline.PREVIOUS)
                .map(sample ->
                        sample.from(history, new Terms(terms.of(), change, OptionalInt.empty(), terms.lookback())))
                .reduce((first, second) -> first instanceof BaselineResult.TooLittle ? second : first)
                .map(outlook -> outlook instanceof BaselineResult.Expected expected
                        ? expected.because("with " + known + "; ")
                        : outlook)
                .orElseThrow();
    }

    private static String known(Span span, int known, int needed) {
        return known < needed
                ? known + " of " + needed + " earlier " + PeriodNames.unit(span) + "s that tell what is usual"
                : "no earlier " + PeriodNames.alike(span, 1).substring(2);
    }

    private static BaselineResult tooLittle(
            Span span, int known, int needed, OptionalInt lookback, List<HistoryEntry> considered) {
        String unit = PeriodNames.unit(span);
        return new BaselineResult.TooLittle(
                known(span, known, needed),
                Stream.of(
                                known < needed ? Display.count(needed - known, "more " + unit) + " needed" : "",
                                lookback.isPresent()
                                        ? "lookback: " + lookback.getAsInt() + " reaches no further back"
                                        : "",
                                ExclusionSummary.text(considered, unit))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining("; ")),
                considered);
    }

    private static String basis(Span span, Forecast expectation) {
        String lean = percent(expectation.lean().of(span));
        return PeriodNames.alike(span, expectation.level().members(span).size())
                + (lean.equals("0 %") ? "" : ", last " + PeriodNames.unit(span) + "s " + lean);
    }

    private static String yearAgo(History history, LastYear.Echo last) {
        return "a year ago " + history.location().at(last.span()).label() + " was off by " + percent(last.deviation())
                + " too";
    }

    private static String percent(double logarithm) {
        return new Percentage(BigDecimal.valueOf(100 * Math.expm1(logarithm)).setScale(0, RoundingMode.HALF_EVEN))
                .signed();
    }

    private static BigDecimal amount(double logarithm) {
        return BigDecimal.valueOf(Math.exp(logarithm))
                .setScale(0, RoundingMode.HALF_UP)
                .max(BigDecimal.ONE);
    }

    /** As a suite writes it. */
    @Override
    public String toString() {
        return "usual";
    }
}
