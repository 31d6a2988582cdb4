// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import io.lakecheck.baseline.HistoryEntry;
import io.lakecheck.lake.LakeException;
import io.lakecheck.lake.Snapshot;
import io.lakecheck.partition.ObjectPath;
import io.lakecheck.value.Display;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The result of a check, as text and as numbers.
 *
 * @param outcome the outcome of the check
 * @param measured the measured values, for example {@code 187.2 kB in 3 objects}
 * @param expected the values that the suite allows, as a phrase that follows "expected", for example {@code at least
 *     195 kB}; empty if no limit was applied
 * @param reason other facts that explain the outcome; often empty
 * @param figures the measured and expected values as numbers
 * @param history the earlier partitions that were considered, most recent first
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

    /** Returns the verdict on a partition that the suite allows to be without data. */
    static Verdict withoutData(Snapshot found) {
        return skipped(
                found.describeAbsence(),
                "the dataset allows this (" + (found.isAbsent() ? "absent: ok" : "empty: allow") + ")");
    }

    /** Returns the verdict on a partition that could not be listed. */
    static Verdict unknown(LakeException failure) {
        boolean isExplained = failure.isExplained();
        return of(
                Outcome.UNKNOWN,
                "could not be checked: " + (isExplained ? failure.getMessage() : failure.reason()),
                "",
                isExplained ? "" : failure.getMessage());
    }

    /** The maximum number of runs that a verdict names in addition to the worst one. */
    private static final int MOST_RUNS = 5;

    /** The order of the verdicts on runs; the worst run is the last one. */
    private static final Comparator<Verdict> SEVERITY = Comparator.<Verdict, Boolean>comparing(
                    verdict -> verdict.outcome != Outcome.SKIPPED)
            .thenComparing(Verdict::outcome);

    /**
     * Returns the verdict on several runs: that on the worst run, with the names of the other runs that have the same
     * outcome. Skipped runs count only if all runs are skipped.
     *
     * @param runs the verdicts by the paths of the runs, in key order; at least one
     * @param distance returns how far a run is from what is expected, to find the worst of several with the same
     *     outcome
     */
    static Verdict ofRuns(Map<String, Verdict> runs, ToDoubleFunction<Verdict> distance) {
        Map.Entry<String, Verdict> worst =
                Collections.max(runs.entrySet(), Map.Entry.comparingByValue(SEVERITY.thenComparingDouble(distance)));
        Verdict shown = worst.getValue();
        List<String> others = runs.entrySet().stream()
                .filter(run -> run.getValue().outcome() == shown.outcome())
                .filter(run -> !run.equals(worst))
                .map(Verdict::name)
                .toList();
        boolean isLast = runs.size() > 1
                && shown.outcome == Outcome.PASSED
                && shown.figures.containsKey(Figure.LATENESS)
                && others.size() == runs.size() - 1;
        return new Verdict(
                        shown.outcome,
                        isLast
                                ? runs.size() + " runs, the last (" + name(worst) + ") " + shown.measured
                                : name(worst) + ": " + shown.measured,
                        shown.expected,
                        shown.reason,
                        shown.figures,
                        shown.history)
                .because(isLast ? "" : share(others, runs.size(), shown.outcome));
    }

    /**
     * Returns how far a run is from what is expected: how late, how old or how different from the baseline. A run
     * without any such number, for example an absent one, is the farthest.
     */
    double distance() {
        return Stream.of(Figure.LATENESS, Figure.AGE, Figure.CHANGE)
                .filter(figures::containsKey)
                .findFirst()
                .map(figure -> figure == Figure.CHANGE ? Math.abs(figure(figure)) : figure(figure))
                .orElse(Double.MAX_VALUE);
    }

    /** Returns the value of a figure; 0 if the verdict has no such figure. */
    double figure(Figure figure) {
        return figures.getOrDefault(figure, BigDecimal.ZERO).doubleValue();
    }

    /** Describes how many of several runs have an outcome, and names the others if they violate a limit. */
    private static String share(List<String> others, int runs, Outcome outcome) {
        String word = outcome.name().toLowerCase(Locale.ROOT);
        int alike = others.size() + 1;
        if (runs == 1) {
            return "1 run";
        }
        if (alike == runs) {
            return (runs == 2 ? "both" : "all " + runs) + " runs " + word;
        }
        return alike + " of " + runs + " runs " + word
                + (others.isEmpty() || outcome == Outcome.PASSED ? "" : ", also " + Display.firstOf(MOST_RUNS, others));
    }

    private static String name(Map.Entry<String, Verdict> run) {
        return Display.visible(ObjectPath.withoutSlash(run.getKey()));
    }

    /** Returns a copy of this verdict with one more figure. */
    public Verdict with(Figure figure, BigDecimal value) {
        Map<Figure, BigDecimal> all = new EnumMap<>(Figure.class);
        all.putAll(figures);
        all.put(figure, value);
        return new Verdict(outcome, measured, expected, reason, all, history);
    }

    public Verdict with(Figure figure, long value) {
        return with(figure, BigDecimal.valueOf(value));
    }

    /** Returns a copy of this verdict with the earlier partitions that were considered for it. */
    Verdict withHistory(List<HistoryEntry> entries) {
        return new Verdict(outcome, measured, expected, reason, figures, entries);
    }

    /** Returns a copy of this verdict with one more reason. */
    Verdict because(String why) {
        return worsenedTo(outcome, why);
    }

    /** Returns a copy of this verdict with one more reason, and with the given outcome if that is more severe. */
    public Verdict worsenedTo(Outcome other, String why) {
        return new Verdict(Outcome.worst(outcome, other), measured, expected, joined(reason, why), figures, history);
    }

    /** Returns the verdict as one line, for example {@code 187.2 kB in 3 objects; expected at least 195 kB}. */
    public String text() {
        return joined(measured, expected.isEmpty() ? "" : "expected " + expected, reason);
    }

    /** Joins the non-empty parts with semicolons. */
    static String joined(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining("; "));
    }
}
