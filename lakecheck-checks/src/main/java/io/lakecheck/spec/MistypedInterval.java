// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.value.Display;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An interval in a form that is not valid but can be understood, such as {@code 2 weeks} or {@code every monday}.
 *
 * @param reason what is wrong, as it follows the quoted text; may be empty
 * @param remedy what to write instead
 */
record MistypedInterval(String reason, String remedy) {

    private static final Pattern PARTS = Pattern.compile("(?:every )?([1-9][0-9]{0,2})? ?([A-Za-z]+)(?: from (.+))?");
    private static final Pattern ISO = Pattern.compile("PT?([1-9][0-9]{0,2})([A-Z])");
    private static final String EXAMPLE_DATE = "2026-01-05";
    private static final int QUARTER = 3;
    private static final int YEAR = 12;
    private static final int MOST = 999;

    /** Returns what is wrong with an invalid interval; empty if it can't be understood. */
    static Optional<MistypedInterval> of(String text) {
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            boolean isTime = text.startsWith("PT");
            return of(Integer.parseInt(iso.group(1)), isTime ? iso.group(2) + "m" : iso.group(2), Optional.empty());
        }
        Matcher parts = PARTS.matcher(text);
        return parts.matches()
                ? of(
                        Optional.ofNullable(parts.group(1))
                                .map(Integer::parseInt)
                                .orElse(1),
                        parts.group(2),
                        Optional.ofNullable(parts.group(3)))
                : Optional.empty();
    }

    private static Optional<MistypedInterval> of(int count, String unit, Optional<String> from) {
        String word = unit.length() == 1 ? unit : unit.toLowerCase(Locale.ROOT).replaceFirst("s$", "");
        return switch (word) {
            case "d", "D", "day" -> dates(count + "d", from);
            case "w", "W", "wk", "week" -> dates(count + "w", from);
            case "M" -> from.isPresent() ? months(count, from) : monthsOrMinutes(count);
            case "month", "mo" -> months(count, from);
            case "q", "Q", "quarter" -> months(count * QUARTER, from);
            case "y", "Y", "yr", "year" -> months(count * YEAR, from);
            case "m" -> from.isPresent() ? minutesOrMonths(count, from.get()) : minutes(count);
            default -> others(count, word);
        };
    }

    private static Optional<MistypedInterval> others(int count, String word) {
        if (List.of("min", "minute", "mm").contains(word)) {
            return minutes(count);
        }
        if (List.of("h", "H", "hr", "hour", "hm").contains(word)) {
            return Optional.of(new MistypedInterval(
                    ": 'every' does not support hours",
                    "List the hours of the day instead, for example hours: [0, 6, 12, 18]"));
        }
        return DaysType.isDay(word) ? Optional.of(new MistypedInterval("", "Write days: " + word)) : Optional.empty();
    }

    private static Optional<MistypedInterval> months(int count, Optional<String> from) {
        return count > MOST
                ? Optional.of(
                        new MistypedInterval(": " + count + " months are out of range", "Write at most " + MOST + "M"))
                : dates(count + "M", from);
    }

    private static Optional<MistypedInterval> dates(String interval, Optional<String> from) {
        String example = interval + " from " + EXAMPLE_DATE;
        if (from.isEmpty()) {
            return Optional.of(
                    new MistypedInterval(": the date to count from is missing", "Write, for example, " + example));
        }
        return Optional.of(
                isDate(from.get())
                        ? new MistypedInterval("", "Write " + interval + " from " + from.get())
                        : new MistypedInterval(
                                ": '" + Display.visible(from.get()) + "' is not a valid date",
                                "Write year, month and day, for example " + example));
    }

    private static boolean isDate(String text) {
        try {
            DateType.TYPE.parse(text);
            return true;
        } catch (InvalidValueException invalid) {
            return false;
        }
    }

    private static Optional<MistypedInterval> minutesOrMonths(int count, String from) {
        return Optional.of(new MistypedInterval(
                ": 'every' does not support minutes",
                "For partitions of minutes, write period: " + count + "m. For months, write " + count + "M from "
                        + (isDate(from) ? from : EXAMPLE_DATE)));
    }

    private static Optional<MistypedInterval> monthsOrMinutes(int count) {
        return dates(count + "M", Optional.empty())
                .map(months -> new MistypedInterval(
                        months.reason(),
                        months.remedy() + ". For partitions of minutes, write period: " + count + "m"));
    }

    private static Optional<MistypedInterval> minutes(int count) {
        return Optional.of(new MistypedInterval(": 'every' does not support minutes", "Write period: " + count + "m"));
    }
}
