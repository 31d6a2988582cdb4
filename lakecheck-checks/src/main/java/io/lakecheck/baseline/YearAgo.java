// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What was out of the ordinary a year ago, on the same date or the same weekday: holidays repeat. Days are counted back
 * from the checked one.
 */
final class YearAgo {

    /** The same weekday a year ago, in the week of the date and the week before. */
    private static final List<Integer> SAME_WEEKDAY = List.of(364, 371);

    /** How many weeks before and after make up what was usual then. */
    private static final int WEEKS = 4;

    /** Of the nine same weekdays around a day, itself included, at least so many must have data. */
    private static final int LEAST = 5;

    private static final int WEEK = 7;

    /**
     * A day of last year.
     *
     * @param back how many days ago
     * @param deviation how far it was from the same weekdays around it, as a logarithm
     */
    record Echo(int back, double deviation) {}

    private YearAgo() {}

    /** Returns the days that are compared with what was usual around them. */
    private static IntStream candidates(int sameDate) {
        return IntStream.concat(SAME_WEEKDAY.stream().mapToInt(Integer::intValue), IntStream.of(sameDate))
                .distinct();
    }

    /** Returns all days, counted back from the checked day, that a baseline reads around the same date a year ago. */
    static IntStream days(int sameDate) {
        return candidates(sameDate).flatMap(YearAgo::around).distinct();
    }

    private static IntStream around(int back) {
        return IntStream.rangeClosed(-WEEKS, WEEKS).map(week -> back + WEEK * week);
    }

    /**
     * Returns the days that were further from usual than a spread.
     *
     * @param sizes the logarithm of the size of a day; NaN for a day without data
     * @param sameDate how many days ago the same date was
     */
    static List<Echo> echoes(IntToDoubleFunction sizes, int sameDate, double spread) {
        List<Echo> echoes = new ArrayList<>();
        candidates(sameDate).forEach(back -> {
            double size = sizes.applyAsDouble(back);
            double[] around = around(back)
                    .mapToDouble(sizes)
                    .filter(other -> !Double.isNaN(other))
                    .toArray();
            if (!Double.isNaN(size) && around.length >= LEAST) {
                double deviation = size - OrderStatistics.middleMean(around);
                if (Math.abs(deviation) > spread) {
                    echoes.add(new Echo(back, deviation));
                }
            }
        });
        return echoes;
    }
}
