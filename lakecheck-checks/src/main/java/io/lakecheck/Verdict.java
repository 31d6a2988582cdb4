// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import io.lakecheck.baseline.HistoryEntry;
import io.lakecheck.lake.LakeException;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a check ended and the whole case for it, in words and in numbers.
 *
 * @param outcome how it ended
 * @param measured what was found: {@code 187.2 kB in 3 objects}
 * @param expected what the suite allows: {@code at least 195 kB}; empty where that is not the point
 * @param reason what else decided it; often empty
 * @param figures the numbers behind the words
 * @param history the earlier partitions that were considered, nearest first
 */
public record Verdict(
        Outcome outcome,
        String measured,
        String expected,
        String reason,
        Map<Figure, BigDecimal> figures,
        List<HistoryEntry> history) {

    public Verdict {
        figures = figures.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(figures));
        history = List.copyOf(history);
    }

    public static Verdict of(Outcome outcome, String measured, String expected, String reason) {
        return new Verdict(outcome, measured, expected, reason, Map.of(), List.of());
    }

    public static Verdict skipped(String measured, String reason) {
        return of(Outcome.SKIPPED, measured, "", reason);
    }

    static Verdict unknown(LakeException failure) {
        return of(Outcome.UNKNOWN, "could not be checked: " + failure.reason(), "", failure.getMessage());
    }

    /** This verdict with one more number behind it. */
    public Verdict with(Figure figure, BigDecimal value) {
        Map<Figure, BigDecimal> more = new EnumMap<>(Figure.class);
        more.putAll(figures);
        more.put(figure, value);
        return new Verdict(outcome, measured, expected, reason, more, history);
    }

    public Verdict with(Figure figure, long value) {
        return with(figure, BigDecimal.valueOf(value));
    }

    /** This verdict with the partitions that were considered for it. */
    public Verdict considering(List<HistoryEntry> precedents) {
        return new Verdict(outcome, measured, expected, reason, figures, precedents);
    }

    /** Returns this verdict with another outcome and one more reason. */
    Verdict as(Outcome other, String more) {
        return new Verdict(other, measured, expected, reason.isEmpty() ? more : reason + "; " + more, figures, history);
    }

    /** Returns the whole case in one line: {@code 187.2 kB in 3 objects; expected at least 195 kB; smallest is …}. */
    public String text() {
        return Stream.of(measured, expected.isEmpty() ? "" : "expected " + expected, reason)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
    }
}
