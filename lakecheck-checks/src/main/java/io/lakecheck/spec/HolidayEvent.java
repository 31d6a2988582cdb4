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
 * One event of an iCalendar: {@code DTSTART}, {@code DTEND} behind its last day or a {@code DURATION} of days, and
 * {@code RRULE} where it is yearly on the same date. Whatever else would make other days of it is refused, not guessed.
 */
final class HolidayEvent {

    private static final String START = "DTSTART";
    private static final String END = "DTEND";
    private static final String DURATION = "DURATION";
    private static final String RULE = "RRULE";
    private static final String STATUS = "STATUS";

    /** Words of an event that move, add or drop days of it. */
    private static final Set<String> EXCEPTIONS = Set.of("EXDATE", "EXRULE", "RDATE", "RECURRENCE-ID");

    private static final Set<String> WORDS = Set.of(START, END, DURATION, RULE, STATUS);

    private static final int LONGEST = 366;

    private final int line;
    private final Map<String, String> said = new HashMap<>();

    /** @param line where it begins, for messages */
    HolidayEvent(int line) {
        this.line = line;
    }

    /** Takes one of its words, in capitals; those that don't concern its days are passed over. */
    void say(String name, String value) {
        if (EXCEPTIONS.contains(name)) {
            throw refused("has " + name, "write each of its days as an event of its own");
        }
        if (WORDS.contains(name) && said.putIfAbsent(name, value) != null) {
            throw refused("has " + name + " twice", "leave one of them out");
        }
    }

    /** Its days; none where it was cancelled. */
    Stream<LocalDate> days() {
        if ("CANCELLED".equals(said.get(STATUS))) {
            return Stream.empty();
        }
        LocalDate first = date(START).orElseThrow(() -> refused("has no DTSTART", "give it its day"));
        long length = ChronoUnit.DAYS.between(first, end(first));
        if (length < 1 || length > LONGEST) {
            throw refused(
                    "ends before it begins, or lasts for more than a year", "let DTEND be the day behind its last");
        }
        return starts(first).flatMap(start -> start.datesUntil(start.plusDays(length)));
    }

    private Stream<LocalDate> starts(LocalDate first) {
        return Optional.ofNullable(said.get(RULE))
                .map(text -> HolidayRule.read(text, first)
                        .orElseThrow(() -> refused(
                                "repeats in a way that is not understood",
                                "write each of its days as an event, or RRULE:FREQ=YEARLY where it is the same date each"
                                        + " year"))
                        .dates(first))
                .orElseGet(() -> Stream.of(first));
    }

    /** The day behind its last. */
    private LocalDate end(LocalDate first) {
        String duration = said.get(DURATION);
        if (duration != null) {
            if (said.containsKey(END) || !duration.matches("P[0-9]{1,3}[DW]")) {
                throw refused("has a DURATION that is no number of days", "write DTEND;VALUE=DATE:20261226 instead");
            }
            return first.plus(Period.parse(duration));
        }
        // Some programs end an event of one day where it begins.
        return date(END).filter(end -> !end.equals(first)).orElse(first.plusDays(1));
    }

    private Optional<LocalDate> date(String name) {
        return Optional.ofNullable(said.get(name)).map(text -> {
            try {
                // A date alone: the formatter would take an offset behind it.
                return LocalDate.parse(text.length() == 8 ? text : "", DateTimeFormatter.BASIC_ISO_DATE);
            } catch (DateTimeException e) {
                throw refused(
                        "has a " + name + " that is no whole day", "write it as " + name + ";VALUE=DATE:20261225");
            }
        });
    }

    private InvalidValueException refused(String what, String remedy) {
        return new InvalidValueException("the event in line " + line + " of the file of holidays " + what, remedy);
    }
}
