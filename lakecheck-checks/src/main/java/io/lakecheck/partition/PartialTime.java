// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.partition;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalField;
import java.time.temporal.TemporalQueries;
import java.time.temporal.WeekFields;
import java.util.List;

/**
 * Makes a time of what a text says of one: a year alone, a week, half a day. What is left open is the first there is.
 */
final class PartialTime {

    private static final WeekFields WEEKS = WeekFields.of(DatePattern.ISO_WEEKS);

    /** A Monday with which a year begins, by the calendar and by weeks, that has every day that years can have. */
    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);

    /** What may be said of a date without its being whole, coarse before fine so that none moves another. */
    private static final List<TemporalField> DATES = List.of(
            ChronoField.YEAR,
            WEEKS.weekBasedYear(),
            IsoFields.QUARTER_OF_YEAR,
            ChronoField.MONTH_OF_YEAR,
            WEEKS.weekOfWeekBasedYear(),
            ChronoField.DAY_OF_YEAR,
            ChronoField.DAY_OF_MONTH,
            ChronoField.DAY_OF_WEEK);

    /** The same of a time of day. */
    private static final List<TemporalField> TIMES = List.of(ChronoField.AMPM_OF_DAY, ChronoField.HOUR_OF_AMPM);

    private PartialTime() {}

    /** @throws java.time.DateTimeException where it says what no time has: a thirteenth month */
    static LocalDateTime filled(TemporalAccessor said) {
        return LocalDateTime.of(date(said), time(said));
    }

    private static LocalDate date(TemporalAccessor said) {
        LocalDate whole = said.query(TemporalQueries.localDate());
        return whole == null ? filled(FIRST_DAY, DATES, said, LocalDate::with) : whole;
    }

    private static LocalTime time(TemporalAccessor said) {
        LocalTime whole = said.query(TemporalQueries.localTime());
        return whole == null ? filled(LocalTime.MIDNIGHT, TIMES, said, LocalTime::with) : whole;
    }

    private static <T> T filled(T open, List<TemporalField> fields, TemporalAccessor said, Setting<T> setting) {
        T filled = open;
        for (TemporalField field : fields) {
            filled = said.isSupported(field) ? setting.with(filled, field, said.getLong(field)) : filled;
        }
        return filled;
    }

    /** {@link LocalDate#with} and {@link LocalTime#with}, which have no type in common that answers with itself. */
    private interface Setting<T> {
        T with(T open, TemporalField field, long value);
    }
}
