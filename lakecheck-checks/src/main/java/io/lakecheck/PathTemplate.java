// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A path with dates in braces: {@code dt={date}/hour={HH}/}. Its period is found by trying, not by knowing every pattern letter: it is
 * the smallest step of time that changes the path, and a path must read back as the time it was made for.
 */
final class PathTemplate {

    /** Mid-period, mid-year, and the edges where wrong patterns (week-year, half-day hours, no leap day, shifts to shorter months) give themselves away. */
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

    private static final Pattern BRACES = Pattern.compile("\\{([^{}]*)}");

    private final List<Object> parts;
    private final Optional<Period> period;

    private PathTemplate(List<Object> parts) {
        this.parts = parts;
        this.period = fields().isEmpty() ? Optional.empty() : Optional.of(smallestStep());
    }

    static PathTemplate parse(String path) {
        List<Object> parts = new ArrayList<>();
        Matcher braces = BRACES.matcher(path);
        int end = 0;
        while (braces.find()) {
            parts.add(literal(path.substring(end, braces.start())));
            parts.add(DateField.parse(braces.group(1)));
            end = braces.end();
        }
        parts.add(literal(path.substring(end)));
        PathTemplate template = new PathTemplate(parts);
        template.checkReadsBack(path);
        return template;
    }

    Optional<Period> period() {
        return period;
    }

    String render(LocalDateTime time) {
        return parts.stream()
                .map(part -> part instanceof DateField field ? field.render(time) : (String) part)
                .collect(Collectors.joining());
    }

    /** Found by trying, as the period is. */
    boolean isInTimeOrder() {
        List<String> paths = period.stream()
                .flatMap(each -> SORTED.stream().map(each::floor).distinct())
                .map(this::render)
                .toList();
        return paths.stream().sorted(KeyOrder.BYTES).toList().equals(paths);
    }

    Optional<LocalDateTime> read(String path) {
        String regex = parts.stream()
                .map(part -> part instanceof DateField ? "([^/]+?)" : Pattern.quote((String) part))
                .collect(Collectors.joining());
        Matcher matcher = Pattern.compile(regex).matcher(path);
        if (period.isEmpty() || !matcher.matches()) {
            return Optional.empty();
        }
        List<String> texts = new ArrayList<>();
        for (int i = 1; i <= matcher.groupCount(); i++) {
            texts.add(matcher.group(i));
        }
        return DateField.read(fields(), texts, period.get())
                .filter(time -> period.get().floor(time).equals(time))
                .filter(time -> render(time).equals(path));
    }

    private List<DateField> fields() {
        return parts.stream()
                .filter(DateField.class::isInstance)
                .map(DateField.class::cast)
                .collect(Collectors.toList());
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

    private void checkReadsBack(String path) {
        period.ifPresent(each -> PROBES.stream().map(each::floor).forEach(time -> {
            if (!read(render(time)).equals(Optional.of(time))) {
                throw new IllegalArgumentException("the dates in " + path + " can't tell one " + each
                        + " from another ("
                        + render(time) + " does not read back); give the year too and write for instance {date},"
                        + " {yyyy}/{MM}/{dd}, {date}/{HH} or {YYYY-'W'ww}");
            }
        }));
    }

    private static String literal(String text) {
        if (text.indexOf('{') >= 0 || text.indexOf('}') >= 0) {
            throw new IllegalArgumentException(
                    "a brace is open or closed without its partner near '" + text + "'; write dates as {date}");
        }
        return text;
    }
}
