// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import io.lakecheck.partition.Rhythm;
import io.lakecheck.partition.Span;
import io.lakecheck.value.Quantile;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How far periods usually are off what is expected of them: between how restless the last weeks were and how restless
 * this weekday is. As a logarithm.
 */
final class Dispersion {

    /** Fewer deviations than this say nothing of the next one. */
    static final int LEAST = 10;

    /** So many periods back. */
    static final int PERIODS = 28;

    /** So many same weekdays back. */
    static final int SAME_WEEKDAYS = 12;

    /** With fewer same weekdays the weekday's own restlessness isn't known. */
    private static final int LEAST_SAME_WEEKDAYS = 4;

    /** Nearly all: the rest are the days that were out of the ordinary. */
    private static final double SHARE = 0.9;

    /** Nothing is steadier than 3 %. */
    private static final double FLOOR = Math.log(1.03);

    private final LogSeries series;
    private final Forecast expectation;

    Dispersion(LogSeries series, Forecast expectation) {
        this.series = series;
        this.expectation = expectation;
    }

    /** How many past deviations there are to tell it by. */
    int known(Span span) {
        return recent(span, Rhythm.EVERY, PERIODS).size();
    }

    /** Empty where too little is known. */
    OptionalDouble of(Span span) {
        List<Double> periods = recent(span, Rhythm.EVERY, PERIODS);
        List<Double> sameWeekdays = recent(span, Rhythm.SAME_WEEKDAY, SAME_WEEKDAYS);
        if (periods.size() < LEAST) {
            return OptionalDouble.empty();
        }
        double all = percentile(periods);
        double alike = sameWeekdays.size() < LEAST_SAME_WEEKDAYS ? all : percentile(sameWeekdays);
        return OptionalDouble.of(Math.max(FLOOR, Math.sqrt(all * alike)));
    }

    private List<Double> recent(Span span, Rhythm rhythm, int count) {
        return LookbackSearch.of(span, rhythm, count, series, expectation::deviation, expectation.level()::isSure)
                .stream()
                .map(past -> Math.abs(expectation.deviation(past).orElseThrow()))
                .toList();
    }

    private static double percentile(List<Double> deviations) {
        return Quantile.of(deviations, SHARE).orElseThrow();
    }
}
