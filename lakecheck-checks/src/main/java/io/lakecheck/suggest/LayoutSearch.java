// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A search for the naming scheme that most of some folders or files follow. */
final class LayoutSearch {

    /** The share of the paths that a layout must match. The others are strays. */
    private static final double MIN_SHARE = 0.8;

    /** The first year of plausible dates. */
    private static final int FIRST_YEAR = 1990;

    /** The minimum number of paths that prove that numbers without a letter are weeks. */
    private static final int MIN_WEEKS = 4;

    private LayoutSearch() {}

    /**
     * Returns the finest scheme that most paths match, or empty if there is none.
     *
     * @param root the folder that contains the dataset, ending with a slash
     * @param lastYear the last year of plausible dates. Most dates must be plausible.
     */
    static Optional<FolderLayout> among(Collection<DatedPath> paths, String root, int lastYear) {
        List<List<NameShapes>> shapes = IntStream.rangeClosed(1, DatedPath.DEEPEST)
                .mapToObj(depth -> NameShapes.of(paths, depth).toList())
                .toList();
        return KnownPatterns.ALL.stream()
                .flatMap(patterns ->
                        shapes.get(patterns.size() - 1).stream().flatMap(shape -> shape.layout(root, patterns)))
                .filter(layout -> UnitWords.agree(layout.template()))
                .filter(layout -> paths.size() >= MIN_WEEKS || !mayBeWeeks(layout.template()))
                .flatMap(layout -> layout.withInterval(paths).stream())
                .map(layout -> new Vote(layout, plausible(layout, paths, lastYear)))
                .filter(vote -> vote.votes >= MIN_SHARE * paths.size())
                .reduce((best, next) -> Vote.ORDER.compare(next, best) > 0 ? next : best)
                .map(Vote::layout)
                .map(layout ->
                        MonthEnds.areNamedIn(layout, layout.times(paths)) ? layout.shifted(MonthEnds.SHIFT) : layout);
    }

    private record Vote(FolderLayout layout, long votes) {

        /** Orders by depth first, because a layout that matches fewer but most paths is more likely to be complete. */
        static final Comparator<Vote> ORDER =
                Comparator.<Vote>comparingInt(vote -> vote.layout.depth()).thenComparingLong(Vote::votes);
    }

    /** Returns whether a template contains weeks but no letter that shows that the numbers are weeks. */
    private static boolean mayBeWeeks(String template) {
        return template.contains("w}") && !template.matches("(?i).*(?:'W'|w(?:ee)?k?[=_-]?\\{).*");
    }

    private static long plausible(FolderLayout layout, Collection<DatedPath> paths, int lastYear) {
        return paths.stream()
                .flatMap(path -> layout.read(path).stream())
                .filter(time -> time.getYear() >= FIRST_YEAR && time.getYear() <= lastYear)
                .count();
    }
}
