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
 * What stands in one pair of braces: a pattern and how far it is shifted against the partition's own time.
 *
 * @param pattern how the date is written
 * @param shift how many units later the folder is named, earlier if negative
 * @param unit of the shift
 */
record DateField(DatePattern pattern, long shift, ChronoUnit unit) {

    private static final Map<String, String> NAMED = Map.of("date", "yyyy-MM-dd");

    private static final Pattern SHIFTED = Pattern.compile("(.*?)([+-]\\d{1,4})([hdwM])");

    /** Cannot stand in a path and so parts the fields of one that are read together. */
    private static final char PARTING = '\u0000';

    static DateField parse(String text) {
        Matcher shifted = SHIFTED.matcher(text);
        String letters = resolve(shifted.matches() ? shifted.group(1) : text);
        if (letters.indexOf('/') >= 0) {
            throw new IllegalArgumentException("'{" + Display.visible(text)
                    + "}' has a slash in it; write a pair of braces for each folder, such as" + " {yyyy}/{MM}/{dd}");
        }
        try {
            DatePattern pattern = new DatePattern(letters);
            DateField field = shifted.matches()
                    ? new DateField(pattern, Long.parseLong(shifted.group(2)), unit(shifted.group(3)))
                    : new DateField(pattern, 0, ChronoUnit.DAYS);
            field.render(LocalDateTime.of(2026, 1, 14, 10, 0));
            return field;
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IllegalArgumentException(
                    "'{" + Display.visible(text) + "}' is no date (" + e.getMessage()
                            + "); write {date}, shifted {date+1d}, or letters of java.time's DateTimeFormatter such as {yyyy-MM-dd}",
                    e);
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
            throw new IllegalArgumentException("there is nothing in the braces {}; write {date}");
        }
        return NAMED.getOrDefault(pattern, pattern);
    }

    boolean isShiftedLike(DateField other) {
        return shift == other.shift && unit == other.unit;
    }

    /** This and right behind it another one that is shifted alike. */
    DateField and(DateField other) {
        return new DateField(pattern.and(other.pattern), shift, unit);
    }

    String render(LocalDateTime time) {
        return pattern.format(time.plus(shift, unit));
    }

    /**
     * The times from which these texts may have been rendered, each by its field; what they leave open is the first
     * there is. Fields that are shifted alike tell a time together; whether the others agree is for the caller to see.
     */
    static Stream<LocalDateTime> read(List<DateField> fields, List<String> texts) {
        return fields.stream().map(leader -> readAlike(leader, fields, texts)).flatMap(Optional::stream);
    }

    private static Optional<LocalDateTime> readAlike(DateField leader, List<DateField> fields, List<String> texts) {
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < fields.size(); i++) {
            DateField field = fields.get(i);
            if (field.isShiftedLike(leader)) {
                field.pattern.appendTo(builder);
                builder.appendLiteral(PARTING);
                text.append(texts.get(i)).append(PARTING);
            }
        }
        try {
            LocalDateTime named = PartialTime.filled(
                    builder.toFormatter(DatePattern.ISO_WEEKS).parse(text));
            return Optional.of(named.minus(leader.shift, leader.unit));
        } catch (DateTimeException stray) {
            return Optional.empty();
        }
    }
}
