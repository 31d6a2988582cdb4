// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import io.lakecheck.baseline.HistoryEntry;
import io.lakecheck.lake.LakeException;
import io.lakecheck.lake.Snapshot;
import io.lakecheck.value.Display;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
        return of(Outcome.UNKNOWN, "could not be checked: " + failure.reason(), "", failure.getMessage());
    }

    /** The maximum number of runs that a verdict names in addition to the first one. */
    private static final int MOST_RUNS = 5;

    /**
     * Returns the verdict on several runs: that on the first run with the worst outcome, with the names of the other
     * runs that have this outcome. Skipped runs count only if all runs are skipped.
     *
     * @param runs the verdicts by the paths of the runs, in key order; at least one
     */
    static Verdict ofRuns(Map<String, Verdict> runs) {
        Outcome worst = runs.values().stream()
                .map(Verdict::outcome)
                .max(Comparator.comparing(Verdict::isJudged).thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
        List<Map.Entry<String, Verdict>> alike = runs.entrySet().stream()
                .filter(run -> run.getValue().outcome() == worst)
                .toList();
        Verdict first = alike.get(0).getValue();
        return new Verdict(
                        worst,
                        name(alike.get(0)) + ": " + first.measured,
                        first.expected,
                        first.reason,
                        first.figures,
                        first.history)
                .because(share(
                        alike.stream().map(Verdict::name).toList(),
                        runs.size(),
                        worst.name().toLowerCase(Locale.ROOT)));
    }

    private static boolean isJudged(Outcome outcome) {
        return outcome != Outcome.SKIPPED;
    }

    /** Describes how many of several runs have an outcome; empty for a single run. */
    private static String share(List<String> alike, int runs, String outcome) {
        if (runs == 1) {
            return "";
        }
        if (alike.size() == runs) {
            return (runs == 2 ? "both" : "all " + runs) + " runs " + outcome;
        }
        return alike.size() + " of " + runs + " runs " + outcome
                + (alike.size() == 1 ? "" : ", also " + Display.firstOf(MOST_RUNS, alike.subList(1, alike.size())));
    }

    private static String name(Map.Entry<String, Verdict> run) {
        String path = run.getKey();
        return Display.visible(path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
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
