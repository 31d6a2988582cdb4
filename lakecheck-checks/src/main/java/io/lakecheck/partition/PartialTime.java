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
 * Completes partial times, such as a year, a week or half a day. Each field that is not specified gets its earliest
 * value.
 */
final class PartialTime {

    private static final WeekFields WEEKS = WeekFields.of(DatePattern.ISO_WEEKS);

    /** The year of a time without a year, which starts with {@link #FIRST_DAY}. */
    static final int FIRST_YEAR = 2024;

    /**
     * A Monday on which both a calendar year and a week-based year start. The year is a leap year, so that every
     * possible day of a year exists.
     */
    private static final LocalDate FIRST_DAY = LocalDate.of(FIRST_YEAR, 1, 1);

    /**
     * The fields of an incomplete date, ordered from coarse to fine, so that setting a field does not change those that
     * were set before it.
     */
    private static final List<TemporalField> DATES = List.of(
            ChronoField.YEAR,
            WEEKS.weekBasedYear(),
            IsoFields.QUARTER_OF_YEAR,
            ChronoField.MONTH_OF_YEAR,
            WEEKS.weekOfWeekBasedYear(),
            ChronoField.DAY_OF_YEAR,
            ChronoField.DAY_OF_MONTH,
            ChronoField.DAY_OF_WEEK);

    /** The fields of an incomplete time of day. */
    private static final List<TemporalField> TIMES = List.of(ChronoField.AMPM_OF_DAY, ChronoField.HOUR_OF_AMPM);

    private PartialTime() {}

    /**
     * @param year the year of a partial time without a year
     * @throws java.time.DateTimeException if a value is out of range, such as a thirteenth month
     */
    static LocalDateTime complete(TemporalAccessor partial, int year) {
        return LocalDateTime.of(date(partial, FIRST_DAY.withYear(year)), time(partial));
    }

    private static LocalDate date(TemporalAccessor partial, LocalDate firstDay) {
        LocalDate whole = partial.query(TemporalQueries.localDate());
        return whole == null ? complete(firstDay, DATES, partial, LocalDate::with) : whole;
    }

    private static LocalTime time(TemporalAccessor partial) {
        LocalTime whole = partial.query(TemporalQueries.localTime());
        return whole == null ? complete(LocalTime.MIDNIGHT, TIMES, partial, LocalTime::with) : whole;
    }

    private static <T> T complete(
            T earliest, List<TemporalField> fields, TemporalAccessor partial, Setting<T> setting) {
        T completed = earliest;
        for (TemporalField field : fields) {
            completed = partial.isSupported(field) ? setting.with(completed, field, partial.getLong(field)) : completed;
        }
        return completed;
    }

    /**
     * Either {@link LocalDate#with} or {@link LocalTime#with}. The two classes have no common supertype whose method
     * returns the class itself.
     */
    private interface Setting<T> {
        T with(T value, TemporalField field, long fieldValue);
    }
}
