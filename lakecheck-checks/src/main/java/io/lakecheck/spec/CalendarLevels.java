// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.partition.Calendar;
import io.lakecheck.partition.Hours;
import io.lakecheck.partition.Incidents;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The mappings that define a calendar together. Each key is taken from the first mapping that sets it, except for
 * {@code days}, {@code every} and {@code only}. Because these three have a meaning only together, they are taken from
 * the first mapping that sets any of them.
 *
 * @param levels the mappings, from the innermost (the dataset) to the outermost (the suite); at least one
 */
record CalendarLevels(List<CalendarWords> levels) {

    CalendarLevels {
        levels = List.copyOf(levels);
    }

    Calendar calendar() {
        CalendarWords dates = dates();
        List<DateOrHour> exceptions =
                first(level -> level.find(SharedTerms.EXCEPT)).orElse(List.of());
        Set<LocalDate> except = exceptions.stream()
                .filter(exception -> exception.hour().isEmpty())
                .map(DateOrHour::date)
                .collect(Collectors.toCollection(HashSet::new));
        first(CalendarWords::holidays).ifPresent(except::addAll);
        return new Calendar(
                dates.rule(),
                except,
                dates.only(),
                first(level -> level.find(SharedTerms.VALID_THROUGH)).or(() -> levels.stream()
                        .filter(level -> level.holidays().isPresent())
                        .findFirst()
                        .flatMap(CalendarWords::lastCovered)),
                hours(exceptions),
                Incidents.NONE);
    }

    /** Returns the mapping that sets the dates on which data is expected; the outermost one if none does. */
    CalendarWords dates() {
        return levels.stream()
                .filter(CalendarWords::setsDates)
                .findFirst()
                .orElseGet(() -> levels.get(levels.size() - 1));
    }

    private Hours hours(List<DateOrHour> exceptions) {
        return new Hours(
                first(CalendarWords::hours).orElse(Hours.ALL.expected()),
                exceptions.stream()
                        .flatMap(exception -> exception.hour().stream())
                        .collect(Collectors.toSet()));
    }

    private <T> Optional<T> first(Function<CalendarWords, Optional<T>> value) {
        return levels.stream().map(value).flatMap(Optional::stream).findFirst();
    }
}
