// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.partition;

import io.lakecheck.value.Display;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The content of one pair of braces: a date pattern and an optional shift, as in {@code {date+1d}}.
 *
 * @param pattern the format of the date
 * @param shift how much later the date is than the partition's time
 */
record DateField(DatePattern pattern, Shift shift) {

    private static final Map<String, String> NAMED = Map.of("date", "yyyy-MM-dd");

    /** Words that other tools use for dates, and what they stand for here. */
    private static final Map<String, String> FOREIGN = Map.ofEntries(
            Map.entry("date", "date"),
            Map.entry("ds", "date"),
            Map.entry("dt", "date"),
            Map.entry("today", "date"),
            Map.entry("yesterday", "date"),
            Map.entry("year", "yyyy"),
            Map.entry("quarter", "Q"),
            Map.entry("month", "MM"),
            Map.entry("week", "ww"),
            Map.entry("day", "dd"),
            Map.entry("hour", "HH"),
            Map.entry("minute", "mm"));

    /** The separator of ISO 8601 without the quotes that a pattern needs. */
    private static final Pattern UNQUOTED = Pattern.compile("([A-Za-z-]*d)T([Hm].*)");

    private static final Pattern SHIFTED = Pattern.compile("(.*?)(" + Shift.SYNTAX + ")");

    /** @throws IllegalArgumentException if the text is not a date pattern */
    static DateField parse(String text) {
        Shift.defect(text).ifPresent(defect -> {
            throw new IllegalArgumentException("'{" + Display.visible(text) + "}' is not a date pattern: " + defect);
        });
        Matcher shifted = SHIFTED.matcher(text);
        String letters = resolve(shifted.matches() ? shifted.group(1) : text);
        defect(text, letters).ifPresent(defect -> {
            throw new IllegalArgumentException("'{" + Display.visible(text) + "}' is not a date pattern" + defect);
        });
        if (letters.indexOf('/') >= 0) {
            throw new IllegalArgumentException("'{" + Display.visible(text)
                    + "}' contains a slash. Use separate braces for each folder, for example {yyyy}/{MM}/{dd}");
        }
        try {
            DatePattern pattern = new DatePattern(letters);
            pattern.checkFormat();
            return new DateField(pattern, shifted.matches() ? Shift.parse(shifted.group(2)) : Shift.NONE);
        } catch (IllegalArgumentException invalid) {
            throw new IllegalArgumentException(
                    "'{" + Display.visible(text) + "}' is not a date pattern: " + invalid.getMessage()
                            + ". Write {date}, a shifted date such as {date+1d}, or a Java DateTimeFormatter pattern"
                            + " such as {yyyy-MM-dd}",
                    invalid);
        }
    }

    /** Returns what is wrong with a pattern that is written as in another tool, and what to write instead. */
    private static Optional<String> defect(String text, String letters) {
        Optional<String> meant = Optional.ofNullable(FOREIGN.get(text.toLowerCase(Locale.ROOT)))
                .filter(pattern -> !NAMED.containsKey(text))
                .map(pattern -> ". Write {" + pattern + "}");
        Matcher unquoted = UNQUOTED.matcher(letters);
        return meant.or(() -> unquoted.matches()
                ? Optional.of(": letters that are not fields must be in quotes. Write {"
                        + Display.visible(unquoted.group(1)) + "'T'" + Display.visible(unquoted.group(2)) + "}")
                : Optional.empty());
    }

    private static String resolve(String pattern) {
        if (pattern.isBlank()) {
            throw new IllegalArgumentException(
                    "'{}' is empty. Put a date pattern in the braces, for example {date} or {yyyy-MM}");
        }
        return NAMED.getOrDefault(pattern, pattern);
    }

    boolean isShiftedLike(DateField other) {
        return shift.equals(other.shift);
    }

    /** Returns a field that renders this field followed by {@code other}. Both must have the same shift. */
    DateField and(DateField other) {
        return new DateField(pattern.and(other.pattern), shift);
    }

    String render(LocalDateTime time) {
        return pattern.format(shift.apply(time));
    }

    /**
     * Reverses the shift and returns the partition's time.
     *
     * @param named the time in the partition's path
     */
    LocalDateTime unshifted(LocalDateTime named) {
        return shift.revert(named);
    }

    /** Returns a regular expression that matches any text that this field can render. */
    String shape() {
        return pattern.shape();
    }
}
