// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.partition.Location;
import io.lakecheck.partition.Period;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A common naming scheme for dated folders.
 *
 * @param template the template as written in a suite, such as {@code dt={date}/hour={HH}/}
 * @param location the template's location under the folder that was listed
 * @param depth the number of folder levels that contain part of the date
 */
record FolderLayout(String template, Location location, int depth) {

    /**
     * The known schemes, as one date pattern for each folder level. If several schemes match the same number of
     * folders, the one with the most levels is used; if there are several of those, the first. Because of this order,
     * patterns with leading zeros take precedence over patterns without, and months over weeks.
     */
    private static final List<List<String>> KNOWN = List.of(
            List.of("date"),
            List.of("date", "HH"),
            List.of("date", "H"),
            List.of("yyyy-M-d"),
            List.of("yyyy-M-d", "HH"),
            List.of("yyyy-M-d", "H"),
            List.of("yyyyMMdd"),
            List.of("yyyyMMdd", "HH"),
            List.of("yyyyMMdd", "H"),
            List.of("yyyyMMddHH"),
            List.of("yyyy-MM-dd-HH"),
            List.of("yyyy-MM-dd'T'HH"),
            List.of("yyyy", "MM", "dd"),
            List.of("yyyy", "M", "d"),
            List.of("yyyy", "MM", "dd", "HH"),
            List.of("yyyy", "M", "d", "H"),
            List.of("yyyy", "MM", "date"),
            List.of("yyyy", "date"),
            List.of("yyyy-MM"),
            List.of("yyyy-MM", "dd"),
            List.of("yyyy-MM", "date"),
            List.of("yyyyMM"),
            List.of("yyyyMM", "dd"),
            List.of("yyyy", "MM"),
            List.of("yyyy", "M"),
            List.of("YYYY-'W'ww"),
            List.of("YYYY", "'W'ww"),
            List.of("YYYY", "ww"),
            List.of("YYYY", "w"));

    private static final int MAX_SAMPLE = 200;
    private static final long SEED = 1;

    /**
     * Returns the scheme that the largest number of folders match, or empty if no folder matches any scheme. If there
     * are very many folders, only a sample is tested.
     */
    static Optional<FolderLayout> of(String root, Set<DatedPath> folders) {
        List<DatedPath> sample = sample(folders);
        return KNOWN.stream()
                .flatMap(
                        patterns -> names(sample, patterns.size()).flatMap(names -> of(root, names, patterns).stream()))
                .map(layout -> new Vote(layout, layout.votes(sample)))
                .filter(vote -> vote.votes > 0)
                .reduce((best, next) -> Vote.ORDER.compare(next, best) > 0 ? next : best)
                .map(Vote::layout);
    }

    /**
     * Returns a random sample with a fixed seed. It is random so that regular patterns in folder names, such as hours
     * or buckets, can't distort it.
     */
    private static List<DatedPath> sample(Set<DatedPath> folders) {
        List<DatedPath> sorted = new ArrayList<>(folders);
        sorted.sort(Comparator.comparing(DatedPath::fullPath));
        Collections.shuffle(sorted, new Random(SEED));
        return sorted.subList(0, Math.min(MAX_SAMPLE, sorted.size()));
    }

    /** Returns the distinct sequences of names before the first {@code depth} values in the folders' paths. */
    private static Stream<List<String>> names(List<DatedPath> folders, int depth) {
        return folders.stream()
                .map(DatedPath::names)
                .filter(names -> names.size() >= depth)
                .map(names -> names.subList(0, depth))
                .distinct();
    }

    private record Vote(FolderLayout layout, long votes) {

        static final Comparator<Vote> ORDER =
                Comparator.comparingLong(Vote::votes).thenComparingInt(vote -> vote.layout.depth);
    }

    private static Optional<FolderLayout> of(String root, List<String> names, List<String> patterns) {
        StringBuilder template = new StringBuilder();
        for (int i = 0; i < patterns.size(); i++) {
            template.append(names.get(i)).append('{').append(patterns.get(i)).append("}/");
        }
        try {
            return Optional.of(new FolderLayout(template.toString(), Location.of(root + template), patterns.size()));
        } catch (IllegalArgumentException notALocation) {
            return Optional.empty();
        }
    }

    Period period() {
        return location.period().orElseThrow();
    }

    /**
     * Returns the template to use if each folder's name is one period later than the data in it, such as
     * {@code dt={date+1d}/}.
     */
    String shifted() {
        String shift =
                switch (period()) {
                    case HOUR -> "+1h";
                    case DAY -> "+1d";
                    case WEEK -> "+1w";
                    case MONTH -> "+1M";
                };
        return template.replace("}", shift + "}");
    }

    /** Returns the local time at which the period of a folder begins, or empty if the folder's name does not match. */
    Optional<LocalDateTime> read(DatedPath folder) {
        return folder.depth() < depth ? Optional.empty() : location.parse(folder.path(depth));
    }

    private long votes(List<DatedPath> folders) {
        return folders.stream().filter(folder -> read(folder).isPresent()).count();
    }
}
