// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

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
 * @param allowed what the suite allows: {@code at least 195 kB}; empty where that is not the point
 * @param why what else decided it; often empty
 * @param figures the numbers behind the words
 * @param history the earlier partitions that were considered, nearest first
 */
public record Verdict(
        Outcome outcome,
        String measured,
        String allowed,
        String why,
        Map<Figure, BigDecimal> figures,
        List<Precedent> history) {

    public Verdict {
        figures = figures.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(figures));
        history = List.copyOf(history);
    }

    public static Verdict of(Outcome outcome, String measured, String allowed, String why) {
        return new Verdict(outcome, measured, allowed, why, Map.of(), List.of());
    }

    static Verdict skipped(String measured, String why) {
        return of(Outcome.SKIPPED, measured, "", why);
    }

    static Verdict unknown(LakeException trouble) {
        return of(Outcome.UNKNOWN, "could not look (" + trouble.trouble() + ")", "", trouble.getMessage());
    }

    /** This verdict with one more number behind it. */
    public Verdict with(Figure figure, BigDecimal value) {
        Map<Figure, BigDecimal> more = new EnumMap<>(Figure.class);
        more.putAll(figures);
        more.put(figure, value);
        return new Verdict(outcome, measured, allowed, why, more, history);
    }

    public Verdict with(Figure figure, long value) {
        return with(figure, BigDecimal.valueOf(value));
    }

    /** This verdict with the partitions that were considered for it. */
    public Verdict considering(List<Precedent> precedents) {
        return new Verdict(outcome, measured, allowed, why, figures, precedents);
    }

    /** This verdict with another outcome, and why. */
    Verdict as(Outcome other, String reason) {
        return new Verdict(other, measured, allowed, why.isEmpty() ? reason : why + "; " + reason, figures, history);
    }

    /** The case in one line: {@code 187.2 kB in 3 objects, at least 195 kB; smallest is …}. */
    public String text() {
        String whole =
                Stream.of(measured, allowed).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
        return why.isEmpty() ? whole : whole + "; " + why;
    }
}
