// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import io.lakecheck.partition.Calendar;
import io.lakecheck.partition.Span;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The spans before a checked one, numbered by their distance from it. If data is expected so rarely that there is no
 * {@linkplain WeeklyPattern weekly pattern}, for example only on the last workday of each month, only the expected
 * spans are counted.
 *
 * @param judged the checked span
 * @param cadence the parameters that depend on how often data is expected
 * @param spans returns the span at a distance of 0 to the length of the window; it does not necessarily
 *     {@linkplain Span#exists() exist}
 */
record EarlierSpans(Span judged, Cadence cadence, IntFunction<Span> spans) {

    /** The maximum number of days to search for expected spans, or of spans if they are longer. */
    private static final int SEARCH = 4_000;

    static EarlierSpans of(Span judged, Calendar calendar) {
        LocalDate date = judged.from().toLocalDate();
        boolean isCounted =
                judged.period().isLongerThanDay() ? !calendar.isWeekly() : !WeeklyPattern.includes(date, calendar);
        if (!isCounted) {
            Cadence cadence = Cadence.of(judged.period());
            return new EarlierSpans(judged, cadence, back -> cadence.before(judged, back));
        }
        boolean isMixed = !judged.period().isLongerThanDay() && WeeklyPattern.isDayOfMonth(date, calendar);
        List<Span> expected = expected(judged, isMixed ? calendar.ofMonth() : calendar);
        return new EarlierSpans(
                judged,
                Cadence.PERIODS.withWindow(expected.size()),
                back -> back == 0 ? judged : expected.get(back - 1));
    }

    private static List<Span> expected(Span judged, Calendar calendar) {
        int window = Cadence.PERIODS.window();
        LocalDateTime oldest = judged.from().minusDays(SEARCH);
        return IntStream.iterate(1, back -> back + 1)
                .mapToObj(back -> Cadence.of(judged.period()).before(judged, back))
                .takeWhile(span ->
                        span.from().isAfter(oldest) || !span.step(window).from().isBefore(judged.from()))
                .filter(Span::exists)
                .filter(calendar::expects)
                .limit(window)
                .toList();
    }

    /** @param back the distance; a year of days at most, or the length of the window if expected spans are counted */
    Span at(int back) {
        return spans.apply(back);
    }

    /** Returns the start of the earliest span that a baseline with the given lookback reads. */
    LocalDateTime start(OptionalInt lookback) {
        return cadence.hasWeekdays() && lookback.isPresent()
                ? judged.period().step(judged.from(), -lookback.getAsInt())
                : at(Math.min(lookback.orElse(cadence.window()), cadence.window()))
                        .from();
    }

    /** Returns the lookback with which a baseline reads no span that starts before the given time. */
    int lookback(LocalDateTime start) {
        return cadence.hasWeekdays()
                ? (int) judged.period().count(start, judged.from())
                : (int) IntStream.rangeClosed(1, cadence.window())
                        .filter(back -> !at(back).from().isBefore(start))
                        .count();
    }
}
