// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.partition;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * On which days data is expected, by local dates. What is outside is neither expected nor part of a baseline. A week or
 * a month is outside where each of its days is: one calendar of working days and holidays fits datasets of all periods.
 *
 * @param days days of the week on which data is expected; at least one
 * @param except dates on which none is expected all the same: holidays
 * @param only the dates on which alone data is expected; empty for all
 * @param validThrough the last date for which {@code except} is known to be whole; empty for ever
 */
public record Calendar(
        Set<DayOfWeek> days, Set<LocalDate> except, Set<LocalDate> only, Optional<LocalDate> validThrough) {

    public static final Calendar EVERY_DAY = new Calendar(EnumSet.allOf(DayOfWeek.class), Set.of());

    public Calendar {
        if (days.isEmpty()) {
            throw new IllegalArgumentException("a calendar without a day expects nothing; name at least one day");
        }
        days = Set.copyOf(days);
        except = Set.copyOf(except);
        only = Set.copyOf(only);
    }

    /** Weekdays and exceptions alone. */
    public Calendar(Set<DayOfWeek> days, Set<LocalDate> except) {
        this(days, except, Set.of(), Optional.empty());
    }

    /** Whether data of this span is expected. */
    public boolean expects(Span span) {
        return span.days().stream().anyMatch(this::expects);
    }

    /** Whether it is no longer known which dates around this span are holidays. */
    public boolean isExpiredFor(Span span) {
        return validThrough
                .filter(last -> span.from().toLocalDate().isAfter(last))
                .isPresent();
    }

    /** Returns whether the reason why no data of this span is expected is one of the exceptions. */
    public boolean isExcepted(Span span) {
        return !expects(span) && span.days().stream().anyMatch(except::contains);
    }

    private boolean expects(LocalDate day) {
        return !except.contains(day) && days.contains(day.getDayOfWeek()) && (only.isEmpty() || only.contains(day));
    }
}
