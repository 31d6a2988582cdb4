// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A parser that reads the days of all events in an iCalendar file (RFC 5545). It rejects truncated files, because a
 * missing holiday would make the checks of that day fail.
 */
final class HolidayEvents {

    private static final String EVENT = "VEVENT";

    /**
     * The maximum number of days in a file. This many are enough for any list of holidays, but still quick to process.
     */
    private static final int MOST_DAYS = 100_000;

    private final Deque<String> open = new ArrayDeque<>();
    private final Set<LocalDate> days = new HashSet<>();
    private Optional<HolidayEvent> event = Optional.empty();
    private int dayCount = 0;

    private record Line(int number, String text) {}

    private HolidayEvents() {}

    /**
     * Returns the days of all events.
     *
     * @throws InvalidValueException if the file is incomplete or the days of an event cannot be determined
     */
    static Set<LocalDate> read(String text) {
        HolidayEvents events = new HolidayEvents();
        unfold(text).forEach(events::accept);
        if (!events.open.isEmpty()) {
            throw new InvalidValueException(
                    "the holiday file is truncated: END:" + shown(events.open) + " is missing", "Download it again");
        }
        if (events.days.isEmpty()) {
            throw new InvalidValueException(
                    "the holiday file has no events", "Expected a calendar with all-day events (VEVENT)");
        }
        return events.days;
    }

    /** Joins folded lines: a line that starts with a space or a tab continues the previous one. */
    private static List<Line> unfold(String text) {
        List<Line> lines = new ArrayList<>();
        StringBuilder whole = new StringBuilder();
        int first = 1;
        int number = 0;
        for (String line : HolidayFile.LINE_END.split(text, -1)) {
            number++;
            if (line.startsWith(" ") || line.startsWith("\t")) {
                whole.append(line, 1, line.length());
            } else {
                lines.add(new Line(first, whole.toString()));
                whole.setLength(0);
                whole.append(line);
                first = number;
            }
        }
        lines.add(new Line(first, whole.toString()));
        return lines;
    }

    private void accept(Line line) {
        String name = line.text().split("[:;]", 2)[0].strip().toUpperCase(Locale.ROOT);
        String value = value(line.text());
        switch (name) {
            case "BEGIN" -> begin(value, line.number());
            case "END" -> end(value, line.number());
            default ->
                // The properties of an alarm (VALARM) inside an event are ignored.
                event.filter(any -> EVENT.equals(open.peek())).ifPresent(current -> current.add(name, value));
        }
    }

    private void begin(String component, int line) {
        open.push(component);
        if (component.equals(EVENT)) {
            if (event.isPresent()) {
                throw new InvalidValueException(
                        "line " + line + " of the holiday file starts an event before the previous one has ended",
                        "Add the missing END:VEVENT");
            }
            event = Optional.of(new HolidayEvent(line));
        }
    }

    private void end(String component, int line) {
        if (!component.equals(open.poll())) {
            throw new InvalidValueException(
                    "line " + line + " of the holiday file has an END that matches no BEGIN",
                    "Download the file again");
        }
        if (component.equals(EVENT)) {
            event.ifPresent(whole -> addAll(whole.days().iterator()));
            event = Optional.empty();
        }
    }

    private void addAll(Iterator<LocalDate> more) {
        while (more.hasNext()) {
            days.add(more.next());
            if (++dayCount > MOST_DAYS) {
                throw new InvalidValueException(
                        "the holiday file has more than " + MOST_DAYS + " days",
                        "Remove all events that are not holidays");
            }
        }
    }

    /** Returns the text after the first colon outside quotes. */
    private static String value(String line) {
        boolean isQuoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            isQuoted ^= c == '"';
            if (c == ':' && !isQuoted) {
                return line.substring(i + 1).strip().toUpperCase(Locale.ROOT);
            }
        }
        return "";
    }

    /**
     * Returns the name of the component whose end is missing, for a message. The name is always one of two names in the
     * standard, never text from the file, because the file may be confidential.
     */
    private static String shown(Deque<String> open) {
        return open.contains(EVENT) ? EVENT : "VCALENDAR";
    }
}
