// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

/**
 * The syntax of timestamps with or without an offset, such as {@code 2026-01-03T07:00:00Z},
 * {@code 2026-01-03T07:00+01:00} and {@code 2026-01-03T07:00}.
 */
final class TimestampType extends ScalarType<Timestamp> {

    static final TimestampType TYPE = new TimestampType();

    private TimestampType() {
        super(
                "timestamp",
                "a timestamp such as 2026-01-03T07:00:00Z, or 2026-01-03T07:00 in the dataset's time zone",
                "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,9})?)?(Z|[+-][0-9]{2}:[0-9]{2})?");
    }

    @Override
    Timestamp parse(String text) {
        try {
            TemporalAccessor parsed =
                    DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            return parsed instanceof OffsetDateTime offset
                    ? new Timestamp(offset.toLocalDateTime(), Optional.of(offset.getOffset()))
                    : new Timestamp(LocalDateTime.from(parsed), Optional.empty());
        } catch (DateTimeException e) {
            throw invalid(text, "this date or time does not exist");
        }
    }

    @Override
    InvalidValueException explain(String text) {
        return text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")
                ? invalid(text, "the time is missing (write " + text + "T07:00)")
                : super.explain(text);
    }
}
