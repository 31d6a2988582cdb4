// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/**
 * On which days data is expected, by the local date at which a period begins. What is outside is neither expected nor part of a
 * baseline.
 *
 * @param days days of the week on which data is expected; at least one
 * @param except dates on which none is expected all the same
 */
public record Calendar(Set<DayOfWeek> days, Set<LocalDate> except) {

    public static final Calendar EVERY_DAY = new Calendar(EnumSet.allOf(DayOfWeek.class), Set.of());

    public Calendar {
        if (days.isEmpty()) {
            throw new IllegalArgumentException("a calendar without a day expects nothing; name at least one day");
        }
        days = Set.copyOf(days);
        except = Set.copyOf(except);
    }

    /** Whether data of this span is expected. */
    public boolean expects(Span span) {
        LocalDate date = span.from().toLocalDate();
        return days.contains(date.getDayOfWeek()) && !except.contains(date);
    }
}
