// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.partition;

import io.lakecheck.value.Display;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Text with dates in braces: a whole path, or the first few folder names of a path. */
final class DatedText {

    private static final Pattern BRACES = Pattern.compile("\\{([^{}]*)}");

    /** Literal strings and {@link DateField}s, alternating. The first and the last part are strings. */
    private final List<Object> parts;

    /** A regular expression that matches any text that the parts can render, with one group for each date. */
    private final Pattern shape;

    private final List<FieldGroup> groups;

    private DatedText(List<Object> parts) {
        this.parts = parts;
        this.shape = Pattern.compile(parts.stream()
                .map(part -> part instanceof DateField field ? "(" + field.shape() + ")" : Pattern.quote((String) part))
                .collect(Collectors.joining()));
        this.groups = FieldGroup.of(parts.stream()
                .filter(DateField.class::isInstance)
                .map(DateField.class::cast)
                .toList());
    }

    static DatedText parse(String text) {
        List<Object> parts = new ArrayList<>();
        Matcher braces = BRACES.matcher(text);
        int end = 0;
        while (braces.find()) {
            String between = literal(text.substring(end, braces.start()));
            DateField field = DateField.parse(braces.group(1));
            // Adjacent fields can only be parsed together, so {yyyy}{MM} becomes {yyyyMM}.
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

    /**
     * Returns whether the dates are those of another period than the partition's, such as the day on which the job
     * runs. They are not if a date without a shift suffices to identify the partition.
     *
     * @param time any time
     */
    boolean namesAnother(Period period, LocalDateTime time) {
        return unshifted(time).equals(unshifted(period.step(time, 1)))
                && fields().anyMatch(field -> field.shift().isToNext(period));
    }

    private List<String> unshifted(LocalDateTime time) {
        return fields().filter(field -> field.shift().equals(Shift.NONE))
                .map(field -> field.render(time))
                .toList();
    }

    private Stream<DateField> fields() {
        return parts.stream().filter(DateField.class::isInstance).map(DateField.class::cast);
    }

    /** See {@link NamedPeriod}. */
    Optional<Period> namedPeriod() {
        return NamedPeriod.of(parts);
    }

    String advice() {
        return PatternAdvice.of(fields().toList());
    }

    boolean isDated() {
        return !groups.isEmpty();
    }

    /** Returns the pattern letters of all dates, for example {@code yyyy}, {@code MM}, {@code dd}. */
    List<String> letters() {
        return fields().flatMap(field -> field.pattern().tokens())
                .filter(token -> Character.isLetter(token.charAt(0)))
                .toList();
    }

    String render(LocalDateTime time) {
        return parts.stream()
                .map(part -> part instanceof DateField field ? field.render(time) : (String) part)
                .collect(Collectors.joining());
    }

    /**
     * Returns the time that renders as {@code text}; empty if there is none. Anything that the text does not specify,
     * such as the hour, gets its earliest value.
     */
    Optional<LocalDateTime> parseTime(String text) {
        Matcher matcher = shape.matcher(text);
        return matcher.matches() ? time(matcher) : Optional.empty();
    }

    /**
     * Returns the time that renders as the start of {@code text}; empty if there is none.
     *
     * @param rest a condition that the remaining text must meet
     */
    Optional<LocalDateTime> parseStart(String text, Predicate<String> rest) {
        Matcher matcher = shape.matcher(text);
        return matcher.lookingAt() && rest.test(text.substring(matcher.end())) ? time(matcher) : Optional.empty();
    }

    private Optional<LocalDateTime> time(Matcher matcher) {
        List<String> texts = IntStream.rangeClosed(1, matcher.groupCount())
                .mapToObj(matcher::group)
                .toList();
        Predicate<LocalDateTime> isExact = time -> render(time).equals(matcher.group());
        return groups.stream()
                .flatMap(group -> group.parse(texts).stream())
                .filter(isExact)
                .findFirst()
                .or(() -> combined(texts).filter(isExact).findFirst());
    }

    /**
     * Returns the times that dates without a year may mean if the year has another shift, as in
     * {@code FY{yyyy+9M}/{MM}/}.
     */
    private Stream<LocalDateTime> combined(List<String> texts) {
        return groups.stream()
                .filter(FieldGroup::hasYear)
                .flatMap(group -> group.parse(texts).stream())
                .flatMap(time -> IntStream.rangeClosed(-1, 2).mapToObj(years -> time.getYear() + years))
                .flatMap(year -> groups.stream()
                        .filter(group -> !group.hasYear())
                        .flatMap(group -> group.parse(texts, year).stream()));
    }

    private static String literal(String text) {
        if (text.indexOf('{') >= 0 || text.indexOf('}') >= 0) {
            throw new IllegalArgumentException("unmatched brace in '" + Display.visible(text)
                    + "'. Write date patterns in a pair of braces, for example {date}");
        }
        return text;
    }
}
