// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An event in an iCalendar file. It has a {@code DTSTART}, optionally a {@code DTEND} (the day after its last day) or a
 * {@code DURATION} in days, and an {@code RRULE} if it recurs on the same date every year. Any other property that
 * affects its days is rejected.
 */
final class HolidayEvent {

    private static final String START = "DTSTART";
    private static final String END = "DTEND";
    private static final String DURATION = "DURATION";
    private static final String RULE = "RRULE";
    private static final String STATUS = "STATUS";

    /** Properties that move, add or remove days. */
    private static final Set<String> EXCEPTIONS = Set.of("EXDATE", "EXRULE", "RDATE", "RECURRENCE-ID");

    private static final Set<String> PROPERTIES = Set.of(START, END, DURATION, RULE, STATUS);

    private static final int LONGEST = 366;

    private final int line;
    private final Map<String, String> values = new HashMap<>();

    /** @param line the line where the event starts */
    HolidayEvent(int line) {
        this.line = line;
    }

    /**
     * Adds a property. The name and the value must be in upper case. Properties that do not affect the event's days are
     * ignored.
     */
    void add(String name, String value) {
        if (EXCEPTIONS.contains(name)) {
            throw invalid("unsupported " + name, "Write each day of the event as a separate event");
        }
        if (PROPERTIES.contains(name) && values.putIfAbsent(name, value) != null) {
            throw invalid("duplicate " + name, "Remove one of them");
        }
    }

    /** Returns the days of the event, or none if it was cancelled. */
    Stream<LocalDate> days() {
        if ("CANCELLED".equals(values.get(STATUS))) {
            return Stream.empty();
        }
        LocalDate first = date(START)
                .orElseThrow(
                        () -> invalid(START + " is missing", "Add the event's day: " + START + ";VALUE=DATE:20261225"));
        long length = ChronoUnit.DAYS.between(first, end(first));
        if (length < 1 || length > LONGEST) {
            throw invalid(
                    "the event ends before it starts, or lasts more than a year",
                    "Set DTEND to the day after the event's last day");
        }
        return starts(first).flatMap(start -> start.datesUntil(start.plusDays(length)));
    }

    private Stream<LocalDate> starts(LocalDate first) {
        return Optional.ofNullable(values.get(RULE))
                .map(text -> HolidayRule.read(text, first)
                        .orElseThrow(() -> invalid(
                                "unsupported " + RULE,
                                "Write each day of the event as a separate event, or write RRULE:FREQ=YEARLY for the"
                                        + " same date every year"))
                        .dates(first))
                .orElseGet(() -> Stream.of(first));
    }

    private LocalDate end(LocalDate first) {
        String duration = values.get(DURATION);
        if (duration != null) {
            if (values.containsKey(END) || !duration.matches("P[0-9]{1,3}[DW]")) {
                throw invalid(
                        "unsupported " + DURATION,
                        "Write " + END + ";VALUE=DATE:20261226 (the day after the event's last day)");
            }
            return first.plus(Period.parse(duration));
        }
        // Some programs set the end of a one-day event to its first day.
        return date(END).filter(end -> !end.equals(first)).orElse(first.plusDays(1));
    }

    private Optional<LocalDate> date(String name) {
        return Optional.ofNullable(values.get(name)).map(text -> {
            try {
                // The formatter would also accept an offset after the date, so the length is checked.
                return LocalDate.parse(text.length() == 8 ? text : "", DateTimeFormatter.BASIC_ISO_DATE);
            } catch (DateTimeException e) {
                throw invalid(name + " must be a date without a time", "Write it as " + name + ";VALUE=DATE:20261225");
            }
        });
    }

    private InvalidValueException invalid(String what, String remedy) {
        return new InvalidValueException("invalid event on line " + line + " of the holiday file: " + what, remedy);
    }
}
