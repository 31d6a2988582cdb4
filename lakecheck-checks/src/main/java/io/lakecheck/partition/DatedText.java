// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.partition;

import io.lakecheck.value.Display;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Text with dates in braces: a whole path, or the first names of a path.
 *
 * @param parts literal text and {@link DateField}s, alternating
 */
record DatedText(List<Object> parts) {

    private static final Pattern BRACES = Pattern.compile("\\{([^{}]*)}");

    static DatedText parse(String text) {
        List<Object> parts = new ArrayList<>();
        Matcher braces = BRACES.matcher(text);
        int end = 0;
        while (braces.find()) {
            String between = literal(text.substring(end, braces.start()));
            DateField field = DateField.parse(braces.group(1));
            // {yyyy}{MM} is {yyyyMM}: adjacent fields can only be parsed together.
            boolean isSeparate = !between.isEmpty() || parts.isEmpty();
            if (isSeparate || !((DateField) parts.get(parts.size() - 1)).isShiftedLike(field)) {
                parts.add(between);
                parts.add(field);
            } else {
                parts.add(((DateField) parts.remove(parts.size() - 1)).and(field));
            }
            end = braces.end();
        }
        parts.add(literal(text.substring(end)));
        return new DatedText(parts);
    }

    boolean isDated() {
        return parts.size() > 1;
    }

    String render(LocalDateTime time) {
        return parts.stream()
                .map(part -> part instanceof DateField field ? field.render(time) : (String) part)
                .collect(Collectors.joining());
    }

    /** Returns the time that renders as this text; the earliest one if several do; empty if none does. */
    Optional<LocalDateTime> parseTime(String text) {
        String regex = parts.stream()
                .map(part -> part instanceof DateField ? "([^/]+?)" : Pattern.quote((String) part))
                .collect(Collectors.joining());
        Matcher matcher = Pattern.compile(regex).matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        List<String> texts = new ArrayList<>();
        for (int i = 1; i <= matcher.groupCount(); i++) {
            texts.add(matcher.group(i));
        }
        return DateField.parse(fields(), texts)
                .filter(time -> render(time).equals(text))
                .findFirst();
    }

    private List<DateField> fields() {
        return parts.stream()
                .filter(DateField.class::isInstance)
                .map(DateField.class::cast)
                .collect(Collectors.toList());
    }

    private static String literal(String text) {
        if (text.indexOf('{') >= 0 || text.indexOf('}') >= 0) {
            throw new IllegalArgumentException(
                    "unmatched brace in '" + Display.visible(text) + "'. Write dates as {date}");
        }
        return text;
    }
}
