// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import io.lakecheck.baseline.Baseline;
import io.lakecheck.baseline.BaselineResult;
import io.lakecheck.baseline.HistoryEntry;
import io.lakecheck.baseline.SeasonalBaseline;
import io.lakecheck.baseline.Terms;
import io.lakecheck.baseline.Tolerance;
import io.lakecheck.baseline.Volume;
import io.lakecheck.lake.Snapshot;
import io.lakecheck.partition.Partition;
import io.lakecheck.value.ByteSize;
import io.lakecheck.value.Display;
import io.lakecheck.value.Percentage;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Whether the partition's volume is what earlier partitions let one expect. The lake is its own history: nothing is
 * stored.
 *
 * @param against what it is compared with
 * @param tolerance how far from it is allowed
 * @param of what is compared
 * @param history with fewer usable earlier partitions it can't be judged; empty for as many as the baseline needs
 * @param lookback how many earlier periods are considered at most; empty for twice what the baseline wants, at least 7
 * @param policies what becomes of it where there is nothing to compare
 * @param severity what breaking a limit counts as
 */
public record DeltaCheck(
        Baseline against,
        Tolerance tolerance,
        Volume of,
        OptionalInt history,
        OptionalInt lookback,
        DeltaPolicies policies,
        Severity severity)
        implements Check {

    /** A delta that is told nothing: the usual volume, a little more than its usual deviation. */
    public static final DeltaCheck DEFAULT = of(new SeasonalBaseline(), Tolerance.DEFAULT);

    public DeltaCheck {
        if (!tolerance.limitsChange() && tolerance.deviation().isEmpty() && !(against instanceof SeasonalBaseline)) {
            throw new IllegalArgumentException("no limit is given; write for instance drop: 30%");
        }
        if (tolerance.deviation().isPresent() && !against.knowsDeviation()) {
            throw new IllegalArgumentException("deviation needs several partitions to tell what is usual: it goes with"
                    + " against: usual and against: median of n, not with " + against);
        }
        if (history.orElse(1) < 1) {
            throw new IllegalArgumentException("history is at least 1");
        }
        if (lookback.orElse(Integer.MAX_VALUE) < history.orElse(1)) {
            throw new IllegalArgumentException("lookback is at least as long as history");
        }
        if (history.orElse(1) > against.longestHistory()) {
            throw new IllegalArgumentException("history: " + history.getAsInt() + " is more than " + against
                    + " is made of, so that nothing would ever be judged; write at most " + against.longestHistory());
        }
    }

    /** With everything else by default. */
    public static DeltaCheck of(Baseline against, Tolerance tolerance) {
        return new DeltaCheck(
                against,
                tolerance,
                Volume.BYTES,
                OptionalInt.empty(),
                OptionalInt.empty(),
                DeltaPolicies.DEFAULT,
                Severity.FAIL);
    }

    private Terms terms() {
        return new Terms(of, tolerance, history, lookback);
    }

    @Override
    public String name() {
        return "delta";
    }

    @Override
    public String describe() {
        return (of == Volume.BYTES ? "" : "objects ")
                + (against instanceof SeasonalBaseline ? beforeAndAfterUsualIsKnown() : tolerance.text())
                + (tolerance.atLeast() == 0 ? "" : ", changes under " + exact(tolerance.atLeast()) + " don't count")
                + ", against " + against;
    }

    private String beforeAndAfterUsualIsKnown() {
        BigDecimal deviation = tolerance.deviation().orElse(SeasonalBaseline.DEFAULT_DEVIATION);
        return new Tolerance(Optional.empty(), Optional.empty(), Optional.of(deviation), 0).text()
                + (tolerance.limitsChange()
                        ? " (until that is known "
                                + Tolerance.of(tolerance.drop(), tolerance.rise())
                                        .text() + ")"
                        : "");
    }

    @Override
    public Set<Partition> needs(Evidence evidence) {
        Set<Partition> needed = new HashSet<>(Check.super.needs(evidence));
        if (evidence.dataset().expects(evidence.partition())
                && against.from(evidence, terms()) instanceof BaselineResult.Unready unready) {
            needed.addAll(unready.missing());
        }
        return needed;
    }

    @Override
    public Set<Partition> mayNeed(Evidence evidence) {
        return evidence.dataset().expects(evidence.partition()) ? against.mayNeed(evidence, terms()) : Set.of();
    }

    @Override
    public Verdict judge(Evidence evidence) {
        Snapshot found = evidence.current();
        BigDecimal current = BigDecimal.valueOf(of.in(found));
        BaselineResult outlook = against.from(evidence, terms());
        if (found.isEmpty()) {
            return nothingThere(found, outlook);
        }
        if (outlook instanceof BaselineResult.Expected expected) {
            return compare(current, expected);
        }
        if (current.signum() == 0) {
            return nothingThere(found, outlook);
        }
        if (outlook instanceof BaselineResult.Nothing nothing) {
            return Verdict.of(
                            policies.whenBaselineEmpty().outcome(severity),
                            of.text(current) + " after " + of.text(BigDecimal.ZERO),
                            "no change in percent can be told from nothing",
                            nothing.text())
                    .considering(nothing.considered());
        }
        if (outlook instanceof BaselineResult.TooLittle little) {
            return Verdict.of(
                            policies.whenTooLittleHistory().outcome(severity),
                            little.there() + " to compare " + of.text(current) + " with",
                            "",
                            little.reason())
                    .considering(little.considered());
        }
        throw new IllegalStateException("not everything that is needed was looked at");
    }

    private Verdict compare(BigDecimal current, BaselineResult.Expected expected) {
        BigDecimal change = current.subtract(expected.baseline());
        boolean within = expected.holds(current);
        boolean ignored = !within && tolerance.ignores(change);
        Verdict verdict = Verdict.of(
                        within || ignored ? Outcome.PASSED : severity.broken(),
                        expected.measured(),
                        expected.expected(),
                        (ignored ? "changes under " + exact(tolerance.atLeast()) + " don't count; " : "")
                                + expected.reason())
                .with(Figure.BASELINE, expected.baseline())
                .with(Figure.CHANGE, change)
                .with(
                        Figure.CHANGE_PERCENT,
                        Percentage.change(expected.baseline(), current).rounded())
                .with(Figure.LOWEST, expected.lowest())
                .considering(expected.considered());
        Verdict upwards = expected.highest()
                .map(limit -> verdict.with(Figure.HIGHEST, limit))
                .orElse(verdict);
        return expected.deviation().isPresent()
                ? upwards.with(
                        Figure.DEVIATION,
                        BigDecimal.valueOf(expected.deviation().getAsDouble()))
                : upwards;
    }

    private Verdict nothingThere(Snapshot found, BaselineResult outlook) {
        Outcome outcome = found.isAbsent() ? policies.whenAbsent().outcome(severity) : severity.broken();
        String why = found.isAbsent()
                ? found.describeAbsence()
                : found.isEmpty() ? "the partition is empty" : "its objects hold nothing";
        if (outlook instanceof BaselineResult.Expected expected) {
            Verdict verdict = Verdict.of(
                            outcome,
                            expected.measured(),
                            expected.expected(),
                            expected.reason().isEmpty() ? why : why + "; " + expected.reason())
                    .with(Figure.BASELINE, expected.baseline())
                    .with(Figure.CHANGE, expected.baseline().negate())
                    .with(Figure.CHANGE_PERCENT, BigDecimal.valueOf(-100))
                    .with(Figure.LOWEST, expected.lowest())
                    .considering(expected.considered());
            return expected.highest()
                    .map(limit -> verdict.with(Figure.HIGHEST, limit))
                    .orElse(verdict);
        }
        List<HistoryEntry> considered =
                outlook instanceof BaselineResult.TooLittle little ? little.considered() : List.of();
        return Verdict.of(outcome, Percentage.of(-100).signed(), tolerance.text(), why)
                .considering(considered);
    }

    private String exact(long amount) {
        return of == Volume.BYTES ? new ByteSize(amount).exact() : Display.count(amount, "object");
    }
}
