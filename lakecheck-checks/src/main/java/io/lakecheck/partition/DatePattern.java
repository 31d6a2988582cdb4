// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.partition;

import java.time.DateTimeException;
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
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A {@link DateTimeFormatter} pattern that produces the same text on every machine. Months, weekdays, AM/PM and
 * quarters are written as Jan, January, Mon, Monday, AM and Q1, as in Spark and Python. The JDK's own names depend on
 * its version and locale (Sep or Sept), so pattern letters that would use them are invalid.
 */
final class DatePattern {

    /**
     * A locale whose weeks follow ISO 8601: each week starts on Monday, and the first week of a year is the one with
     * the year's first Thursday.
     */
    static final Locale ISO_WEEKS = Locale.UK;

    private static final LocalDateTime EXAMPLE = LocalDateTime.of(2026, 1, 14, 10, 0);

    private static final Pattern TOKEN = Pattern.compile("'[^']*'|([A-Za-z])\\1*|[^A-Za-z]", Pattern.DOTALL);

    private final String letters;
    private final DateTimeFormatter formatter;

    /**
     * @throws IllegalArgumentException if the pattern is invalid, or if the text that it produces would depend on the
     *     JDK's locale data
     */
    DatePattern(String letters) {
        this.letters = letters;
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder();
        try {
            appendTo(builder);
        } catch (IllegalArgumentException invalid) {
            String message = String.valueOf(invalid.getMessage());
            throw new IllegalArgumentException(
                    message.contains("incomplete string literal")
                            ? "a quote is not closed"
                            : message.substring(0, 1).toLowerCase(Locale.ROOT)
                                    + message.substring(1).replaceFirst(": (\\p{Alpha})$", " '$1'"),
                    invalid);
        }
        this.formatter = builder.toFormatter(ISO_WEEKS);
    }

    /**
     * @throws IllegalArgumentException if the pattern contains a field that a local date and time does not have, such
     *     as a time zone
     */
    void checkFormat() {
        try {
            format(EXAMPLE);
        } catch (DateTimeException unsupported) {
            throw new IllegalArgumentException(
                    unsupportedLetters() + " does not apply to a local date and time", unsupported);
        }
    }

    private String unsupportedLetters() {
        return tokens().filter(token -> Character.isLetter(token.charAt(0)) && !canFormat(token))
                .findFirst()
                .map(token -> "'" + token + "'")
                .orElse("the combination of letters");
    }

    private static boolean canFormat(String token) {
        try {
            new DatePattern(token).format(EXAMPLE);
            return true;
        } catch (IllegalArgumentException | DateTimeException unsupported) {
            return false;
        }
    }

    /** Returns this pattern followed by {@code other}. */
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

    /** Returns a regular expression that matches any text that this pattern can produce. */
    String shape() {
        return letters.matches(".*[\\[\\]p].*")
                ? "[^/]+?"
                : tokens().map(DatePattern::shape).collect(Collectors.joining());
    }

    /**
     * Splits the pattern into tokens. A token is a run of the same letter, a quoted literal, or any other single
     * character.
     */
    Stream<String> tokens() {
        return TOKEN.matcher(letters).results().map(MatchResult::group);
    }

    /** Returns whether this pattern contains a calendar year. */
    boolean hasYear() {
        return tokens().anyMatch(token -> "yu".indexOf(token.charAt(0)) >= 0);
    }

    /** Returns whether this pattern contains a year, a month and a day. */
    boolean isWholeDate() {
        String fields = tokens().map(token -> token.substring(0, 1)).distinct().collect(Collectors.joining());
        return fields.matches(".*[yu].*") && fields.matches(".*[ML].*d.*|.*d.*[ML].*|.*D.*");
    }

    private static String shape(String token) {
        if (token.startsWith("'")) {
            return Pattern.quote(token.length() == 2 ? "'" : token.substring(1, token.length() - 1));
        }
        if (!Character.isLetter(token.charAt(0))) {
            return Pattern.quote(token);
        }
        if (isName(token)) {
            return "[A-Za-z0-9]+";
        }
        return token.length() > 1 ? "\\d{" + token.length() + "}" : "uyYD".contains(token) ? "\\d+" : "\\d\\d?";
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
                throw new IllegalArgumentException(
                        "'" + token
                                + "' produces text that depends on the machine's locale (only MMM, MMMM, EEE, EEEE, QQQ and a do not)");
        }
    }

    /**
     * Appends a field that is written as a name.
     *
     * @param letters the number of letters to which names are shortened
     * @param values the names, starting with the one for the value 1
     */
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
