// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.partition;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;

/** The names of periods, as they appear in messages. */
public final class PeriodNames {

    private PeriodNames() {}

    /** Returns the unit of a span's period, for example {@code day}. */
    public static String unit(Span span) {
        return span.period().toString();
    }

    /**
     * Returns the unit in which spans are counted: {@code day} or, if there are other days between the first and the
     * last of them, {@code expected day}.
     *
     * @param count the number of spans from the first to the last one
     */
    public static String unit(Span first, Span last, int count) {
        return (first.period().count(first.from(), last.from()) == count - 1 ? "" : "expected ") + unit(first);
    }

    /** Returns the name of a quarter or year with the month in which it starts, for example {@code year from April}. */
    static String withStart(Period period) {
        return period + " from " + Month.of(period.offset() + 1).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    /** Returns a location whose names are those of the next period, for example {@code {date+1d}}. */
    public static String shifted(Span span) {
        int length = span.period().length();
        return switch (span.period().unit()) {
            case MINUTES -> "{date+" + length + "m}/{HHmm+" + length + "m}";
            case HOURS -> "{date+1h}/{HH+1h}";
            case DAYS -> "{date+1d}";
            case WEEKS -> "{YYYY-'W'ww+1w}";
            default -> length == 1 ? "{yyyy-MM+1M}" : length == 3 ? "{yyyy+3M}-Q{Q+3M}" : "{yyyy+12M}";
        };
    }

    /** Returns the weekday on which a span starts, for example {@code Monday}. */
    public static String weekday(Span span) {
        return weekday(span.from().getDayOfWeek());
    }

    /** Returns the name of a weekday, for example {@code Monday}. */
    public static String weekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}
