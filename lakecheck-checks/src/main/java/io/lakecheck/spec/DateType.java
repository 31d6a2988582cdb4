// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;

/** The syntax of dates in ISO 8601, such as {@code 2026-12-25}. */
final class DateType extends ScalarType<LocalDate> {

    static final DateType TYPE = new DateType();

    private DateType() {
        super("date", "a date such as 2026-12-25", "[0-9]{4}-[0-9]{2}-[0-9]{2}");
    }

    /** Returns the last day of the month, if the month exists, because a day such as 2026-02-30 usually means that. */
    private String remedy(String text) {
        try {
            return "The last day of this month is "
                    + YearMonth.parse(text.substring(0, Math.max(0, text.lastIndexOf('-'))))
                            .atEndOfMonth();
        } catch (DateTimeException noMonth) {
            return expectation();
        }
    }

    @Override
    LocalDate parse(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new InvalidValueException(defect(text) + ": this day does not exist", remedy(text));
        }
    }
}
