// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import io.lakecheck.partition.Partition;
import io.lakecheck.partition.PeriodNames;
import io.lakecheck.partition.Span;
import io.lakecheck.value.Display;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The baseline {@code usual}: the {@link WeekdayLevel} of earlier periods, the {@link Trend} of the last days and the
 * usual {@link Dispersion}, learned from sizes alone. It replays its own past to leave out incidents and to accept new
 * levels, see {@link HistoryReplay}, and allows for what happened a {@linkplain YearAgo year ago}. In logarithms, so
 * that a halving and a doubling weigh alike.
 */
public record SeasonalBaseline() implements Baseline {

    /** How many times the usual spread a deviation may be by default. */
    public static final BigDecimal DEFAULT_DEVIATION = BigDecimal.valueOf(2);

    @Override
    public int longestHistory() {
        return Dispersion.RECENT;
    }

    @Override
    public boolean knowsDeviation() {
        return true;
    }

    @Override
    public BaselineResult from(History history, Terms terms) {
        return history.partition()
                .span()
                .map(span -> from(span, history, terms))
                .orElseGet(() ->
                        new BaselineResult.TooLittle("nothing", "a dataset without dates has no history", List.of()));
    }

    @Override
    public Set<Partition> mayNeed(History history, Terms terms) {
        return history.partition()
                .span()
                .map(span -> {
                    SizeHistory sizes = new SizeHistory(history, terms, span);
                    sizes.window();
                    readYearAgo(sizes, span);
                    return sizes.missing();
                })
                .orElse(Set.of());
    }

    private static BaselineResult from(Span span, History history, Terms terms) {
        SizeHistory sizes = new SizeHistory(history, terms, span);
        double[] window = sizes.window();
        if (!sizes.missing().isEmpty()) {
            return new BaselineResult.Unready(sizes.missing());
        }
        LearnedHistory learned = HistoryReplay.of(sizes.cadence(), window, levelStarts(history, sizes));
        Forecast forecast = learned.forecast();
        int needed = Math.max(Dispersion.LEAST, terms.history().orElse(0));
        if (!forecast.isKnown() || learned.compared() < needed) {
            return new BaselineResult.TooLittle("", tooLittle(span, learned, needed, terms), sizes.considered(learned));
        }
        long amount = terms.of().in(history.current());
        ExpectedBand band = ExpectedBand.of(forecast, terms.tolerance());
        List<YearAgo.Echo> echoes = List.of();
        if (amount > 0 && band.isOpenTo(amount) && sizes.cadence().hasWeekdays()) {
            readYearAgo(sizes, span);
            if (!sizes.missing().isEmpty()) {
                return new BaselineResult.Unready(sizes.missing());
            }
            echoes = YearAgo.echoes(sizes::size, sameDate(span), forecast.spread());
        }
        ExpectedBand extended = band.extended(echoes);
        return new BaselineResult.Expected(
                extended.range(amount),
                amount == 0 ? OptionalDouble.empty() : OptionalDouble.of(extended.deviation(amount)),
                extended.band().measured(terms.of(), amount),
                extended.band().text(terms.of(), amount) + " ("
                        + new HistoryNotes(span, learned).text(forecast.trend(), extended.moving(echoes)) + ")",
                "",
                sizes.considered(learned));
    }

    /** Reads what a year ago may explain; what was not listed yet is then missing. */
    private static void readYearAgo(SizeHistory sizes, Span span) {
        if (sizes.cadence().hasWeekdays()) {
            YearAgo.days(sameDate(span)).forEach(sizes::size);
        }
    }

    /** Returns how many days ago the same date of last year was; 28 February for the 29th. */
    private static int sameDate(Span span) {
        LocalDate date = span.from().toLocalDate();
        return (int) ChronoUnit.DAYS.between(date.minusYears(1), date);
    }

    /** Returns the places in the window at which a level that the suite declares starts. */
    private static Set<Integer> levelStarts(History history, SizeHistory sizes) {
        Set<LocalDate> levels = history.calendar().incidents().levels();
        Set<Integer> starts = new HashSet<>();
        int window = sizes.cadence().window();
        for (LocalDate level : levels) {
            for (int day = 1; day <= window; day++) {
                if (!date(sizes, window - day).isBefore(level)) {
                    if (date(sizes, window - day + 1).isBefore(level)) {
                        starts.add(day);
                    }
                    break;
                }
            }
        }
        return starts;
    }

    private static LocalDate date(SizeHistory sizes, int back) {
        return sizes.span(back).from().toLocalDate();
    }

    private static String tooLittle(Span span, LearnedHistory learned, int needed, Terms terms) {
        String unit = learned.cadence().hasWeekdays() ? "day" : PeriodNames.unit(span);
        return "needs " + PeriodNames.alike(span, WeekdayLevel.LEAST) + " and " + Display.count(needed, unit)
                + " to compare, has " + learned.alike() + " and " + learned.compared()
                + (terms.lookback().isPresent()
                        ? "; lookback: " + terms.lookback().getAsInt() + " reaches no further back"
                        : "");
    }

    /** Returns the limits in words: {@code at most 2 times the typical deviation}. */
    public static String describe(Tolerance tolerance) {
        String spread = Display.plain(tolerance.deviation().orElse(DEFAULT_DEVIATION)) + " times the typical deviation";
        return tolerance.limitsChange()
                ? tolerance.drop().map(drop -> "-" + drop).orElse("-" + spread) + " to "
                        + tolerance.rise().map(rise -> "+" + rise).orElse("+" + spread)
                : "at most " + spread;
    }

    /** As a suite writes it. */
    @Override
    public String toString() {
        return "usual";
    }
}
