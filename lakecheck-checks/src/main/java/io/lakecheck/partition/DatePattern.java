// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.partition;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalField;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Letters of {@link DateTimeFormatter} with names of its own: Jan, January, Mon, Monday, AM and Q1, as Spark and Python
 * write them. The JDK takes names from its locale data, which differ by version, country and settings (Sep and Sept); a
 * folder's name must mean the same on every machine. A name that is not among these is refused.
 */
final class DatePattern {

    /** Weeks as ISO 8601 has them: from Monday, the first one with a Thursday. */
    static final Locale ISO_WEEKS = Locale.UK;

    private static final Pattern TOKEN = Pattern.compile("'[^']*'|([A-Za-z])\\1*|[^A-Za-z]", Pattern.DOTALL);

    private final String letters;
    private final DateTimeFormatter formatter;

    /** @throws IllegalArgumentException if it is no pattern, or has names that are not the same everywhere */
    DatePattern(String letters) {
        this.letters = letters;
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder();
        appendTo(builder);
        this.formatter = builder.toFormatter(ISO_WEEKS);
    }

    /** This and right behind it another one. */
    DatePattern and(DatePattern other) {
        return new DatePattern(letters + other.letters);
    }

    String format(LocalDateTime time) {
        return formatter.format(time);
    }

    void appendTo(DateTimeFormatterBuilder builder) {
        Matcher token = TOKEN.matcher(letters);
        int done = 0;
        while (token.find()) {
            if (isName(token.group())) {
                builder.appendPattern(letters.substring(done, token.start()));
                appendName(builder, token.group());
                done = token.end();
            }
        }
        builder.appendPattern(letters.substring(done));
    }

    private static boolean isName(String token) {
        return switch (token.charAt(0)) {
            case 'G', 'a', 'B', 'E' -> true;
            case 'M', 'L', 'Q', 'q', 'e', 'c' -> token.length() > 2;
            default -> false;
        };
    }

    private static void appendName(DateTimeFormatterBuilder builder, String token) {
        switch (token) {
            case "MMM", "LLL" -> append(builder, ChronoField.MONTH_OF_YEAR, 3, Month.values());
            case "MMMM", "LLLL" -> append(builder, ChronoField.MONTH_OF_YEAR, 9, Month.values());
            case "E", "EE", "EEE", "eee", "ccc" -> append(builder, ChronoField.DAY_OF_WEEK, 3, DayOfWeek.values());
            case "EEEE", "eeee", "cccc" -> append(builder, ChronoField.DAY_OF_WEEK, 9, DayOfWeek.values());
            case "a" -> builder.appendText(ChronoField.AMPM_OF_DAY, Map.of(0L, "AM", 1L, "PM"));
            case "QQQ", "qqq" ->
                builder.appendText(IsoFields.QUARTER_OF_YEAR, Map.of(1L, "Q1", 2L, "Q2", 3L, "Q3", 4L, "Q4"));
            default ->
                throw new IllegalArgumentException("the names of " + token
                        + " are not the same on every machine; MMM, MMMM, EEE, EEEE, QQQ and a are");
        }
    }

    /** Their names up to so many letters; the first value is 1. */
    private static void append(DateTimeFormatterBuilder builder, TemporalField field, int letters, Enum<?>... values) {
        builder.appendText(
                field,
                IntStream.range(0, values.length)
                        .boxed()
                        .collect(Collectors.toMap(i -> i + 1L, i -> name(values[i], letters))));
    }

    private static String name(Enum<?> value, int letters) {
        String name = value.name().charAt(0) + value.name().substring(1).toLowerCase(Locale.ROOT);
        return name.substring(0, Math.min(letters, name.length()));
    }
}
