// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.partition;

import java.time.LocalDateTime;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The choice of earlier periods that are comparable with a given one. */
public enum Rhythm {
    /** All earlier periods. */
    EVERY,
    /**
     * Earlier periods on the same weekday and, in an hourly dataset, at the same hour; for weeks and months, all
     * earlier periods.
     */
    SAME_WEEKDAY,
    /**
     * Earlier periods on the same day of the month and, in an hourly dataset, at the same hour. Months without that day
     * are skipped. For weeks, all earlier periods.
     */
    SAME_DAY_OF_MONTH;

    /** The maximum number of steps back, which is more than any gap in a calendar requires. */
    private static final int SEARCH = 10_000;

    /** Returns the earlier spans, most recent first. The stream ends after 10,000 steps. */
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
