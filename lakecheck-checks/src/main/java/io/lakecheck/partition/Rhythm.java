// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.partition;

import java.time.LocalDateTime;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which earlier periods are like a given one. */
public enum Rhythm {
    /** All of them. */
    EVERY,
    /** Those of the same weekday, in an hourly dataset at the same hour; all weeks and all months are alike. */
    SAME_WEEKDAY,
    /**
     * Those of the same day of a month, in an hourly dataset at the same hour; a month that lacks that day is passed
     * over.
     */
    SAME_DAY_OF_MONTH;

    /** How many steps back are tried: longer than any holiday, short enough to end. */
    private static final int SEARCH = 10_000;

    /** Earlier spans, nearest first; ends after some years at the latest. */
    public Stream<Span> earlier(Span span) {
        LocalDateTime from = span.from();
        Stream<Span> all =
                switch (this) {
                    case EVERY -> steps(count -> span.step(-count));
                    case SAME_WEEKDAY ->
                        span.period() == Period.MONTH
                                ? EVERY.earlier(span)
                                : steps(count -> span.at(from.minusWeeks(count)));
                    case SAME_DAY_OF_MONTH ->
                        span.period() == Period.WEEK
                                ? EVERY.earlier(span)
                                : steps(count -> span.at(from.minusMonths(count)))
                                        .filter(other -> other.from().getDayOfMonth() == from.getDayOfMonth());
                };
        return all.filter(Span::exists);
    }

    private static Stream<Span> steps(IntFunction<Span> step) {
        return IntStream.rangeClosed(1, SEARCH).mapToObj(step);
    }
}
