// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.lake.Runs;
import io.lakecheck.partition.Location;
import io.lakecheck.partition.Period;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A common naming scheme for dated folders or files.
 *
 * @param template the template as written in a suite, such as {@code dt={date}/hour={HH}/}
 * @param location the template's location under the folder that contains the dataset
 * @param depth the number of names that contain part of the date
 */
record FolderLayout(String template, Location location, int depth) {

    /**
     * The known schemes, as one date pattern for each name; braces are written only around several patterns in a name.
     * If several match about equally many paths, the one with the most names is used, and if several have equally many,
     * the first. Because of this order, patterns with leading zeros take precedence over patterns without, months over
     * weeks, and quarters, before which there must be a Q, over months.
     */
    private static final List<List<String>> KNOWN = Stream.of(
                    "date",
                    "date HH",
                    "date H",
                    "date HHmm",
                    "yyyy-M-d",
                    "yyyy-M-d HH",
                    "yyyy-M-d H",
                    "yyyyMMdd",
                    "yyyyMMdd HH",
                    "yyyyMMdd H",
                    "yyyyMMdd HHmm",
                    "yyyyMMddHH",
                    "yyyyMMdd-HH",
                    "yyyyMMdd_HH",
                    "yyyyMMdd'T'HH",
                    "{date}-{HH}",
                    "yyyy-MM-dd_HH",
                    "yyyy-MM-dd'T'HH",
                    "yyyy_MM_dd",
                    "yyyy_MM_dd HH",
                    "yyyy.MM.dd",
                    "yyyy_MM_dd_HH",
                    "{yyyyMM}01-{yyyyMM+1M}01",
                    "{yyyyMM}01_{yyyyMM+1M}01",
                    "{yyyy-MM}-01_{yyyy-MM+1M}-01",
                    "{yyyyMMdd}-{yyyyMMdd+1d}",
                    "{yyyyMMdd}_{yyyyMMdd+1d}",
                    "{date}_{date+1d}",
                    "yyyy MM dd",
                    "yyyy M d",
                    "yyyy MMM dd",
                    "yyyy MM dd HH",
                    "yyyy M d H",
                    "yyyy MM dd HHmm",
                    "yyyy MMdd",
                    "yyyy MM-dd",
                    "yyyy MMdd HH",
                    "yyyy MM date",
                    "yyyy MM date HH",
                    "yyyy MM yyyyMMdd",
                    "yyyy MM yyyyMMdd HH",
                    "yyyy date",
                    "yyyy date HH",
                    "yyyy yyyyMMdd",
                    "yyyy yyyyMMdd HH",
                    "{yyyy}-Q{Q}",
                    "{yyyy}_Q{Q}",
                    "{yyyy}Q{Q}",
                    "yyyy Q",
                    "yyyy-MM",
                    "yyyy-MM dd",
                    "yyyy-MM dd HH",
                    "yyyy-MM date",
                    "yyyyMM",
                    "yyyyMM dd",
                    "yyyyMM dd HH",
                    "yyyyMM yyyyMMdd",
                    "yyyy_MM",
                    "yyyy MM",
                    "yyyy M",
                    "yyyy MMM",
                    "yyyy yyyy-MM",
                    "yyyy yyyyMM",
                    "YYYY-'W'ww",
                    "YYYY'W'ww",
                    "YYYY_'W'ww",
                    "YYYY 'W'ww",
                    "YYYY ww",
                    "YYYY w",
                    "YYYYww",
                    "YYYY-ww",
                    "yyyy",
                    "yyMMdd",
                    "ddMMyy",
                    "dd-MM-yyyy",
                    "dd.MM.yyyy",
                    "dd_MM_yyyy")
            .map(patterns -> List.of(patterns.split(" ")))
            .toList();

    /** The share of the paths that a layout must match. The others are strays. */
    private static final double MIN_SHARE = 0.8;

    /** The share of the periods that must have a single path if several for the same period are reruns. */
    private static final double MIN_SINGLE = 0.6;

    /** The first year of plausible dates. */
    private static final int FIRST_YEAR = 1990;

    /** The minimum number of paths that prove that numbers without a letter are weeks. */
    private static final int MIN_WEEKS = 4;

    /**
     * Returns the finest scheme that most paths match, or empty if there is none.
     *
     * @param root the folder that contains the dataset, ending with a slash
     * @param lastYear the last year of plausible dates. Most dates must be plausible.
     */
    static Optional<FolderLayout> of(String root, Collection<DatedPath> paths, int lastYear) {
        List<List<NameShapes>> shapes = IntStream.rangeClosed(1, DatedPath.DEEPEST)
                .mapToObj(depth -> NameShapes.of(paths, depth).toList())
                .toList();
        return KNOWN.stream()
                .flatMap(patterns ->
                        shapes.get(patterns.size() - 1).stream().flatMap(shape -> shape.layout(root, patterns)))
                .filter(layout -> UnitWords.agree(layout.template))
                .filter(layout -> paths.size() >= MIN_WEEKS || layout.isUnambiguous())
                .flatMap(layout -> layout.withInterval(paths).stream())
                .map(layout -> new Vote(layout, layout.votes(paths, lastYear)))
                .filter(vote -> vote.votes >= MIN_SHARE * paths.size())
                .reduce((best, next) -> Vote.ORDER.compare(next, best) > 0 ? next : best)
                .map(Vote::layout)
                .map(layout ->
                        MonthEnds.areNamedIn(layout, layout.times(paths)) ? layout.shifted(MonthEnds.SHIFT) : layout);
    }

    private record Vote(FolderLayout layout, long votes) {

        /** Orders by depth first, because a layout that matches fewer but most paths is more likely to be complete. */
        static final Comparator<Vote> ORDER =
                Comparator.<Vote>comparingInt(vote -> vote.layout.depth).thenComparingLong(Vote::votes);
    }

    /** Returns the layout with the length of its partitions if the names contain minutes, or empty if it is unknown. */
    private Optional<FolderLayout> withInterval(Collection<DatedPath> paths) {
        return location.hasMinutes()
                ? MinuteInterval.between(times(paths))
                        .map(length -> new FolderLayout(template, location.lasting(length), depth))
                : Optional.of(this);
    }

    /** Returns whether the numbers can't be mistaken for weeks: a letter shows that they are, or they are not. */
    private boolean isUnambiguous() {
        return !template.contains("w}") || template.matches("(?i).*(?:'W'|w(?:ee)?k?[=_-]?\\{).*");
    }

    /** Returns the template without its dates. */
    String literals() {
        return template.replaceAll("\\{[^{}]*}|[*]", "");
    }

    /** Returns whether the dates are those of the time at which a job runs, after the period of its data. */
    boolean isNamedByRun() {
        return location.namesAnotherPeriod() && !FiscalYear.isNamedIn(this);
    }

    /** Returns whether the dates are the last days of the months that the partitions cover. */
    boolean isNamedByMonthEnd() {
        return template.contains(MonthEnds.SHIFT + "}");
    }

    /** Returns whether each partition is a single file, whose whole name is known. */
    boolean isSingleFile() {
        return !template.endsWith("/") && template.indexOf('*') < 0;
    }

    Period period() {
        return location.period().orElseThrow();
    }

    /**
     * Returns the layout to use if each folder's name is one period later than the data in it, such as
     * {@code dt={date+1d}/}.
     */
    FolderLayout shifted() {
        String shift =
                switch (period().unit()) {
                    case MINUTES -> "+" + period().length() + "m";
                    case HOURS -> "+1h";
                    case DAYS -> "+1d";
                    case WEEKS -> "+1w";
                    default -> "+" + period().length() + "M";
                };
        return shifted(shift);
    }

    /**
     * Returns the same layout with shifted dates.
     *
     * @param shift the shift as written in a suite, such as {@code +9M}
     */
    FolderLayout shifted(String shift) {
        String shifted = template.replace("}", shift + "}");
        String text = location.toString();
        Location moved = Location.of(text.substring(0, text.length() - template.length()) + shifted);
        return new FolderLayout(shifted, location.hasMinutes() ? moved.lasting(period()) : moved, depth);
    }

    /** Returns the layout of folders in these folders whose names are the same for all periods. */
    FolderLayout with(String folder) {
        Location inner = Location.of(location + folder);
        return new FolderLayout(template + folder, location.hasMinutes() ? inner.lasting(period()) : inner, depth);
    }

    /** Returns the local time at which the period of a path begins, or empty if the path does not match. */
    Optional<LocalDateTime> read(DatedPath path) {
        if (path.depth() < depth) {
            return Optional.empty();
        }
        String text = path.text(depth);
        return template.indexOf('*') < 0
                ? location.parse(text)
                : location.timeOfObject(location.root() + text + (text.endsWith("/") ? "part" : ""));
    }

    /** Returns the times of the paths that match, oldest first. */
    List<LocalDateTime> times(Collection<DatedPath> paths) {
        return paths.stream()
                .flatMap(path -> read(path).stream())
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * Returns whether the newest of several paths for a period replaces the others, as if a job was run again: most
     * periods have a single one.
     */
    Runs runs(Collection<DatedPath> paths) {
        Map<LocalDateTime, Long> counts = paths.stream()
                .flatMap(path -> read(path).stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        long single = counts.values().stream().filter(count -> count == 1).count();
        return template.indexOf('*') >= 0 && single < counts.size() && single >= MIN_SINGLE * counts.size()
                ? Runs.NEWEST
                : Runs.ALL;
    }

    /** Returns the paths that do not match. */
    List<String> strays(Collection<DatedPath> paths) {
        return paths.stream()
                .filter(path -> read(path).isEmpty())
                .map(DatedPath::text)
                .toList();
    }

    private long votes(Collection<DatedPath> paths, int lastYear) {
        return paths.stream()
                .flatMap(path -> read(path).stream())
                .filter(time -> time.getYear() >= FIRST_YEAR && time.getYear() <= lastYear)
                .count();
    }

    /**
     * The text around the dates in the names of paths that have the same layout.
     *
     * @param prefixes the text before each date
     * @param suffixes the text after each date, with a wildcard if it differs from path to path
     * @param dates the names without suffixes in some of these paths, each with a slash after it
     * @param isFile whether the last name is that of a file
     */
    private record NameShapes(List<String> prefixes, List<String> suffixes, List<String> dates, boolean isFile) {

        /** The number of paths of which the dates are compared with a pattern before a wildcard. */
        private static final int EXAMPLES = 10;

        static Stream<NameShapes> of(Collection<DatedPath> paths, int depth) {
            return paths.stream()
                    .filter(path -> path.depth() >= depth)
                    .map(path -> path.names().stream()
                            .limit(depth)
                            .map(DatedName::prefix)
                            .toList())
                    .distinct()
                    .map(prefixes -> of(prefixes, paths, depth));
        }

        private static NameShapes of(List<String> prefixes, Collection<DatedPath> all, int depth) {
            List<DatedPath> alike = all.stream()
                    .filter(path -> path.depth() >= depth
                            && IntStream.range(0, depth)
                                    .allMatch(i -> path.names().get(i).prefix().equals(prefixes.get(i))))
                    .toList();
            List<String> suffixes = IntStream.range(0, depth)
                    .mapToObj(i -> NameSuffix.common(alike.stream()
                            .map(path -> path.names().get(i).suffix())
                            .toList()))
                    .toList();
            List<String> dates = alike.stream()
                    .limit(EXAMPLES)
                    .map(path -> path.names().stream()
                            .limit(depth)
                            .map(name -> name.prefix() + name.date() + "/")
                            .collect(Collectors.joining()))
                    .toList();
            return new NameShapes(
                    prefixes, suffixes, dates, alike.stream().anyMatch(path -> path.isFile() && path.depth() == depth));
        }

        /** Returns whether a location matches the dates, of which a wildcard after them could cover a part. */
        private boolean matchesDates(Location location) {
            return dates.stream().anyMatch(text -> location.parse(text).isPresent());
        }

        Stream<FolderLayout> layout(String root, List<String> patterns) {
            StringBuilder template = new StringBuilder();
            StringBuilder bare = new StringBuilder();
            for (int i = 0; i < patterns.size(); i++) {
                String dated = prefixes.get(i)
                        + (patterns.get(i).startsWith("{") ? patterns.get(i) : "{" + patterns.get(i) + "}");
                bare.append(dated).append('/');
                template.append(dated).append(suffixes.get(i)).append(i + 1 < patterns.size() || !isFile ? "/" : "");
            }
            try {
                return template.indexOf("*") >= 0 && !matchesDates(Location.of(root + bare))
                        ? Stream.empty()
                        : Stream.of(
                                new FolderLayout(template.toString(), Location.of(root + template), patterns.size()));
            } catch (IllegalArgumentException notALocation) {
                return Stream.empty();
            }
        }
    }
}
