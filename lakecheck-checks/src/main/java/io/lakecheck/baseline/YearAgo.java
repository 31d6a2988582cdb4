// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A search for days of unusual size around the same date a year ago. A holiday or a similar event that repeats every
 * year may make the checked day unusual too. Days are identified by the number of days between them and the checked
 * day.
 */
final class YearAgo {

    /** The distances, in days, to the same weekday 52 and 53 weeks ago. */
    private static final List<Integer> SAME_WEEKDAY = List.of(364, 371);

    /** The number of weeks, both before and after a day, from which the usual size at that time of year is derived. */
    private static final int WEEKS = 4;

    /**
     * The minimum number of days with data. Nine days are considered: a day, and the same weekday in the four weeks
     * before and after it.
     */
    private static final int LEAST = 5;

    private static final int WEEK = 7;

    /**
     * A day of unusual size a year ago.
     *
     * @param back the number of days between that day and the checked day
     * @param deviation the deviation from the nearest days with the same weekday, as a logarithm
     */
    record Echo(int back, double deviation) {}

    private YearAgo() {}

    /**
     * Returns the days a year ago that are compared with the days around them, each as a number of days before the
     * checked day.
     */
    private static IntStream candidates(int sameDate) {
        return IntStream.concat(SAME_WEEKDAY.stream().mapToInt(Integer::intValue), IntStream.of(sameDate))
                .distinct();
    }

    /**
     * Returns all days that the search reads, each as a number of days before the checked day.
     *
     * @param sameDate the number of days since the same date last year
     */
    static IntStream days(int sameDate) {
        return candidates(sameDate).flatMap(YearAgo::around).distinct();
    }

    private static IntStream around(int back) {
        return IntStream.rangeClosed(-WEEKS, WEEKS).map(week -> back + WEEK * week);
    }

    /**
     * Returns the days a year ago whose deviation was greater than the spread, up or down.
     *
     * @param sizes returns the logarithm of the size on the day that is this number of days before the checked day; NaN
     *     for a day without data
     * @param sameDate the number of days since the same date last year
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
