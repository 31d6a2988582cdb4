// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.partition;

import io.lakecheck.value.Display;
import io.lakecheck.value.Utf8Order;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A path with dates in braces, for example {@code dt={date}/hour={HH}/}. The partitions are folders if the path ends
 * with a slash, and files otherwise. The period of the path is the shortest one whose successive paths differ, unless
 * its dates state a {@linkplain NamedPeriod longer one}. A rendered path must parse back to the time for which it was
 * rendered.
 */
final class PathTemplate {

    /**
     * Sample times. The path for each of them must parse back to the same time. The first one is in the middle of its
     * day, week and month. The others are edge cases that expose invalid patterns, for example with week-based years,
     * 12-hour clocks, or shifts that end in a shorter month or on a leap day.
     */
    private static final List<LocalDateTime> PROBES = List.of(
            LocalDateTime.of(2026, 1, 14, 10, 0),
            LocalDateTime.of(2027, 12, 31, 23, 0),
            LocalDateTime.of(2024, 2, 29, 0, 0),
            LocalDateTime.of(2026, 3, 31, 0, 0),
            LocalDateTime.of(2025, 12, 29, 12, 0),
            LocalDateTime.of(2026, 5, 14, 23, 45));

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

    /**
     * Sample times. If the pattern lacks leading zeros, the path for one of them is a prefix of the path for another
     * one.
     */
    private static final List<LocalDateTime> ALIKE = List.of(
            LocalDateTime.of(2026, 1, 1, 1, 0),
            LocalDateTime.of(2026, 1, 1, 10, 0),
            LocalDateTime.of(2026, 1, 10, 0, 0),
            LocalDateTime.of(2026, 10, 1, 0, 0));

    private final String text;
    private final PathPattern whole;
    private final List<PathPattern> heads;
    private final Optional<Period> period;

    private PathTemplate(String text, Optional<Period> minutes) {
        this.text = text;
        this.whole = PathPattern.parse(text);
        this.heads = IntStream.rangeClosed(0, depth(text))
                .mapToObj(names -> PathPattern.parse(head(text, names)))
                .toList();
        new PatternLetters(whole.letters()).check(text);
        this.period = whole.isDated()
                ? Optional.of(smallestStep()).map(found -> found.isMinutes() ? minutes.orElse(found) : found)
                : Optional.empty();
    }

    /** @param minutes the period if the path contains minutes; a single minute if empty */
    static PathTemplate parse(String path, Optional<Period> minutes) {
        PathTemplate template = new PathTemplate(path, minutes);
        template.checkReadsBack();
        template.checkPrefixes();
        return template;
    }

    Optional<Period> period() {
        return period;
    }

    /** Returns whether partitions are named after another period than their own. */
    boolean namesAnotherPeriod() {
        return period.filter(each -> whole.namesAnother(each, PROBES.get(0))).isPresent();
    }

    String render(LocalDateTime time) {
        return whole.render(time);
    }

    /**
     * Returns whether sorting paths by key also sorts them by time. This is determined by rendering sample times and
     * checking the order of their paths.
     */
    boolean sortsByTime() {
        List<String> paths = period.stream()
                .flatMap(each -> SORTED.stream().map(each::floor).distinct())
                .map(this::render)
                .toList();
        return paths.stream().sorted(Utf8Order.BYTES).toList().equals(paths);
    }

    Optional<LocalDateTime> parseTime(String path) {
        return whole.parseTime(path).filter(this::isStart);
    }

    private boolean isStart(LocalDateTime time) {
        return period.filter(each -> each.floor(time).equals(time)).isPresent();
    }

    /**
     * Returns the time of the partition for which {@code key} starts with the path up to the first wildcard; empty if
     * there is none.
     */
    Optional<LocalDateTime> timeOfPrefix(String key) {
        return whole.parsePrefix(key).filter(this::isStart);
    }

    /** Returns the time of the partition that contains the object with the given path; empty if no partition does. */
    Optional<LocalDateTime> timeOfObject(String path) {
        Optional<LocalDateTime> inFolder =
                depth(path) < depth(text) ? Optional.empty() : parseTime(head(path, depth(text)));
        return isFolder() ? inFolder : parseTime(path).or(() -> timeOfFolder(path));
    }

    /**
     * Returns the time of the folder in {@code path} whose name matches this template's file names; empty if there is
     * none.
     */
    private Optional<LocalDateTime> timeOfFolder(String path) {
        String folder = depth(path) > depth(text) ? head(path, depth(text) + 1) : "/";
        return parseTime(folder.substring(0, folder.length() - 1));
    }

    /** Returns whether the partitions are folders. Otherwise, they are files, or folders that are named like files. */
    boolean isFolder() {
        return text.isEmpty() || text.endsWith("/");
    }

    /** Returns whether a folder can be a partition, be inside a partition, or contain partitions. */
    boolean accountsFor(String folder) {
        return isAboveFirstDate(folder) || earliest(folder).isPresent();
    }

    /**
     * Returns the start of the earliest partition that a folder can belong to or contain, or empty if no partition fits
     * or the folder's path has no date.
     */
    Optional<LocalDateTime> earliest(String folder) {
        if (isAboveFirstDate(folder)) {
            return Optional.empty();
        }
        if (depth(folder) > depth(text) && !isFolder()) {
            return timeOfFolder(folder);
        }
        int names = Math.min(depth(folder), depth(text));
        String head = head(folder, names);
        return names == depth(text) && isFolder()
                ? parseTime(head)
                : heads.get(names).parseTime(head).filter(time -> isPartOfStart(heads.get(names), head, time));
    }

    /**
     * Returns whether the path of a partition starts with {@code head}, so that a date within a period is not mistaken
     * for that of its partition.
     *
     * @param time the earliest time whose path starts with {@code head}
     */
    private boolean isPartOfStart(PathPattern pattern, String head, LocalDateTime time) {
        return period.filter(each -> Stream.of(each.floor(time), each.step(each.floor(time), 1))
                        .anyMatch(start -> pattern.isPathOf(start, head)))
                .isPresent();
    }

    private boolean isAboveFirstDate(String folder) {
        return folder.isEmpty() || text.isEmpty();
    }

    /** Returns a path's parent folders whose subfolders have dates in their names. */
    List<String> datedParents(String path) {
        return IntStream.range(0, depth(text))
                .filter(names -> head(text, names + 1).lastIndexOf('{')
                        >= head(text, names).length())
                .mapToObj(names -> head(path, names))
                .toList();
    }

    /** Returns a path's parent folders, from the first one whose subfolders have dates in their names. */
    List<String> parents(String path) {
        return IntStream.range(0, depth(text))
                .filter(names -> head(text, names + 1).indexOf('{') >= 0)
                .mapToObj(names -> head(path, names))
                .toList();
    }

    private static int depth(String path) {
        return (int) path.chars().filter(letter -> letter == '/').count();
    }

    /** Returns the first few folder names of a path, each followed by a slash. */
    private static String head(String path, int names) {
        int end = 0;
        for (int i = 0; i < names; i++) {
            end = path.indexOf('/', end) + 1;
        }
        return path.substring(0, end);
    }

    private Period smallestStep() {
        LocalDateTime probe = PROBES.get(0);
        if (!render(probe).equals(render(probe.plusSeconds(1).plusNanos(111_111_111)))) {
            throw new IllegalArgumentException("the date patterns in " + Display.visible(text)
                    + " contain seconds, but the shortest period is a minute. Write 00 instead of ss if they are always"
                    + " zero, or * if they vary");
        }
        return Period.KINDS.stream()
                .filter(kind -> changesWithEach(kind, probe))
                .findFirst()
                .map(kind -> kind.equals(Period.DAY) ? whole.namedPeriod().orElse(kind) : kind)
                .map(kind -> kind.compareTo(Period.MONTH) > 0
                        ? whole.parseTime(render(probe)).map(kind::startingAt).orElse(kind)
                        : kind)
                .orElseThrow(() -> new IllegalArgumentException("the date patterns in " + Display.visible(text)
                        + " do not identify a period, such as a day, month or year. Write, for example, {date} or"
                        + " {yyyy}/{MM}"));
    }

    /** Returns whether the path differs between any two successive periods. */
    private boolean changesWithEach(Period kind, LocalDateTime probe) {
        String next = render(kind.step(probe, 1));
        return !render(probe).equals(next) && !next.equals(render(kind.step(probe, 2)));
    }

    /** Checks that keys in one partition can't start with the prefix of another partition. */
    private void checkPrefixes() {
        if (text.indexOf('*') < 0) {
            return;
        }
        List<String> prefixes = period.stream()
                .flatMap(each -> ALIKE.stream().map(each::floor).distinct())
                .map(time -> Wildcards.prefix(render(time)))
                .sorted(Utf8Order.BYTES)
                .toList();
        for (int i = 1; i < prefixes.size(); i++) {
            if (prefixes.get(i).startsWith(prefixes.get(i - 1))) {
                throw new IllegalArgumentException(
                        "the names in " + Display.visible(text) + " are ambiguous: '"
                                + prefixes.get(i - 1) + "*' also matches '" + prefixes.get(i)
                                + "'. Write the date with leading zeros, for example {yyyy-MM-dd}, or put a separator before the *");
            }
        }
    }

    private void checkReadsBack() {
        period.ifPresent(each -> PROBES.stream().map(each::floor).forEach(time -> {
            if (!parseTime(render(time)).equals(Optional.of(time))) {
                throw new IllegalArgumentException(
                        "the date patterns in " + Display.visible(text) + " do not identify a single " + each
                                + ": '" + render(time) + "' can't be converted back to its " + each
                                + ". " + whole.advice());
            }
        }));
    }
}
