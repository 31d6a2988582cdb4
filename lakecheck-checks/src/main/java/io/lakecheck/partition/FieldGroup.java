// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.partition;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The date fields of a text that have the same shift and are therefore parsed together. Groups with different shifts
 * may yield different times, so the caller must check that the time it chooses renders as the whole text.
 */
final class FieldGroup {

    /** The separator between fields that are parsed together. It does not occur in any path. */
    private static final char SEPARATOR = '\u0000';

    private final DateField leader;
    private final List<Integer> positions;
    private final DateTimeFormatter formatter;
    private final boolean hasYear;

    private FieldGroup(DateField leader, List<DateField> fields) {
        this.leader = leader;
        this.positions = new ArrayList<>();
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder();
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).isShiftedLike(leader)) {
                positions.add(i);
                fields.get(i).pattern().appendTo(builder);
                builder.appendLiteral(SEPARATOR);
            }
        }
        this.formatter = builder.toFormatter(DatePattern.ISO_WEEKS);
        this.hasYear = positions.stream()
                .anyMatch(position -> fields.get(position).pattern().hasYear());
    }

    /** Groups fields by their shift. The groups are in the order of their first fields. */
    static List<FieldGroup> of(List<DateField> fields) {
        List<FieldGroup> groups = new ArrayList<>();
        for (DateField field : fields) {
            if (groups.stream().noneMatch(group -> field.isShiftedLike(group.leader))) {
                groups.add(new FieldGroup(field, fields));
            }
        }
        return groups;
    }

    boolean hasYear() {
        return hasYear;
    }

    /**
     * Returns the time that this group's fields were rendered from; empty if there is none. Anything that the texts do
     * not specify, such as the hour, gets its earliest value.
     *
     * @param texts the rendered text of every field, including fields in other groups
     */
    Optional<LocalDateTime> parse(List<String> texts) {
        return parse(texts, PartialTime.FIRST_YEAR);
    }

    /**
     * Like {@link #parse(List)}, but if the fields have no year, the given one is theirs.
     *
     * @param year the year before the shift is reversed
     */
    Optional<LocalDateTime> parse(List<String> texts, int year) {
        StringBuilder text = new StringBuilder();
        positions.forEach(position -> text.append(texts.get(position)).append(SEPARATOR));
        try {
            return Optional.of(leader.unshifted(PartialTime.complete(formatter.parse(text), year)));
        } catch (DateTimeException stray) {
            return Optional.empty();
        }
    }
}
