// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report.page;

import io.lakecheck.DeltaCheck;
import io.lakecheck.Figure;
import io.lakecheck.Finding;
import io.lakecheck.SizeCheck;
import io.lakecheck.Verdict;
import io.lakecheck.baseline.Volume;
import io.lakecheck.value.Limits;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * The range of bytes or objects that a check allows in the checked partition.
 *
 * @param kind whether the range is set in the suite or derived from earlier partitions
 * @param low the smallest allowed amount, or empty if there is no lower limit
 * @param high the largest allowed amount, or empty if there is no upper limit
 */
record AllowedRange(Kind kind, OptionalDouble low, OptionalDouble high) {

    /** Where a range comes from. */
    enum Kind {
        /** The range is set in the suite. */
        LIMIT,
        /** The range is derived from earlier partitions. */
        BAND
    }

    /** Returns the range that a finding's check allows, or empty if the check sets no limits on this volume. */
    static Stream<AllowedRange> of(Finding finding, Volume volume) {
        if (finding.check() instanceof SizeCheck size) {
            Limits limits = volume == Volume.BYTES ? size.total() : size.objects();
            return limits.isNone()
                    ? Stream.of()
                    : Stream.of(new AllowedRange(Kind.LIMIT, decimal(limits.min()), decimal(limits.max())));
        }
        Verdict verdict = finding.verdict();
        boolean hasBand = finding.check() instanceof DeltaCheck delta
                && delta.of() == volume
                && verdict.figures().containsKey(Figure.LOWEST);
        return hasBand
                ? Stream.of(
                        new AllowedRange(Kind.BAND, figure(verdict, Figure.LOWEST), figure(verdict, Figure.HIGHEST)))
                : Stream.of();
    }

    private static OptionalDouble figure(Verdict verdict, Figure figure) {
        return Stream.of(figure)
                .map(verdict.figures()::get)
                .filter(Objects::nonNull)
                .mapToDouble(BigDecimal::doubleValue)
                .findFirst();
    }

    private static OptionalDouble decimal(OptionalLong limit) {
        return limit.stream().asDoubleStream().findFirst();
    }

    /** Returns the CSS class of the shape that represents the range. */
    String style() {
        return kind == Kind.BAND ? "band" : "limit";
    }

    /** Returns the SVG path that represents a limit: a line at each end that fits on the scale. */
    String path(ChartScale scale) {
        StringBuilder lines = new StringBuilder();
        Stream.of(low, high)
                .flatMap(limit -> limit.stream().boxed())
                .filter(limit -> limit <= scale.top())
                .forEach(limit ->
                        lines.append("M0 ").append(scale.y(limit)).append('H').append(BarPaths.WIDTH));
        return lines.toString();
    }

    /** Returns the y-coordinate of the upper limit. Without an upper limit, returns that of the top of the chart. */
    int upper(ChartScale scale) {
        return scale.y(high.orElse(Double.MAX_VALUE));
    }

    /** Returns the vertical position of the lower end. */
    int lower(ChartScale scale) {
        return scale.y(low.orElse(0));
    }

    /** Returns a description of the range, such as {@code expected 195 kB to 1 MB} or {@code minimum 195 kB}. */
    String text(ChartScale scale) {
        if (low.isPresent() && low.getAsDouble() > 0 && high.isPresent()) {
            return (kind == Kind.BAND ? "expected " : "limits ") + scale.text(low.getAsDouble()) + " to "
                    + scale.text(high.getAsDouble());
        }
        return high.isPresent()
                ? (kind == Kind.BAND ? "expected at most " : "maximum ") + scale.text(high.getAsDouble())
                : (kind == Kind.BAND ? "expected at least " : "minimum ") + scale.text(low.orElse(0));
    }
}
