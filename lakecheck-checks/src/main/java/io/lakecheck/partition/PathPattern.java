// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.partition;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * A path, or the first few names of a path, with dates in braces. After the last date, it may contain wildcards
 * ({@code *}), which match text that does not depend on the date.
 */
final class PathPattern {

    private final DatedText dated;
    private final String tail;

    private PathPattern(DatedText dated, String tail) {
        this.dated = dated;
        this.tail = tail;
    }

    static PathPattern parse(String text) {
        String dated = Wildcards.prefix(text);
        return new PathPattern(DatedText.parse(dated), text.substring(dated.length()));
    }

    /** See {@link DatedText#namesAnother}. */
    boolean namesAnother(Period period, LocalDateTime time) {
        return dated.namesAnother(period, time);
    }

    /** See {@link NamedPeriod}. */
    Optional<Period> namedPeriod() {
        return dated.namedPeriod();
    }

    /** Returns what to write instead if a rendered path can't be converted back to its time. */
    String advice() {
        return dated.advice();
    }

    boolean isDated() {
        return dated.isDated();
    }

    /** Returns the pattern letters of all dates, for example {@code yyyy}, {@code MM}, {@code dd}. */
    List<String> letters() {
        return dated.letters();
    }

    /** Returns the path for a time. Wildcards are kept. */
    String render(LocalDateTime time) {
        return dated.render(time) + tail;
    }

    /** Returns whether a path is the one for a time, with any text in place of wildcards. */
    boolean isPathOf(LocalDateTime time, String path) {
        String start = dated.render(time);
        return path.startsWith(start) && Wildcards.matches(tail, path.substring(start.length()));
    }

    /** Returns the time that renders as {@code path}, with any text in place of wildcards; empty if there is none. */
    Optional<LocalDateTime> parseTime(String path) {
        return tail.isEmpty() ? dated.parseTime(path) : dated.parseStart(path, rest -> Wildcards.matches(tail, rest));
    }

    /**
     * Returns the time for which {@code key} starts with this path up to the first wildcard; empty if there is none.
     */
    Optional<LocalDateTime> parsePrefix(String key) {
        return dated.parseStart(key, rest -> true);
    }
}
