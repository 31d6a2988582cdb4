// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

/**
 * Moments, with an offset or without: {@code 2026-01-03T07:00:00Z}, {@code 2026-01-03T07:00+01:00},
 * {@code 2026-01-03T07:00}.
 */
final class MomentType extends ScalarType<AsOf> {

    static final MomentType TYPE = new MomentType();

    private MomentType() {
        super(
                "moment",
                "a moment such as 2026-01-03T07:00:00Z, or 2026-01-03T07:00 in the suite's own zone",
                "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,9})?)?(Z|[+-][0-9]{2}:[0-9]{2})?");
    }

    @Override
    AsOf parse(String text) {
        try {
            TemporalAccessor moment =
                    DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            return moment instanceof OffsetDateTime offset
                    ? new AsOf(offset.toLocalDateTime(), Optional.of(offset.getOffset()))
                    : new AsOf(LocalDateTime.from(moment), Optional.empty());
        } catch (DateTimeException e) {
            throw new InvalidValueException("'" + text + "' is no moment", "write " + expected());
        }
    }

    @Override
    String remedy(String text) {
        return text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")
                ? "it has no time; write for instance " + text + "T07:00"
                : super.remedy(text);
    }
}
