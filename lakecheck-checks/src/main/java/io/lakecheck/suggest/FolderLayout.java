// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.lake.Runs;
import io.lakecheck.partition.Location;
import io.lakecheck.partition.Period;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A common naming scheme for dated folders or files.
 *
 * @param template the template as written in a suite, such as {@code dt={date}/hour={HH}/}
 * @param location the template's location under the folder that contains the dataset
 * @param depth the number of names that contain part of the date
 */
record FolderLayout(String template, Location location, int depth) {

    /** The share of the periods that must have a single path if several for the same period are reruns. */
    private static final double MIN_SINGLE = 0.6;

    /** Returns the layout with the length of its partitions if the names contain minutes, or empty if it is unknown. */
    Optional<FolderLayout> withInterval(Collection<DatedPath> paths) {
        return location.hasMinutes()
                ? MinuteInterval.between(times(paths))
                        .map(length -> new FolderLayout(template, location.lasting(length), depth))
                : Optional.of(this);
    }

    /** Returns the template without its dates. */
    String literals() {
        return template.replaceAll("\\{[^{}]*}|[*]", "");
    }

    /** Returns the text before the first date. */
    String prefix() {
        return template.substring(0, template.indexOf('{'));
    }

    /** Returns whether the dates are those of the time at which a job runs, after the period of its data. */
    boolean isNamedByRun() {
        return areAllDatesLater() && location.namesAnotherPeriod() && !FiscalYear.isNamedIn(this);
    }

    /** Returns whether the dates were still in the future when the data was written. */
    boolean isNamedAhead() {
        return areAllDatesLater() && !isNamedByRun() && !isNamedByMonthEnd() && !FiscalYear.isNamedIn(this);
    }

    private boolean areAllDatesLater() {
        return !template.matches(".*\\{[^+}]*}.*");
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
     * Returns the layout to use if each folder's name is a number of periods later than the data in it, such as
     * {@code dt={date+1d}/}.
     */
    FolderLayout shifted(long periods) {
        return shifted("+" + periods * period().length()
                + switch (period().unit()) {
                    case MINUTES -> "m";
                    case HOURS -> "h";
                    case DAYS -> "d";
                    case WEEKS -> "w";
                    default -> "M";
                });
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
}
