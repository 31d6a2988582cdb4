// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.partition;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The local dates on which data is expected. A period outside the calendar is neither expected nor part of a baseline.
 * A week or a month is outside the calendar only if all its days are, so one calendar of working days and holidays can
 * be used for hourly, daily, weekly and monthly datasets.
 *
 * @param days the rule for the dates on which data is expected; must not be empty
 * @param except the dates on which no data is expected, such as holidays
 * @param only if not empty, the only dates on which data can be expected
 * @param validThrough the last date for which {@code except} is known to be complete; empty if the calendar does not
 *     expire
 * @param hours the hours of the day in which hourly data is expected
 * @param incidents the known incidents of the dataset
 */
public record Calendar(
        Days days,
        Set<LocalDate> except,
        Set<LocalDate> only,
        Optional<LocalDate> validThrough,
        Hours hours,
        Incidents incidents) {

    public static final Calendar EVERY_DAY = new Calendar(EnumSet.allOf(DayOfWeek.class), Set.of());

    public Calendar {
        if (days.isEmpty()) {
            throw new IllegalArgumentException(
                    "the calendar has no days. Set at least one, for example days: weekdays");
        }
        except = Set.copyOf(except);
        only = Set.copyOf(only);
    }

    /** Creates a calendar of days of the week, with all hours and without known incidents. */
    public Calendar(Set<DayOfWeek> days, Set<LocalDate> except, Set<LocalDate> only, Optional<LocalDate> validThrough) {
        this(Days.weekly(days), except, only, validThrough, Hours.ALL, Incidents.NONE);
    }

    /** Creates a calendar that does not expire. */
    public Calendar(Set<DayOfWeek> days, Set<LocalDate> except) {
        this(days, except, Set.of(), Optional.empty());
    }

    /** Returns a calendar of days without exceptions. */
    public static Calendar of(Days days) {
        return new Calendar(days, Set.of(), Set.of(), Optional.empty(), Hours.ALL, Incidents.NONE);
    }

    /** Returns whether the same days of each week are expected, apart from exceptions. */
    public boolean isWeekly() {
        return only.isEmpty() && days.ofMonth().isEmpty() && days.every().isEmpty();
    }

    /** Returns a copy of this calendar without the dates that are expected because of their day of the week. */
    public Calendar ofMonth() {
        return new Calendar(
                new Days(Set.of(), days.ofMonth(), days.every()), except, only, validThrough, hours, incidents);
    }

    /** Returns a copy of this calendar with the given known incidents. */
    public Calendar with(Incidents other) {
        return other.equals(incidents) ? this : new Calendar(days, except, only, validThrough, hours, other);
    }

    /** Returns whether data is expected on at least one of the span's days and, if it is an hour, in this hour. */
    public boolean expects(Span span) {
        return hours.expects(span) && span.days().stream().anyMatch(this::expects);
    }

    /**
     * Returns whether the span starts after {@code validThrough}. If so, some of its holidays may be missing from this
     * calendar.
     */
    public boolean isExpiredFor(Span span) {
        return validThrough
                .filter(last -> span.from().toLocalDate().isAfter(last))
                .isPresent();
    }

    /**
     * Returns the last date in {@code only} on which data is expected, if the span is the last one that contains that
     * date and is expected, and the deadline of the next span has passed; otherwise empty.
     */
    public Optional<LocalDate> lastDateBefore(Instant now, Span span) {
        return only.stream()
                .filter(this::expects)
                .max(Comparator.naturalOrder())
                .filter(span.days()::contains)
                .filter(last -> Stream.iterate(span.step(1), next -> next.step(1))
                        .takeWhile(next -> next.from().toLocalDate().equals(last))
                        .noneMatch(this::expects))
                .filter(last -> !span.step(1).deadline().toInstant().isAfter(now));
    }

    /** Returns whether the span is outside the calendar because it, or at least one of its days, is an exception. */
    public boolean isExcepted(Span span) {
        return !expects(span) && (hours.isExcepted(span) || span.days().stream().anyMatch(except::contains));
    }

    /** Returns the earliest date in {@code only} that {@code days} excludes; exceptions do not count. */
    public Optional<LocalDate> excludedDate() {
        return only.stream()
                .filter(date -> !except.contains(date) && !days.expects(date, except))
                .min(Comparator.naturalOrder());
    }

    /** Returns whether data is expected on any date at all. */
    public boolean isPossible() {
        return only.isEmpty()
                ? days.every()
                        .map(interval -> interval.dates().anyMatch(this::expects))
                        .orElse(true)
                : only.stream().anyMatch(this::expects);
    }

    /** Returns whether data is expected on a date. */
    public boolean expects(LocalDate day) {
        return !except.contains(day) && plans(day);
    }

    /** Returns whether data would be expected on a date if it were no exception. */
    public boolean plans(LocalDate day) {
        return (only.isEmpty() || only.contains(day)) && days.expects(day, except);
    }
}
