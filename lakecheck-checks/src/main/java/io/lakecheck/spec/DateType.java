// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import java.time.DateTimeException;
import java.time.LocalDate;

/** The syntax of dates in ISO 8601, such as {@code 2026-12-25}. */
final class DateType extends ScalarType<LocalDate> {

    static final DateType TYPE = new DateType();

    private DateType() {
        super("date", "a date such as 2026-12-25", "[0-9]{4}-[0-9]{2}-[0-9]{2}");
    }

    @Override
    LocalDate parse(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw invalid(text, "this day does not exist");
        }
    }
}
