// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import io.lakecheck.partition.Period;
import io.lakecheck.partition.Rhythm;
import io.lakecheck.partition.Span;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;

/** The search for the last few periods of which something is known. */
final class LookbackSearch {

    /** How many steps a calendar may leave out in a row: a year of days. */
    private static final int PATIENCE = 400;

    /** An hourly dataset may rest for nights and weekends. */
    private static final int HOURS_OF_A_WEEK = 7 * 24;

    private LookbackSearch() {}

    /**
     * Up to {@code wanted} earlier periods with a value, nearest first; looks at twice as many expected ones at most,
     * of hours at those of a week. Goes on until it is sure of as many.
     */
    static List<Span> of(
            Span span,
            Rhythm rhythm,
            int wanted,
            LogSeries series,
            Function<Span, OptionalDouble> value,
            Predicate<Span> isSure) {
        List<Span> found = new ArrayList<>();
        int most = span.period() == Period.HOUR && rhythm == Rhythm.EVERY
                ? Math.max(2 * wanted, HOURS_OF_A_WEEK)
                : 2 * wanted;
        int sure = 0;
        int looks = 0;
        int passed = 0;
        for (Iterator<Span> earlier = rhythm.earlier(span).iterator();
                earlier.hasNext() && sure < wanted && looks < most && passed < PATIENCE; ) {
            Span candidate = earlier.next();
            if (!series.reaches(candidate)) {
                series.passOver(candidate);
                passed++;
                continue;
            }
            looks++;
            if (value.apply(candidate).isPresent()) {
                found.add(candidate);
                sure += isSure.test(candidate) ? 1 : 0;
            }
        }
        return found.size() > wanted ? found.subList(0, wanted) : found;
    }
}
