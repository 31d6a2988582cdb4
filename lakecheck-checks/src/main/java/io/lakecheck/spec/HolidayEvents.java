// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The whole days of an iCalendar's events (RFC 5545): {@code DTSTART}, {@code DTEND} behind the last day, and {@code RRULE} where it is
 * yearly and nothing more. Whatever else would make other days of them is refused, not guessed.
 */
final class HolidayEvents {

    /** As far as yearly ones are told ahead: nobody's suite stays so long as it is. */
    private static final int YEARS = 50;

    private static final int LONGEST = 366;

    private final Map<String, String> event = new HashMap<>();
    private final Set<LocalDate> days = new HashSet<>();

    private HolidayEvents() {}

    static Set<LocalDate> read(String text) {
        HolidayEvents events = new HolidayEvents();
        boolean isInside = false;
        for (String line : unfolded(text)) {
            int colon = line.indexOf(':');
            String name = (colon < 0 ? line : line.substring(0, colon)).toUpperCase(Locale.ROOT);
            String value = colon < 0 ? "" : line.substring(colon + 1).strip();
            if (name.equals("BEGIN") && value.equalsIgnoreCase("VEVENT")) {
                isInside = true;
                events.event.clear();
            } else if (name.equals("END") && value.equalsIgnoreCase("VEVENT")) {
                isInside = false;
                events.add();
            } else if (isInside) {
                events.event.putIfAbsent(name.split(";", 2)[0], value.toUpperCase(Locale.ROOT));
            }
        }
        if (events.days.isEmpty()) {
            throw new Refusal("the file of holidays has no events", "export a calendar of whole-day events (VEVENT)");
        }
        return events.days;
    }

    /** A line that begins with a space or a tab goes on from the one before. */
    private static List<String> unfolded(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : text.split("\\R", -1)) {
            boolean goesOn = !lines.isEmpty() && !line.isEmpty() && (line.charAt(0) == ' ' || line.charAt(0) == '\t');
            if (goesOn) {
                lines.set(lines.size() - 1, lines.get(lines.size() - 1) + line.substring(1));
            } else {
                lines.add(line);
            }
        }
        return lines;
    }

    private void add() {
        if ("CANCELLED".equals(event.get("STATUS"))) {
            return;
        }
        LocalDate first = date("DTSTART")
                .orElseThrow(() -> new Refusal("an event of the file of holidays has no DTSTART", "give it its day"));
        LocalDate end = date("DTEND").filter(first::isBefore).orElse(first.plusDays(1));
        if (event.containsKey("DURATION")
                || event.containsKey("EXDATE")
                || event.containsKey("RDATE")
                || first.plusDays(LONGEST).isBefore(end)) {
            throw new Refusal(
                    "the event of " + first + " in the file of holidays says its days in a way that is not understood",
                    "give it DTSTART and DTEND, at most a year apart, without DURATION, EXDATE and RDATE");
        }
        for (int year = 0; year <= (isYearly(first) ? YEARS : 0); year++) {
            int later = year;
            first.datesUntil(end)
                    // Where a year has no 29 February there is none to add.
                    .filter(day -> day.plusYears(later).getDayOfMonth() == day.getDayOfMonth())
                    .forEach(day -> days.add(day.plusYears(later)));
        }
    }

    private boolean isYearly(LocalDate first) {
        String rule = event.get("RRULE");
        if (rule == null) {
            return false;
        }
        if (!rule.matches("FREQ=YEARLY(;INTERVAL=1)?(;WKST=[A-Z]{2})?")) {
            throw new Refusal(
                    "the event of " + first + " in the file of holidays repeats in a way that is not understood",
                    "write each of its days as an event, or RRULE:FREQ=YEARLY where it is the same date each year");
        }
        return true;
    }

    private Optional<LocalDate> date(String name) {
        return Optional.ofNullable(event.get(name)).map(text -> {
            try {
                return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
            } catch (DateTimeException e) {
                throw new Refusal(
                        "an event of the file of holidays has a " + name + " that is no whole day",
                        "write " + name + ";VALUE=DATE:20261225");
            }
        });
    }
}
