// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.value.Display;
import java.util.Locale;
import java.util.Optional;

/**
 * A day in a form that is not valid but can be understood, such as {@code end of month} or {@code every monday}.
 *
 * @param reason what is wrong, as it follows the quoted text; may be empty
 * @param remedy what to write instead
 */
record MistypedDay(String reason, String remedy) {

    private static final String LAST = "l|last|-1|ultimo|eom|month end|end|end of|last date|last calendar day";
    private static final String FROM_END = "-[0-9]+|.*\\b(penultimate|(second|third|2nd|3rd|next)( to)? last)\\b.*";

    /** Returns what is wrong with an invalid day; empty if it can't be understood. */
    static Optional<MistypedDay> of(String text) {
        String words = text.toLowerCase(Locale.ROOT).strip().replaceAll("[\\s_]+|(?<=[a-z])-", " ");
        if (words.matches(".*\\b(quarter|year|eoq|eoy)\\b.*")) {
            return Optional.of(new MistypedDay(
                    ": 'days' counts days within a month",
                    "For some months only, write an interval instead, for example every: 3M from 2026-03-31"));
        }
        return ofMonth(words.replaceFirst("^(on )?(each|every|the|day) (?=.)", "")
                .replaceFirst("(?<=.) ?\\b(of|in)? ?(the |each |every |a )?month$", ""));
    }

    private static Optional<MistypedDay> ofMonth(String day) {
        String number = day.replaceFirst("(st|nd|rd|th|\\.)?( day)?$", "");
        if (DaysType.isDay(day)) {
            return write(day);
        }
        if (number.matches("[1-9]|[12][0-9]|3[01]")) {
            return write(Display.ordinal(Integer.parseInt(number)));
        }
        if (day.matches(LAST)) {
            return write("last day for the last day of each month");
        }
        if (day.matches(FROM_END)) {
            return Optional.of(new MistypedDay(
                    ": only the last day can be counted from the end of a month",
                    "Write, for example, last day or last workday, or list the dates in 'only'"));
        }
        if (day.matches("(.+ )?(business|working) ?days?|.+ week ?days?")) {
            return Optional.of(new MistypedDay("", "Write, for example, last workday or first workday"));
        }
        if (day.matches("fifth .*|5th .+")) {
            return Optional.of(new MistypedDay(
                    ": most months have only four of them",
                    "Write last instead of " + day.substring(0, day.indexOf(' '))));
        }
        return DaysType.isDay(day + " day")
                ? write(day + " day, or a weekday such as " + day + " monday")
                : Optional.empty();
    }

    private static Optional<MistypedDay> write(String remedy) {
        return Optional.of(new MistypedDay("", "Write " + remedy));
    }
}
