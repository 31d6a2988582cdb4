// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.partition;

import io.lakecheck.value.Display;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The content of one pair of braces: a date pattern and an optional shift, as in {@code {date+1d}}.
 *
 * @param pattern the format of the date
 * @param shift the number of units by which the date is later than the partition's time; negative if earlier
 * @param unit the unit of the shift
 */
record DateField(DatePattern pattern, long shift, ChronoUnit unit) {

    private static final Map<String, String> NAMED = Map.of("date", "yyyy-MM-dd");

    private static final Pattern SHIFTED = Pattern.compile("(.*?)([+-]\\d{1,4})([hdwM])");

    /** Separates fields that are parsed together. No path contains it. */
    private static final char SEPARATOR = '\u0000';

    /** @throws IllegalArgumentException if the text is not a date pattern */
    static DateField parse(String text) {
        Matcher shifted = SHIFTED.matcher(text);
        String letters = resolve(shifted.matches() ? shifted.group(1) : text);
        if (letters.indexOf('/') >= 0) {
            throw new IllegalArgumentException("'{" + Display.visible(text)
                    + "}' contains a slash. Write a pair of braces for each folder, for example {yyyy}/{MM}/{dd}");
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
                            + ". Write {date}, a shifted date such as {date+1d}, or a pattern of Java's"
                            + " DateTimeFormatter such as {yyyy-MM-dd}",
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
            throw new IllegalArgumentException("'{}' is empty. Write a date, for example {date} or {yyyy-MM}");
        }
        return NAMED.getOrDefault(pattern, pattern);
    }

    boolean isShiftedLike(DateField other) {
        return shift == other.shift && unit == other.unit;
    }

    /** Returns this field immediately followed by another one with the same shift. */
    DateField and(DateField other) {
        return new DateField(pattern.and(other.pattern), shift, unit);
    }

    String render(LocalDateTime time) {
        return pattern.format(time.plus(shift, unit));
    }

    /**
     * Returns the times from which these texts may have been rendered, one for each field. Fields with the same shift
     * are parsed together; fields with different shifts may give different times, so the caller must check that a time
     * renders as the texts. Anything that the texts leave open, such as the hour, gets its earliest value.
     *
     * @param texts the text of each field
     */
    static Stream<LocalDateTime> parse(List<DateField> fields, List<String> texts) {
        return fields.stream()
                .map(leader -> parseSameShift(leader, fields, texts))
                .flatMap(Optional::stream);
    }

    private static Optional<LocalDateTime> parseSameShift(
            DateField leader, List<DateField> fields, List<String> texts) {
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < fields.size(); i++) {
            DateField field = fields.get(i);
            if (field.isShiftedLike(leader)) {
                field.pattern.appendTo(builder);
                builder.appendLiteral(SEPARATOR);
                text.append(texts.get(i)).append(SEPARATOR);
            }
        }
        try {
            LocalDateTime named = PartialTime.complete(
                    builder.toFormatter(DatePattern.ISO_WEEKS).parse(text));
            return Optional.of(named.minus(leader.shift, leader.unit));
        } catch (DateTimeException stray) {
            return Optional.empty();
        }
    }
}
