// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/** The syntax of dates and of single hours in ISO 8601, such as {@code 2026-12-25} and {@code 2026-01-31T23}. */
final class DateOrHourType extends ScalarType<DateOrHour> {

    static final DateOrHourType TYPE = new DateOrHourType();

    private DateOrHourType() {
        super(
                "date",
                "a date such as 2026-12-25, or an hour such as 2026-01-31T23",
                "[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}(:00)?)?");
    }

    @Override
    DateOrHour parse(String text) {
        int hour = text.indexOf('T') + 1;
        LocalDate date = DateType.TYPE.parse(text.substring(0, hour == 0 ? text.length() : hour - 1));
        return new DateOrHour(date, hour == 0 ? Optional.empty() : Optional.of(hour(text, date, hour)));
    }

    private LocalDateTime hour(String text, LocalDate date, int start) {
        try {
            return date.atTime(Integer.parseInt(text.substring(start, start + 2)), 0);
        } catch (DateTimeException e) {
            throw new InvalidValueException(
                    defect(text) + ": this hour does not exist",
                    "Hours are numbered from 00 to 23. To exclude the whole day, write " + date);
        }
    }
}
