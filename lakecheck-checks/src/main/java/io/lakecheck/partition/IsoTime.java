// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.partition;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;

/**
 * A parser for local dates and times in ISO 8601 with any precision from months to seconds, such as {@code 2026-01},
 * {@code 2026-01-02} or {@code 2026-01-02T05}.
 */
final class IsoTime {

    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM[-dd['T'HH[:mm[:ss]]]]")
            .parseDefaulting(ChronoField.DAY_OF_MONTH, 1)
            .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private IsoTime() {}

    /** Returns the earliest time that matches the text; empty if the text is not in this format. */
    static Optional<LocalDateTime> parse(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text, FORMAT));
        } catch (DateTimeParseException notIso) {
            return Optional.empty();
        }
    }
}
