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
 * The days of an iCalendar's events (RFC 5545). A file that is cut off is refused, not taken for a shorter one: a
 * holiday that got lost would fail the check of its day.
 */
final class HolidayEvents {

    private static final String EVENT = "VEVENT";

    /** More than any list of holidays names, few enough to be made in no time. */
    private static final int MOST_DAYS = 100_000;

    private final Deque<String> open = new ArrayDeque<>();
    private final Set<LocalDate> days = new HashSet<>();
    private Optional<HolidayEvent> event = Optional.empty();
    private int named = 0;

    private record Line(int number, String text) {}

    private HolidayEvents() {}

    /** @throws InvalidValueException where it does not say plainly which days it means */
    static Set<LocalDate> read(String text) {
        HolidayEvents events = new HolidayEvents();
        unfolded(text).forEach(events::take);
        if (!events.open.isEmpty()) {
            throw new InvalidValueException(
                    "the file of holidays is cut off: it lacks END:" + shown(events.open), "fetch it again");
        }
        if (events.days.isEmpty()) {
            throw new InvalidValueException(
                    "the file of holidays has no events", "export a calendar of whole-day events (VEVENT)");
        }
        return events.days;
    }

    /** A line that begins with a space or a tab goes on from the one before. */
    private static List<Line> unfolded(String text) {
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

    private void take(Line line) {
        String name = line.text().split("[:;]", 2)[0].strip().toUpperCase(Locale.ROOT);
        String value = value(line.text());
        switch (name) {
            case "BEGIN" -> begin(value, line.number());
            case "END" -> end(value, line.number());
            default ->
                // What stands in an alarm of an event is no word of the event.
                event.filter(any -> EVENT.equals(open.peek())).ifPresent(within -> within.say(name, value));
        }
    }

    private void begin(String component, int line) {
        open.push(component);
        if (component.equals(EVENT)) {
            if (event.isPresent()) {
                throw new InvalidValueException(
                        "line " + line + " of the file of holidays begins an event in an event",
                        "end one before the next");
            }
            event = Optional.of(new HolidayEvent(line));
        }
    }

    private void end(String component, int line) {
        if (!component.equals(open.poll())) {
            throw new InvalidValueException(
                    "line " + line + " of the file of holidays ends what did not begin", "fetch it again");
        }
        if (component.equals(EVENT)) {
            event.ifPresent(whole -> add(whole.days().iterator()));
            event = Optional.empty();
        }
    }

    private void add(Iterator<LocalDate> more) {
        while (more.hasNext()) {
            days.add(more.next());
            if (++named > MOST_DAYS) {
                throw new InvalidValueException(
                        "the file of holidays names more than " + MOST_DAYS + " days", "give it the holidays alone");
            }
        }
    }

    /** What stands behind the first colon that is in no quoted parameter. */
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

    /** Only what the standard knows is shown: the file may be any. */
    private static String shown(Deque<String> open) {
        return open.contains(EVENT) ? EVENT : "VCALENDAR";
    }
}
