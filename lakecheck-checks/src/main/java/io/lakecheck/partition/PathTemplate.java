// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.partition;

import io.lakecheck.value.Display;
import io.lakecheck.value.Utf8Order;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A path with dates in braces, for example {@code dt={date}/hour={HH}/}. Its period is the shortest one after which the
 * rendered path changes. A rendered path must parse back to the time for which it was rendered.
 */
final class PathTemplate {

    /**
     * Sample times, whose paths must parse back to the same times. The first one is in the middle of its day, week and
     * month. The others are edge cases that expose invalid patterns, for example with week-based years, 12-hour clocks,
     * or shifts that end in a shorter month or on a leap day.
     */
    private static final List<LocalDateTime> PROBES = List.of(
            LocalDateTime.of(2026, 1, 14, 10, 0),
            LocalDateTime.of(2027, 12, 31, 23, 0),
            LocalDateTime.of(2024, 2, 29, 0, 0),
            LocalDateTime.of(2026, 3, 31, 0, 0),
            LocalDateTime.of(2025, 12, 29, 12, 0));

    /**
     * Sample times in ascending order. Their paths are not in ascending order if the pattern lacks leading zeros, has
     * its fields in the wrong order, or contains names.
     */
    private static final List<LocalDateTime> SORTED = List.of(
            LocalDateTime.of(2025, 3, 31, 9, 0),
            LocalDateTime.of(2025, 4, 30, 9, 0),
            LocalDateTime.of(2025, 9, 9, 9, 0),
            LocalDateTime.of(2025, 9, 9, 10, 0),
            LocalDateTime.of(2025, 9, 10, 1, 0),
            LocalDateTime.of(2025, 9, 30, 13, 0),
            LocalDateTime.of(2025, 10, 1, 13, 0),
            LocalDateTime.of(2025, 12, 31, 23, 0),
            LocalDateTime.of(2026, 1, 7, 0, 0),
            LocalDateTime.of(2026, 8, 14, 0, 0));

    private final String text;
    private final DatedText whole;
    private final List<DatedText> heads;
    private final Optional<Period> period;

    private PathTemplate(String text) {
        this.text = text;
        this.whole = DatedText.parse(text);
        this.heads = IntStream.range(0, depth(text))
                .mapToObj(names -> DatedText.parse(head(text, names)))
                .toList();
        new PatternLetters(whole.letters()).check(text);
        this.period = whole.isDated() ? Optional.of(smallestStep()) : Optional.empty();
    }

    static PathTemplate parse(String path) {
        PathTemplate template = new PathTemplate(path);
        template.checkReadsBack();
        return template;
    }

    Optional<Period> period() {
        return period;
    }

    String render(LocalDateTime time) {
        return whole.render(time);
    }

    /**
     * Returns whether paths sort by time. To find out, this method renders sample times and checks the order of the
     * paths.
     */
    boolean sortsByTime() {
        List<String> paths = period.stream()
                .flatMap(each -> SORTED.stream().map(each::floor).distinct())
                .map(this::render)
                .toList();
        return paths.stream().sorted(Utf8Order.BYTES).toList().equals(paths);
    }

    Optional<LocalDateTime> parseTime(String path) {
        return whole.parseTime(path)
                .filter(time ->
                        period.filter(each -> each.floor(time).equals(time)).isPresent());
    }

    /** Returns the time of the partition that contains the object with this path; empty if no partition does. */
    Optional<LocalDateTime> timeOfObject(String path) {
        return depth(path) < depth(text) ? Optional.empty() : parseTime(head(path, depth(text)));
    }

    /** Returns whether a folder can be a partition, be inside a partition, or contain partitions. */
    boolean accountsFor(String folder) {
        return Math.min(depth(folder), depth(text)) == 0 || earliest(folder).isPresent();
    }

    /**
     * Returns the start of the earliest partition that a folder can belong to or contain; empty if the folder can't do
     * either, or if its path has no date.
     */
    Optional<LocalDateTime> earliest(String folder) {
        int names = Math.min(depth(folder), depth(text));
        String head = head(folder, names);
        if (names == 0) {
            return Optional.empty();
        }
        return names == depth(text) ? parseTime(head) : heads.get(names).parseTime(head);
    }

    /** Returns those parent folders of a path whose subfolders have dates in their names. */
    List<String> datedParents(String path) {
        return IntStream.range(0, depth(text))
                .filter(names -> head(text, names + 1).lastIndexOf('{')
                        >= head(text, names).length())
                .mapToObj(names -> head(path, names))
                .toList();
    }

    private static int depth(String path) {
        return (int) path.chars().filter(letter -> letter == '/').count();
    }

    /** Returns the first few folder names of a path, each with its slash. */
    private static String head(String path, int names) {
        int end = 0;
        for (int i = 0; i < names; i++) {
            end = path.indexOf('/', end) + 1;
        }
        return path.substring(0, end);
    }

    private Period smallestStep() {
        LocalDateTime probe = PROBES.get(0);
        if (!render(probe).equals(render(probe.plusMinutes(1).plusSeconds(1).plusNanos(111_111_111)))) {
            throw new IllegalArgumentException("the date patterns in " + Display.visible(text)
                    + " contain minutes or seconds, but the shortest period is an hour. Remove the"
                    + " minutes and seconds");
        }
        for (Period candidate : Period.values()) {
            if (!render(probe).equals(render(candidate.step(probe, 1)))) {
                return candidate;
            }
        }
        throw new IllegalArgumentException("the date patterns in " + Display.visible(text)
                + " do not identify an hour, day, week or month. Write, for example, {date} or {yyyy}/{MM}");
    }

    private void checkReadsBack() {
        period.ifPresent(each -> PROBES.stream().map(each::floor).forEach(time -> {
            if (!parseTime(render(time)).equals(Optional.of(time))) {
                throw new IllegalArgumentException(
                        "the date patterns in " + Display.visible(text) + " do not identify a single " + each
                                + ": '" + render(time) + "' can't be converted back to its " + each
                                + ". Check whether a field is missing, such as the year, or mistyped, such as YYYY"
                                + " instead of yyyy. Write, for example, {date}, {yyyy}/{MM}/{dd}, {date}/{HH} or"
                                + " {YYYY-'W'ww}");
            }
        }));
    }
}
