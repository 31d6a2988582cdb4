// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.partition.Calendar;
import io.lakecheck.partition.PeriodNames;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A contradiction between the keys of a calendar, because of which it would never expect data, or not on a date that it
 * names.
 *
 * @param term the key whose value contradicts other keys
 * @param what the contradiction
 * @param remedy what to change
 */
record CalendarContradiction(Term<?> term, String what, String remedy) {

    private static final CalendarContradiction OF_EXCEPTIONS = new CalendarContradiction(
            SharedTerms.ONLY,
            "only: each date is in 'except' or 'holidays', so no data would ever be expected",
            "Add a date on which data is expected");

    /** Returns the contradiction in a calendar; empty if there is none. */
    static Optional<CalendarContradiction> in(Calendar calendar) {
        Optional<LocalDate> excluded = calendar.excludedDate();
        if (excluded.isPresent()) {
            return excluded.map(date -> ofDate(date, calendar));
        }
        if (calendar.isPossible()) {
            return Optional.empty();
        }
        return Optional.of(calendar.only().isEmpty() ? ofInterval(calendar) : OF_EXCEPTIONS);
    }

    private static CalendarContradiction ofDate(LocalDate date, Calendar calendar) {
        if (calendar.days().every().filter(interval -> !interval.contains(date)).isPresent()) {
            return new CalendarContradiction(
                    SharedTerms.ONLY,
                    "only: " + date + ": 'every' does not include this date",
                    "Remove this date from 'only', or change 'every'");
        }
        return new CalendarContradiction(
                SharedTerms.ONLY,
                calendar.days().possibleWeekdays().contains(date.getDayOfWeek())
                        ? "only: " + date + " is not one of the days in 'days'"
                        : "only: " + date + " is a " + PeriodNames.weekday(date.getDayOfWeek())
                                + ", which 'days' excludes",
                "Remove this date from 'only', or add its day to 'days'");
    }

    private static CalendarContradiction ofInterval(Calendar calendar) {
        return new CalendarContradiction(
                SharedTerms.EVERY,
                calendar.days()
                        .every()
                        .filter(interval -> calendar.days().possibleWeekdays().isEmpty())
                        .map(interval -> "'every' includes only "
                                + PeriodNames.weekday(interval.from().getDayOfWeek()) + "s, which 'days' excludes")
                        .orElse("'every' includes no date that 'days' includes"),
                "Count from another date, or remove 'days'");
    }
}
