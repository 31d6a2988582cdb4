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
 * What a check allows the judged partition to hold.
 *
 * @param kind whether the suite says it or earlier partitions do
 * @param low the least
 * @param high the most
 */
record Range(Kind kind, OptionalDouble low, OptionalDouble high) {

    /** Where it comes from; also the name of its style. */
    enum Kind {
        /** The suite says it. */
        LIMIT,
        /** Earlier partitions let it expect. */
        BAND
    }

    /** The ranges that a check sets; none for one that judges something else. */
    static Stream<Range> of(Finding finding, Volume volume) {
        if (finding.check() instanceof SizeCheck size) {
            Limits limits = volume == Volume.BYTES ? size.total() : size.objects();
            return limits.isNone()
                    ? Stream.of()
                    : Stream.of(new Range(Kind.LIMIT, decimal(limits.min()), decimal(limits.max())));
        }
        boolean told = finding.check() instanceof DeltaCheck delta
                && delta.of() == volume
                && finding.verdict().figures().containsKey(Figure.LOWEST);
        return told
                ? Stream.of(new Range(
                        Kind.BAND, figure(finding.verdict(), Figure.LOWEST), figure(finding.verdict(), Figure.HIGHEST)))
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

    /** {@code 195 kB to 1 MB}, {@code at least 195 kB}. */
    String text(Scale scale) {
        if (low.isPresent() && low.getAsDouble() > 0 && high.isPresent()) {
            return scale.text(low.getAsDouble()) + " to " + scale.text(high.getAsDouble());
        }
        return high.isPresent() ? "at most " + scale.text(high.getAsDouble()) : "at least " + scale.text(low.orElse(0));
    }
}
