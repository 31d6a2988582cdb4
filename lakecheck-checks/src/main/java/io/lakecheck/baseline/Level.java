// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import io.lakecheck.partition.Rhythm;
import io.lakecheck.partition.Span;
import io.lakecheck.value.Quantile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** What a period usually holds, as a logarithm: the median of the last few same weekdays before it. Not thread-safe. */
final class Level {

    /** So many same weekdays: more would be slow to follow a change, fewer would follow an accident. */
    static final int SIZE = 6;

    private final LogSeries series;
    private final Map<Span, OptionalDouble> known = new HashMap<>();

    Level(LogSeries series) {
        this.series = series;
    }

    /** Empty where there is no same weekday before it. */
    OptionalDouble of(Span span) {
        OptionalDouble level = known.get(span);
        if (level == null) {
            level = Quantile.median(members(span).stream()
                    .map(member -> series.at(member).orElseThrow())
                    .toList());
            known.put(span, level);
        }
        return level;
    }

    /** The same weekdays that it is made of, nearest first. */
    List<Span> members(Span span) {
        return LookbackSearch.of(span, Rhythm.SAME_WEEKDAY, SIZE, series, series::at, series::isSure);
    }

    /** Whether a search may rely on what is {@link #off}. */
    boolean isSure(Span span) {
        return series.isSure(span) && members(span).stream().anyMatch(series::isSure);
    }

    /** How far a period was off what was usual; empty where either isn't known. */
    OptionalDouble off(Span span) {
        OptionalDouble amount = series.at(span);
        OptionalDouble level = amount.isPresent() ? of(span) : amount;
        return level.isPresent() ? OptionalDouble.of(amount.getAsDouble() - level.getAsDouble()) : level;
    }
}
