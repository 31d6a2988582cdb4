// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import io.lakecheck.baseline.Baseline;
import io.lakecheck.baseline.BaselineResult;
import io.lakecheck.baseline.SampleBaseline;
import io.lakecheck.baseline.SeasonalBaseline;
import io.lakecheck.baseline.Terms;
import io.lakecheck.baseline.Tolerance;
import io.lakecheck.baseline.Volume;
import io.lakecheck.lake.Snapshot;
import io.lakecheck.partition.Partition;
import io.lakecheck.partition.Rhythm;
import io.lakecheck.value.ByteSize;
import io.lakecheck.value.Display;
import io.lakecheck.value.Percentage;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Checks that the partition's volume matches what earlier partitions suggest. The history is read from the lake, so no
 * state is stored.
 *
 * @param against the baseline
 * @param tolerance the allowed difference from the baseline
 * @param of the volume that is compared
 * @param history the number of usable earlier partitions that are required; empty for as many as the baseline needs
 * @param lookback the maximum number of earlier periods that are considered; empty for the baseline's default
 * @param policies the outcomes if one side of the comparison is missing
 * @param severity whether a violation fails the check or is only a warning
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

    /** A comparison with the baseline {@code usual} that allows the default multiple of the typical deviation. */
    public static final DeltaCheck DEFAULT = of(new SeasonalBaseline(), Tolerance.DEFAULT);

    public DeltaCheck {
        if (!tolerance.limitsChange() && tolerance.deviation().isEmpty() && !(against instanceof SeasonalBaseline)) {
            throw new IllegalArgumentException("no limit given. Set at least one, for example drop: 30%");
        }
        if (tolerance.deviation().isPresent() && !against.knowsDeviation()) {
            throw new IllegalArgumentException("deviation is not supported with against: " + against
                    + ". Use against: usual or against: median of n, or set drop or rise instead of deviation");
        }
        if (history.orElse(1) < 1) {
            throw new IllegalArgumentException("history must be at least 1");
        }
        if (lookback.orElse(Integer.MAX_VALUE) < history.orElse(1)) {
            throw new IllegalArgumentException("lookback must not be less than history");
        }
        if (history.orElse(1) > against.longestHistory()) {
            throw new IllegalArgumentException(
                    "history " + history.getAsInt() + " is out of range: the baseline '" + against
                            + "' uses at most " + Display.count(against.longestHistory(), "earlier partition")
                            + ", so no partition would ever be checked. Set"
                            + " history to a lower number, or use another baseline");
        }
    }

    /** Returns a check with the given baseline and tolerance, and with the defaults for all other settings. */
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

    /**
     * Returns a variant of this check for an earlier partition that considers only partitions that this check considers
     * for a newer one. It is empty if the baseline is not {@code usual}, because others would give a different result.
     *
     * @param dataset the dataset of both partitions
     * @param newer a dated partition
     * @param earlier an earlier partition
     */
    public Optional<DeltaCheck> withHistoryOf(Dataset dataset, Partition newer, Partition earlier) {
        if (!(against instanceof SeasonalBaseline)) {
            return Optional.empty();
        }
        int periods = SeasonalBaseline.lookback(
                dataset.calendar(), newer.span().orElseThrow(), earlier.span().orElseThrow(), lookback);
        return periods < history.orElse(1)
                ? Optional.empty()
                : Optional.of(
                        new DeltaCheck(against, tolerance, of, history, OptionalInt.of(periods), policies, severity));
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
        return (of == Volume.BYTES ? "" : "number of objects: ")
                + (against instanceof SeasonalBaseline ? SeasonalBaseline.describe(tolerance) : tolerance.text())
                + " (baseline: " + against + (tolerance.atLeast() == 0 ? "" : "; " + ignoredChanges()) + ")";
    }

    @Override
    public Set<Partition> needs(Evidence evidence) {
        Set<Partition> needed = new HashSet<>(Check.super.needs(evidence));
        if (evidence.dataset().expects(evidence.partition())) {
            Collection<Evidence> runs = evidence.runs().values();
            for (Evidence each : runs.isEmpty() ? List.of(evidence) : runs) {
                if (against.from(each, terms()) instanceof BaselineResult.Unready unready) {
                    needed.addAll(unready.missing());
                }
            }
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
        BaselineResult result = against.from(evidence, terms());
        if (result instanceof BaselineResult.Expected expected) {
            Verdict verdict = compared(found, current, expected);
            return expected.doubt().isEmpty()
                            || verdict.outcome() != Outcome.PASSED
                            || comparesDaysOfMonths(evidence.dataset())
                    ? verdict
                    : verdict.worsenedTo(Outcome.WARNED, expected.doubt());
        }
        if (current.signum() == 0) {
            return nothingToCompare(found, result);
        }
        if (result instanceof BaselineResult.Nothing nothing) {
            return Verdict.of(
                            policies.whenBaselineEmpty().outcome(severity),
                            of.text(current) + " compared with " + of.text(BigDecimal.ZERO),
                            tolerance.text(),
                            Verdict.joined("the percentage change from 0 is undefined", nothing.text()))
                    .withHistory(nothing.considered());
        }
        if (result instanceof BaselineResult.TooLittle little) {
            return Verdict.of(
                            policies.whenTooLittleHistory().outcome(severity),
                            little.measured(of, current),
                            "",
                            little.reason())
                    .withHistory(little.considered());
        }
        throw new IllegalStateException("needed partitions have not been listed: " + result);
    }

    private static boolean comparesDaysOfMonths(Dataset dataset) {
        return dataset.checks().stream()
                .anyMatch(check -> check instanceof DeltaCheck delta
                        && delta.against() instanceof SampleBaseline sample
                        && sample.rhythm() == Rhythm.SAME_DAY_OF_MONTH);
    }

    private Verdict compared(Snapshot found, BigDecimal current, BaselineResult.Expected expected) {
        BigDecimal change = current.subtract(expected.baseline());
        boolean isWithin = expected.holds();
        boolean isIgnored = !isWithin && tolerance.ignores(change);
        boolean passed = !found.isEmpty() && (isWithin || isIgnored);
        Verdict verdict = Verdict.of(
                        passed ? Outcome.PASSED : broken(found),
                        expected.measured(),
                        expected.expected(),
                        Verdict.joined(
                                found.isEmpty()
                                        ? "the partition is " + found.describeAbsence()
                                        : isIgnored ? ignoredChanges() : "",
                                expected.reason()))
                .with(Figure.BASELINE, expected.baseline())
                .with(Figure.CHANGE, change)
                .with(
                        Figure.CHANGE_PERCENT,
                        Percentage.change(expected.baseline(), current).rounded())
                .with(Figure.LOWEST, expected.lowest())
                .withHistory(expected.considered());
        Verdict limited = expected.highest()
                .map(highest -> verdict.with(Figure.HIGHEST, highest))
                .orElse(verdict);
        return expected.deviation().isPresent()
                ? limited.with(
                        Figure.DEVIATION,
                        BigDecimal.valueOf(expected.deviation().getAsDouble()))
                : limited;
    }

    /**
     * Returns the verdict on a partition whose volume is 0, if no baseline is available. Such a partition counts as a
     * drop of 100 %.
     */
    private Verdict nothingToCompare(Snapshot found, BaselineResult result) {
        return Verdict.of(
                        broken(found),
                        Percentage.of(-100).signed() + " (" + of.text(BigDecimal.ZERO) + ")",
                        tolerance.text(),
                        "the partition is " + found.describeAbsence())
                .withHistory(result instanceof BaselineResult.TooLittle little ? little.considered() : List.of());
    }

    private Outcome broken(Snapshot found) {
        return found.isAbsent() ? policies.whenAbsent().outcome(severity) : severity.broken();
    }

    private String ignoredChanges() {
        long amount = tolerance.atLeast();
        return "changes under "
                + (of == Volume.BYTES ? new ByteSize(amount).exact() : Display.count(amount, "object"))
                + " are ignored";
    }
}
