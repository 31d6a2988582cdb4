// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether the partition's volume is what earlier partitions let one expect. The lake is its own history: nothing is stored.
 *
 * @param against what it is compared with
 * @param drop how much less is allowed; empty for any
 * @param rise how much more is allowed; empty for any
 * @param of what is compared
 * @param atLeast absolute changes smaller than this many bytes or objects always pass
 * @param history with fewer usable earlier partitions it is skipped
 * @param lookback how many earlier periods are considered at most; empty for twice what the baseline wants, at least 7
 * @param severity what breaking a limit counts as
 */
public record Delta(
        Baseline against,
        Optional<Percentage> drop,
        Optional<Percentage> rise,
        Volume of,
        long atLeast,
        int history,
        OptionalInt lookback,
        Severity severity)
        implements Check {

    private static final int LEAST_LOOKBACK = 7;

    public Delta {
        if (drop.isEmpty() && rise.isEmpty()) {
            throw new IllegalArgumentException("no limit is given; write for instance drop: 30%");
        }
        if (drop.filter(limit -> limit.percent().signum() < 0).isPresent()
                || rise.filter(limit -> limit.percent().signum() < 0).isPresent()) {
            throw new IllegalArgumentException("drop and rise are how far it may go, never negative");
        }
        if (history < 1) {
            throw new IllegalArgumentException("history is at least 1");
        }
        if (atLeast < 0) {
            throw new IllegalArgumentException("atLeast is never negative");
        }
        if (lookback.orElse(history) < history) {
            throw new IllegalArgumentException("lookback is at least as long as history");
        }
    }

    @Override
    public String name() {
        return "delta";
    }

    @Override
    public Set<Partition> needs(Evidence evidence) {
        Set<Partition> needed = new HashSet<>(Check.super.needs(evidence));
        if (evidence.dataset().expects(evidence.partition())) {
            needed.addAll(historyIn(evidence).missing());
        }
        return needed;
    }

    @Override
    public Verdict judge(Evidence evidence) {
        Snapshot found = evidence.current();
        BigDecimal current = BigDecimal.valueOf(of.in(found));
        History past = historyIn(evidence);
        if (past.usable().size() < history) {
            return tooLittle(found, past);
        }
        BigDecimal baseline = against.expected(past.amounts(of));
        Percentage change = Percentage.change(baseline, current);
        BigDecimal lowest = drop.map(Percentage::negated)
                .map(limit -> limit.addedTo(baseline))
                .orElse(BigDecimal.ZERO);
        Optional<BigDecimal> highest = rise.map(limit -> limit.addedTo(baseline));
        boolean within = current.compareTo(lowest) >= 0
                && highest.map(limit -> current.compareTo(limit) <= 0).orElse(true);
        boolean tooSmallToCount = current.subtract(baseline).abs().compareTo(BigDecimal.valueOf(atLeast)) < 0;
        boolean passed = !found.isEmpty() && (within || tooSmallToCount);
        Verdict verdict = Verdict.of(
                        passed ? Outcome.PASSED : severity.broken(),
                        change.signed(limits()) + " (" + of.text(current) + " after " + of.text(baseline) + ")",
                        allowed(),
                        (found.isAbsent() ? "the partition is not there; " : "") + against + ": " + past.text())
                .with(Figure.BASELINE, baseline)
                .with(Figure.CHANGE, current.subtract(baseline))
                .with(Figure.CHANGE_PERCENT, change.percent())
                .with(Figure.LOWEST, lowest)
                .considering(past.considered());
        return highest.map(limit -> verdict.with(Figure.HIGHEST, limit)).orElse(verdict);
    }

    private Verdict tooLittle(Snapshot found, History past) {
        if (found.isEmpty()) {
            return Verdict.of(
                            severity.broken(),
                            Percentage.of(-100).signed(),
                            allowed(),
                            found.isAbsent() ? "the partition is not there" : "the partition is empty")
                    .considering(past.considered());
        }
        String left = past.text();
        return Verdict.skipped(
                        Text.count(past.usable().size(), "earlier partition") + " to compare "
                                + of.text(BigDecimal.valueOf(of.in(found))) + " with",
                        "at least " + history + " needed" + (left.isEmpty() ? "" : "; " + left))
                .considering(past.considered());
    }

    private History historyIn(Evidence evidence) {
        return History.of(evidence, against, lookback.orElse(Math.max(LEAST_LOOKBACK, 2 * against.wanted())));
    }

    private Percentage[] limits() {
        return Stream.of(drop.map(Percentage::negated), rise)
                .flatMap(Optional::stream)
                .toArray(Percentage[]::new);
    }

    private String allowed() {
        return drop.map(limit -> "-" + limit).orElse("any drop") + " to "
                + rise.map(limit -> "+" + limit).orElse("any rise") + " allowed";
    }
}
