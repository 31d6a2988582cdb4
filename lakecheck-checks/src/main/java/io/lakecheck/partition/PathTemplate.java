// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.partition;

import io.lakecheck.value.Utf8Order;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A path with dates in braces: {@code dt={date}/hour={HH}/}. Its period is found by trying, not by knowing every
 * pattern letter: it is the smallest step of time that changes the path, and a path must read back as the time it was
 * made for.
 */
final class PathTemplate {

    /**
     * Mid-period, mid-year, and the edges where wrong patterns (week-year, half-day hours, no leap day, shifts to
     * shorter months) give themselves away.
     */
    private static final List<LocalDateTime> PROBES = List.of(
            LocalDateTime.of(2026, 1, 14, 10, 0),
            LocalDateTime.of(2027, 12, 31, 23, 0),
            LocalDateTime.of(2024, 2, 29, 0, 0),
            LocalDateTime.of(2026, 3, 31, 0, 0),
            LocalDateTime.of(2025, 12, 29, 12, 0));

    /** Earliest first; what is written without leading zeros, backwards or by name gives itself away. */
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
    private final Optional<Period> period;

    private PathTemplate(String text) {
        this.text = text;
        this.whole = DatedText.parse(text);
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

    /** Found by trying, as the period is. */
    boolean sortsByTime() {
        List<String> paths = period.stream()
                .flatMap(each -> SORTED.stream().map(each::floor).distinct())
                .map(this::render)
                .toList();
        return paths.stream().sorted(Utf8Order.BYTES).toList().equals(paths);
    }

    Optional<LocalDateTime> read(String path) {
        return whole.read(path)
                .filter(time ->
                        period.filter(each -> each.floor(time).equals(time)).isPresent());
    }

    /** Whether a folder can be above partitions, one of them, or in one. */
    boolean accountsFor(String folder) {
        int names = Math.min(depth(folder), depth(text));
        String head = head(folder, names);
        return names == 0
                || (names == depth(text)
                                ? read(head)
                                : DatedText.parse(head(text, names)).read(head))
                        .isPresent();
    }

    /** The folders above a path of this template in which names hold dates. */
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

    /** The first names of a path, each with its slash. */
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
            throw new IllegalArgumentException(
                    "the smallest period is an hour; leave minutes and seconds out of the braces");
        }
        for (Period candidate : Period.values()) {
            if (!render(probe).equals(render(candidate.step(probe, 1)))) {
                return candidate;
            }
        }
        throw new IllegalArgumentException(
                "the dates can't tell a period of an hour, day, week or month; write for instance {date} or {yyyy}/{MM}");
    }

    private void checkReadsBack() {
        period.ifPresent(each -> PROBES.stream().map(each::floor).forEach(time -> {
            if (!read(render(time)).equals(Optional.of(time))) {
                throw new IllegalArgumentException("the dates in " + text + " can't tell one " + each
                        + " from another ("
                        + render(time) + " does not read back); give the year too and write for instance {date},"
                        + " {yyyy}/{MM}/{dd}, {date}/{HH} or {YYYY-'W'ww}");
            }
        }));
    }
}
