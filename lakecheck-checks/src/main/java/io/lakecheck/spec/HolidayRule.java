// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The only supported recurrence rule ({@code RRULE} in RFC 5545), which repeats an event on the same date every year.
 *
 * @param last the last date on which an event may start
 * @param count the number of occurrences, including the first
 */
record HolidayRule(LocalDate last, int count) {

    /**
     * The last year for which the dates of a recurring event are generated. If the event starts less than 50 years
     * before that, the dates of its first 50 years are generated instead.
     */
    private static final int HORIZON = 2100;

    private static final int YEARS = 50;

    /** Returns the parsed rule; empty if the rule does not repeat an event on the same date every year. */
    static Optional<HolidayRule> read(String text, LocalDate first) {
        Map<String, String> parts = new HashMap<>();
        for (String part : text.split(";", -1)) {
            String[] pair = part.split("=", 2);
            if (pair.length < 2 || parts.putIfAbsent(pair[0], pair[1]) != null) {
                return Optional.empty();
            }
        }
        parts.remove("WKST");
        boolean isPlain = "YEARLY".equals(parts.remove("FREQ"))
                && is(parts.remove("INTERVAL"), 1)
                && is(parts.remove("BYMONTH"), first.getMonthValue())
                && is(parts.remove("BYMONTHDAY"), first.getDayOfMonth());
        try {
            LocalDate last = Optional.ofNullable(parts.remove("UNTIL"))
                    .map(until -> LocalDate.parse(until.split("T", 2)[0], DateTimeFormatter.BASIC_ISO_DATE))
                    .orElse(LocalDate.MAX);
            int count = Optional.ofNullable(parts.remove("COUNT"))
                    .map(Integer::parseInt)
                    .orElse(Integer.MAX_VALUE);
            return isPlain && parts.isEmpty() && count > 0 && !last.isBefore(first)
                    ? Optional.of(new HolidayRule(last, count))
                    : Optional.empty();
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /**
     * Returns the dates on which an event starts. An event on 29 February recurs only in leap years.
     *
     * @param first the date on which the event starts for the first time
     */
    Stream<LocalDate> dates(LocalDate first) {
        return IntStream.rangeClosed(0, Math.max(YEARS, HORIZON - first.getYear()))
                .mapToObj(first::plusYears)
                .filter(date -> date.getDayOfMonth() == first.getDayOfMonth())
                .takeWhile(date -> !date.isAfter(last))
                .limit(count);
    }

    private static boolean is(@Nullable String text, int number) {
        return text == null || text.matches("0?" + number);
    }
}
