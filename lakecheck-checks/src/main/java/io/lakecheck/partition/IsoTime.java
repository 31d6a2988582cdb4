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
 * A local date or time in ISO 8601 with any precision from years to seconds, such as {@code 2026-01},
 * {@code 2026-01-02} or {@code 2026-01-02T05}.
 *
 * @param earliest the earliest time that matches
 * @param length the number of characters, which depends only on the precision
 */
record IsoTime(LocalDateTime earliest, int length) {

    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .appendPattern("uuuu[-MM[-dd['T'HH[:mm[:ss]]]]]")
            .parseDefaulting(ChronoField.MONTH_OF_YEAR, 1)
            .parseDefaulting(ChronoField.DAY_OF_MONTH, 1)
            .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    /** Returns empty if the text is not in this format. */
    static Optional<IsoTime> parse(String text) {
        try {
            return Optional.of(new IsoTime(LocalDateTime.parse(text, FORMAT), text.length()));
        } catch (DateTimeParseException notIso) {
            return Optional.empty();
        }
    }

    /**
     * Returns whether all times that match are in the same period. A date without an hour, for example, spans several
     * hours.
     */
    boolean isWithin(Period period) {
        return length
                >= switch (period.unit()) {
                    case MINUTES -> "2026-01-02T05:15".length();
                    case HOURS -> "2026-01-02T05".length();
                    case DAYS, WEEKS -> "2026-01-02".length();
                    default -> period.equals(Period.YEAR) ? "2026".length() : "2026-01".length();
                };
    }
}
