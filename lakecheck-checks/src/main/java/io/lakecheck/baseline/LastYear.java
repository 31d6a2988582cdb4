// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import io.lakecheck.partition.Period;
import io.lakecheck.partition.Span;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** What was out of the ordinary a year ago, on the same date or on the same weekday: holidays repeat. */
final class LastYear {

    /** A period of last year and how far it was off, as a logarithm. */
    record Echo(Span span, double deviation) {}

    private final Forecast expectation;
    private final Dispersion spread;

    LastYear(Forecast expectation, Dispersion spread) {
        this.expectation = expectation;
        this.spread = spread;
    }

    /**
     * Which of last year's days explains a deviation best: one that was off past its own spread, so that what is left
     * is less than without it, as nothing to the other side could do. Empty where none does.
     */
    Optional<Echo> of(Span span, double deviation) {
        return candidates(span)
                .filter(Span::exists)
                .flatMap(year -> echo(year).stream())
                .filter(echo -> Math.abs(deviation - echo.deviation()) < Math.abs(deviation))
                .min(Comparator.comparingDouble(echo -> Math.abs(deviation - echo.deviation())));
    }

    private Optional<Echo> echo(Span year) {
        OptionalDouble off = expectation.deviation(year);
        OptionalDouble usual = off.isPresent() ? spread.of(year) : off;
        return usual.isPresent() && Math.abs(off.getAsDouble()) > usual.getAsDouble()
                ? Optional.of(new Echo(year, off.getAsDouble()))
                : Optional.empty();
    }

    private static Stream<Span> candidates(Span span) {
        LocalDateTime sameDate = span.period().floor(span.from().minusYears(1));
        return span.period() == Period.MONTH
                ? Stream.of(span.at(sameDate))
                : Stream.of(span.at(sameDate), span.at(span.from().minusWeeks(52)))
                        .distinct();
    }
}
