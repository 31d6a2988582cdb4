// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import io.lakecheck.partition.Rhythm;
import io.lakecheck.partition.Span;
import io.lakecheck.value.Quantile;
import java.util.HashMap;
import java.util.Map;

/**
 * Where the volume is heading: growth and slumps of the last few periods move what is expected of the next one, though
 * not by all of it. Not thread-safe.
 */
final class Trend {

    /** So many periods tell a trend from one bad day. */
    static final int SIZE = 5;

    /** How much of what was off stays off: measured, see docs/judgement.md. */
    static final double SHARE = 0.7;

    private final LogSeries series;
    private final Level level;
    private final Map<Span, Double> known = new HashMap<>();

    Trend(LogSeries series, Level level) {
        this.series = series;
        this.level = level;
    }

    /** As a logarithm; 0 where nothing is known. */
    double of(Span span) {
        Double lean = known.get(span);
        if (lean == null) {
            lean = SHARE * ownOff(span);
            known.put(span, lean);
        }
        return lean;
    }

    private double ownOff(Span span) {
        return Quantile.median(LookbackSearch.of(span, Rhythm.EVERY, SIZE, series, level::off, level::isSure).stream()
                        .map(recent -> level.off(recent).orElseThrow())
                        .toList())
                .orElse(0);
    }
}
