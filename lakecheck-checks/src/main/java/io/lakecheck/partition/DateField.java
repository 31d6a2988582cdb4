// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.partition;

import io.lakecheck.value.Display;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The content of one pair of braces: a date pattern and an optional shift, as in {@code {date+1d}}.
 *
 * @param pattern the format of the date
 * @param shift the number of units by which the date is later than the partition's time; negative if the date is
 *     earlier
 * @param unit the unit of the shift
 */
record DateField(DatePattern pattern, long shift, ChronoUnit unit) {

    private static final Map<String, String> NAMED = Map.of("date", "yyyy-MM-dd");

    private static final Pattern SHIFTED = Pattern.compile("(.*?)([+-]\\d{1,4})([hdwM])");

    /** @throws IllegalArgumentException if the text is not a date pattern */
    static DateField parse(String text) {
        Matcher shifted = SHIFTED.matcher(text);
        String letters = resolve(shifted.matches() ? shifted.group(1) : text);
        if (letters.indexOf('/') >= 0) {
            throw new IllegalArgumentException("'{" + Display.visible(text)
                    + "}' contains a slash. Use separate braces for each folder, for example {yyyy}/{MM}/{dd}");
        }
        try {
            DatePattern pattern = new DatePattern(letters);
            pattern.checkFormat();
            return shifted.matches()
                    ? new DateField(pattern, Long.parseLong(shifted.group(2)), unit(shifted.group(3)))
                    : new DateField(pattern, 0, ChronoUnit.DAYS);
        } catch (IllegalArgumentException invalid) {
            throw new IllegalArgumentException(
                    "'{" + Display.visible(text) + "}' is not a date pattern: " + invalid.getMessage()
                            + ". Write {date}, a shifted date such as {date+1d}, or a Java DateTimeFormatter pattern"
                            + " such as {yyyy-MM-dd}",
                    invalid);
        }
    }

    private static ChronoUnit unit(String letter) {
        return switch (letter) {
            case "h" -> ChronoUnit.HOURS;
            case "d" -> ChronoUnit.DAYS;
            case "w" -> ChronoUnit.WEEKS;
            default -> ChronoUnit.MONTHS;
        };
    }

    private static String resolve(String pattern) {
        if (pattern.isBlank()) {
            throw new IllegalArgumentException(
                    "'{}' is empty. Put a date pattern in the braces, for example {date} or {yyyy-MM}");
        }
        return NAMED.getOrDefault(pattern, pattern);
    }

    boolean isShiftedLike(DateField other) {
        return shift == other.shift && unit == other.unit;
    }

    /** Returns a field that renders this field followed by {@code other}. Both must have the same shift. */
    DateField and(DateField other) {
        return new DateField(pattern.and(other.pattern), shift, unit);
    }

    String render(LocalDateTime time) {
        return pattern.format(time.plus(shift, unit));
    }

    /**
     * Reverses the shift and returns the partition's time.
     *
     * @param named the time in the partition's path
     */
    LocalDateTime unshifted(LocalDateTime named) {
        return named.minus(shift, unit);
    }

    /** Returns a regular expression that matches any text that this field can render. */
    String shape() {
        return pattern.shape();
    }
}
