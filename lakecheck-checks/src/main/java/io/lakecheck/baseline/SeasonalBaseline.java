// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import io.lakecheck.partition.Calendar;
import io.lakecheck.partition.Partition;
import io.lakecheck.partition.PeriodNames;
import io.lakecheck.partition.Span;
import io.lakecheck.value.Display;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The {@code usual} baseline. It consists of the weekday's {@linkplain WeekdayLevel level}, the {@linkplain Trend
 * trend} of recent days and their {@linkplain Dispersion dispersion}, all derived from sizes alone. A
 * {@linkplain HistoryReplay replay} of the history excludes incidents and accepts new levels. A day may be as unusual
 * as the corresponding days a {@linkplain YearAgo year ago}. All calculations use logarithms, so that halving and
 * doubling a size are changes of the same magnitude.
 */
public record SeasonalBaseline() implements Baseline {

    /** The default limit on the deviation, as a multiple of the spread. */
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
                .orElseGet(() -> new BaselineResult.TooLittle("", "a dataset without dates has no history", List.of()));
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

    /**
     * Returns the lookback with which the baseline of an earlier period reads only partitions that the baseline of a
     * newer one reads.
     *
     * @param lookback the lookback of the newer one; empty if it reads the whole window
     */
    public static int lookback(Calendar calendar, Span newer, Span earlier, OptionalInt lookback) {
        return EarlierSpans.of(earlier, calendar)
                .lookback(EarlierSpans.of(newer, calendar).start(lookback));
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
        Optional<MonthlyEvent> event = MonthlyEvent.on(span, sizes.cadence(), forecast, window);
        Band range = extended.band();
        return new BaselineResult.Expected(
                extended.range(amount),
                amount == 0 ? OptionalDouble.empty() : OptionalDouble.of(extended.deviation(amount)),
                extended.band().measured(terms.of(), amount),
                extended.band().text(terms.of(), amount) + " ("
                        + new HistoryNotes(span, learned, sizes::span).text(forecast.trend(), extended.moving(echoes))
                        + ")",
                event.filter(found -> found.isAbove() ? range.isAbove(amount) : range.isBelow(amount))
                        .map(MonthlyEvent::explanation)
                        .orElse(""),
                event.filter(found -> range.holds(amount) && !found.isRepeatedBy(amount))
                        .map(MonthlyEvent::doubt)
                        .orElse(""),
                sizes.considered(learned));
    }

    /**
     * Reads the days a year ago that may explain the size. Days that have not been listed yet are added to the missing
     * partitions.
     */
    private static void readYearAgo(SizeHistory sizes, Span span) {
        if (sizes.cadence().hasWeekdays()) {
            YearAgo.days(sameDate(span)).forEach(sizes::size);
        }
    }

    /** Returns the number of days since the same date last year. For 29 February, the date last year is 28 February. */
    private static int sameDate(Span span) {
        LocalDate date = span.from().toLocalDate();
        return (int) ChronoUnit.DAYS.between(date.minusYears(1), date);
    }

    /**
     * Returns the days on which a new level starts according to the suite, numbered from 0, the oldest day in the
     * window.
     */
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
        String unit = span.period().isLongerThanDay() ? PeriodNames.unit(span) : "day";
        return "found " + learned.cadence().alike(span, learned.alike()) + " (at least " + WeekdayLevel.LEAST
                + " required) and " + Display.count(learned.compared(), "comparable " + unit) + " (at least " + needed
                + " required)"
                + (terms.lookback().isPresent()
                        ? "; lookback: " + terms.lookback().getAsInt() + " limits the search"
                        : "");
    }

    /** Describes the limits, for example {@code at most 2 times the typical deviation}. */
    public static String describe(Tolerance tolerance) {
        String spread = Display.plain(tolerance.deviation().orElse(DEFAULT_DEVIATION)) + " times the typical deviation";
        if (!tolerance.limitsChange()) {
            return "at most " + spread;
        }
        return tolerance.drop().isPresent() && tolerance.rise().isPresent()
                ? tolerance.changeText().orElseThrow()
                : "drop at most " + tolerance.drop().map(Object::toString).orElse(spread) + ", rise at most "
                        + tolerance.rise().map(Object::toString).orElse(spread);
    }

    /** Returns the baseline as written in a suite. */
    @Override
    public String toString() {
        return "usual";
    }
}
