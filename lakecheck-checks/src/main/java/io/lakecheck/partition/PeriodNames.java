// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.partition;

import io.lakecheck.value.Display;
import java.time.format.TextStyle;
import java.util.Locale;

/** The names of periods, as they appear in messages. */
public final class PeriodNames {

    private PeriodNames() {}

    /**
     * Returns, as text, a number of periods that are comparable with the given one, for example {@code 6 Mondays}. Days
     * and hours are comparable if they fall on the same weekday. All weeks are comparable with each other ({@code 1
     * week}), and so are all months ({@code 3 months}).
     */
    public static String alike(Span span, int count) {
        return Display.count(
                count,
                switch (span.period()) {
                    case HOUR, DAY -> weekday(span);
                    case WEEK, MONTH -> unit(span);
                });
    }

    /** Returns the unit of a span's period, for example {@code day}. */
    public static String unit(Span span) {
        return span.period().toString();
    }

    /** Returns the weekday on which a span starts, for example {@code Monday}. */
    public static String weekday(Span span) {
        return span.from().getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}
