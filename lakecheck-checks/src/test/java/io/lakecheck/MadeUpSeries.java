// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * A daily dataset that never was: so many bytes a day, from a rhythm, a trend, the calendar and chance. The same seed makes the same
 * series.
 *
 * @param name what is peculiar to it
 * @param week the share of each weekday, from Monday
 * @param growth a year, as a factor
 * @param monthEnd the last day of a month, as a factor
 * @param holiday a public holiday, as a factor
 * @param noise of a day, as the standard deviation of its logarithm
 * @param drift how much of yesterday's noise is still there today
 * @param seed of chance
 */
record MadeUpSeries(
        String name,
        List<Double> week,
        double growth,
        double monthEnd,
        double holiday,
        double noise,
        double drift,
        long seed) {

    static final LocalDate FIRST = LocalDate.parse("2024-07-01");

    /** From here on a year is judged; before it is history. */
    static final LocalDate JUDGED = LocalDate.parse("2026-01-01");

    static final LocalDate END = LocalDate.parse("2027-01-01");

    private static final double TYPICAL_BYTES = 400e6;

    private static final List<Double> EVEN = List.of(1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0);

    private static final List<Double> OFFICE = List.of(1.0, 1.05, 1.05, 1.0, 0.9, 0.3, 0.25);

    private static final List<Double> SHOP = List.of(0.9, 0.85, 0.9, 0.95, 1.1, 1.4, 1.5);

    private static final Set<MonthDay> HOLIDAYS = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(4, 6),
            MonthDay.of(5, 1),
            MonthDay.of(8, 31),
            MonthDay.of(12, 25),
            MonthDay.of(12, 26));

    static final List<MadeUpSeries> ALL = List.of(
            new MadeUpSeries("even", EVEN, 1.0, 1.0, 1.0, 0.05, 0.0, 1),
            new MadeUpSeries("weekly", SHOP, 1.1, 1.0, 1.0, 0.05, 0.3, 2),
            new MadeUpSeries("growing", SHOP, 3.0, 1.0, 1.0, 0.06, 0.3, 3),
            new MadeUpSeries("holidays", OFFICE, 1.2, 1.0, 0.3, 0.06, 0.3, 4),
            new MadeUpSeries("month ends", OFFICE, 1.2, 1.6, 0.5, 0.06, 0.3, 5),
            new MadeUpSeries("restless", SHOP, 1.3, 1.2, 0.6, 0.18, 0.6, 6));

    /** Its days, history first. */
    Map<LocalDate, Long> days() {
        Random chance = new Random(seed);
        Map<LocalDate, Long> days = new TreeMap<>();
        double off = 0;
        int age = 0;
        for (LocalDate day = FIRST; day.isBefore(END); day = day.plusDays(1)) {
            off = drift * off + Math.sqrt(1 - drift * drift) * noise * chance.nextGaussian();
            double expected = TYPICAL_BYTES * share(day) * Math.pow(growth, age++ / 365.0);
            days.put(day, Math.round(expected * Math.exp(off)));
        }
        return days;
    }

    /** Itself as a row of a table. */
    String row() {
        String rhythm = week.equals(EVEN) ? "none" : week.equals(OFFICE) ? "quiet weekends" : "busy weekends";
        return String.format(
                Locale.ROOT,
                "| %s | %s | x %.1f | x %.1f | x %.1f | %.0f %%%s |",
                name,
                rhythm,
                growth,
                monthEnd,
                holiday,
                100 * noise,
                drift == 0 ? "" : ", some of it from the day before");
    }

    private double share(LocalDate day) {
        DayOfWeek weekday = day.getDayOfWeek();
        double month = day.plusDays(1).getDayOfMonth() == 1 ? monthEnd : 1;
        return week.get(weekday.getValue() - 1) * month * (HOLIDAYS.contains(MonthDay.from(day)) ? holiday : 1);
    }
}
