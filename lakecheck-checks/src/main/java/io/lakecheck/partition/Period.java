// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.partition;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** The length of time that a partition covers, in local time. Weeks start on Monday, as in ISO 8601. */
public enum Period {
    HOUR(ChronoUnit.HOURS),
    DAY(ChronoUnit.DAYS),
    WEEK(ChronoUnit.WEEKS),
    MONTH(ChronoUnit.MONTHS);

    private final ChronoUnit unit;

    Period(ChronoUnit unit) {
        this.unit = unit;
    }

    /** Returns the start of the period that contains a local time. */
    public LocalDateTime floor(LocalDateTime time) {
        return switch (this) {
            case HOUR -> time.truncatedTo(ChronoUnit.HOURS);
            case DAY -> time.truncatedTo(ChronoUnit.DAYS);
            case WEEK -> time.truncatedTo(ChronoUnit.DAYS).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> time.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
        };
    }

    /**
     * Returns the start of the period that is {@code count} periods later, or earlier if {@code count} is negative.
     * Clock changes have no effect, because times are local.
     */
    public LocalDateTime step(LocalDateTime from, long count) {
        return from.plus(count, unit);
    }

    /** Returns the name in lower case, for example {@code day}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the number of periods from one start time to another; negative if {@code to} is earlier. Clock changes
     * have no effect, because times are local.
     */
    public long count(LocalDateTime from, LocalDateTime to) {
        return unit.between(from, to);
    }
}
