// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import io.lakecheck.partition.Span;
import java.util.OptionalDouble;

/**
 * What a period should hold: what is usual, leant to where the volume is heading. All in logarithms. Not thread-safe.
 */
final class Forecast {

    private final Level level;
    private final Trend lean;

    Forecast(LogSeries series) {
        this.level = new Level(series);
        this.lean = new Trend(series, level);
    }

    Level level() {
        return level;
    }

    Trend lean() {
        return lean;
    }

    /** Empty where there is no same weekday before it. */
    OptionalDouble of(Span span) {
        OptionalDouble usual = level.of(span);
        return usual.isPresent() ? OptionalDouble.of(usual.getAsDouble() + lean.of(span)) : usual;
    }

    /** How far a past period was off it; empty where either isn't known. */
    OptionalDouble deviation(Span span) {
        OptionalDouble off = level.off(span);
        return off.isPresent() ? OptionalDouble.of(off.getAsDouble() - lean.of(span)) : off;
    }
}
