// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.partition;

import java.time.format.TextStyle;
import java.util.Locale;

/** The names of periods, as they appear in messages. */
public final class PeriodNames {

    private PeriodNames() {}

    /** Returns the unit of a span's period, for example {@code day}. */
    public static String unit(Span span) {
        return span.period().toString();
    }

    /** Returns the weekday on which a span starts, for example {@code Monday}. */
    public static String weekday(Span span) {
        return span.from().getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}
