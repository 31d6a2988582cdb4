// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * The daily sizes of a synthetic dataset. The same seed results in the same sizes.
 *
 * @param name a description of the dataset
 * @param weekend the size on weekends as a fraction of the size on weekdays
 * @param growth the factor by which the size grows in a year
 * @param monthEnd the size on the last day of a month as a multiple of the usual size
 * @param holiday the size on holidays as a fraction of the usual size
 * @param noise the standard deviation of the size's logarithm
 */
record SyntheticSeries(
        String name, double weekend, double growth, double monthEnd, double holiday, double noise, long seed) {

    static final LocalDate FIRST = LocalDate.parse("2023-01-01");

    private static final double TYPICAL = 300e6;

    private static final Set<MonthDay> HOLIDAYS = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(4, 3),
            MonthDay.of(5, 1),
            MonthDay.of(5, 25),
            MonthDay.of(8, 31),
            MonthDay.of(11, 1),
            MonthDay.of(12, 24),
            MonthDay.of(12, 25),
            MonthDay.of(12, 26),
            MonthDay.of(12, 31));

    /** Returns the sizes in bytes by date, starting with {@link #FIRST}. */
    Map<LocalDate, Long> bytes(int days) {
        Random random = new Random(seed);
        Map<LocalDate, Long> all = new LinkedHashMap<>();
        double drift = 0;
        for (int i = 0; i < days; i++) {
            LocalDate day = FIRST.plusDays(i);
            drift = 0.9 * drift + 0.3 * noise * random.nextGaussian();
            double logarithm = drift + noise * random.nextGaussian() + StrictMath.log(growth) * i / 365;
            all.put(day, StrictMath.round(TYPICAL * shape(day) * StrictMath.exp(logarithm)));
        }
        return all;
    }

    private double shape(LocalDate day) {
        boolean atWeekend = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
        boolean endsMonth = day.getDayOfMonth() == day.lengthOfMonth();
        return (atWeekend ? weekend : 1)
                * (endsMonth ? monthEnd : 1)
                * (HOLIDAYS.contains(MonthDay.from(day)) ? holiday : 1);
    }
}
