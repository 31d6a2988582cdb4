// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.partition;

import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The rule that determines which earlier periods are comparable with a given one. */
public enum Rhythm {
    /** All earlier periods. */
    EVERY,
    /**
     * Earlier days with the same weekday, or earlier hours with the same weekday and hour of the day. For longer
     * periods, all earlier ones.
     */
    SAME_WEEKDAY,
    /**
     * Earlier days with the same day of the month, or earlier hours with the same day of the month and hour of the day.
     * The last day of a month is comparable only with the last days of other months, whatever their number, because
     * that is when months are closed. Months without a comparable day are skipped. For longer periods, all earlier
     * ones.
     */
    SAME_DAY_OF_MONTH;

    /** The maximum number of steps back in time. No gap in a calendar requires more. */
    private static final int SEARCH = 10_000;

    /** Returns the comparable earlier spans, most recent first. The stream ends after 10,000 steps back in time. */
    public Stream<Span> earlier(Span span) {
        LocalDateTime from = span.from();
        Stream<Span> all =
                switch (this) {
                    case EVERY -> steps(count -> span.step(-count));
                    case SAME_WEEKDAY ->
                        span.period().compareTo(Period.WEEK) > 0
                                ? EVERY.earlier(span)
                                : steps(count -> span.at(from.minusWeeks(count)));
                    case SAME_DAY_OF_MONTH ->
                        span.period().isLongerThanDay() && !span.period().equals(Period.MONTH)
                                ? EVERY.earlier(span)
                                : DayOfMonth.isLast(from.toLocalDate())
                                        ? steps(count -> span.at(
                                                from.minusMonths(count).with(TemporalAdjusters.lastDayOfMonth())))
                                        : steps(count -> span.at(from.minusMonths(count)))
                                                .filter(other -> other.from().getDayOfMonth() == from.getDayOfMonth()
                                                        && !DayOfMonth.isLast(
                                                                other.from().toLocalDate()));
                };
        return all.filter(Span::exists);
    }

    private static Stream<Span> steps(IntFunction<Span> step) {
        return IntStream.rangeClosed(1, SEARCH).mapToObj(step);
    }
}
