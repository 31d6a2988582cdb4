// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;

/** Moments as tests write them: local to a dataset's zone, or with an offset of their own. */
final class Moment {

    private Moment() {}

    /** @throws IllegalArgumentException where it is none; says what to write instead */
    static Instant read(String text, ZoneId zone) {
        try {
            TemporalAccessor read =
                    DateTimeFormatter.ISO_DATE_TIME.parseBest(text, ZonedDateTime::from, LocalDateTime::from);
            return read instanceof ZonedDateTime zoned
                    ? zoned.toInstant()
                    : LocalDateTime.from(read).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no moment; write 2026-01-03T05:30 (in " + zone + ") or 2026-01-03T05:30:00Z", e);
        }
    }
}
