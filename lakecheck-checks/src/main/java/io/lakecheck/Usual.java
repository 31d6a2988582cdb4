// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a period should hold, learnt from sizes alone: the {@link Level} of its weekday, the {@link Lean} of the last days, the
 * {@link Spread} that is usual, and {@link LastYear} where that explains what would ring. In logarithms throughout, so that a halving
 * and a doubling weigh alike.
 */
public record Usual() implements Baseline {

    /** How many times the usual spread a deviation may be where nothing else is said. */
    public static final BigDecimal DEFAULT_DEVIATION = BigDecimal.valueOf(2);

    @Override
    public int longestHistory() {
        return Spread.PERIODS;
    }

    @Override
    public boolean knowsDeviation() {
        return true;
    }

    @Override
    public Outlook outlook(Evidence evidence, Delta delta) {
        return evidence.partition()
                .span()
                .map(span -> outlook(span, evidence, delta, Presumption.GOOD))
                .orElseGet(() -> new Outlook.TooLittle("nothing", "a dataset without dates has no history", List.of()));
    }

    @Override
    public Set<Partition> mayNeed(Evidence evidence, Delta delta) {
        return evidence.partition()
                .span()
                .map(span -> outlook(span, evidence, delta, Presumption.OPEN))
                .map(outlook -> outlook instanceof Outlook.Unready unready ? unready.missing() : Set.<Partition>of())
                .orElse(Set.of());
    }

    private static Outlook outlook(Span span, Evidence evidence, Delta delta, Presumption unseen) {
        Series series = new Series(evidence, delta.of(), delta.lookback().orElse(Integer.MAX_VALUE), unseen);
        Expectation expectation = new Expectation(series);
        Spread spread = new Spread(series, expectation);
        OptionalDouble middle = expectation.of(span);
        OptionalDouble unit = spread.of(span);
        int known = spread.known(span);
        if (!series.missing().isEmpty()) {
            return new Outlook.Unready(series.missing());
        }
        List<Precedent> considered = series.considered();
        int needed = Math.max(Spread.LEAST, delta.history().orElse(0));
        if (middle.isEmpty() || unit.isEmpty() || known < needed) {
            return delta.tolerance().limitsChange()
                    ? untilThen(evidence, delta, known(span, known, needed))
                    : tooLittle(span, known, needed, delta.lookback(), considered);
        }
        long current = delta.of().in(evidence.current());
        double off = current == 0 ? 0 : Math.log((double) current) - middle.getAsDouble();
        double play = unit.getAsDouble()
                * delta.tolerance().deviation().orElse(DEFAULT_DEVIATION).doubleValue();
        Optional<LastYear.Echo> echo =
                Math.abs(off) <= play ? Optional.empty() : new LastYear(expectation, spread).of(span, off);
        if (!series.missing().isEmpty()) {
            return new Outlook.Unready(series.missing());
        }
        double shift = echo.map(LastYear.Echo::deviation).orElse(0.0);
        Band band = Band.around(middle.getAsDouble() + shift, play);
        return new Outlook.Expected(
                amount(middle.getAsDouble() + shift),
                band.lowest(),
                Optional.of(band.highest()),
                current == 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.abs(off - shift) / unit.getAsDouble()),
                band.beside(delta.of(), current),
                "usual for " + Naming.kind(span) + " is " + band.text(delta.of()) + " (" + basis(span, expectation)
                        + ")",
                Stream.concat(
                                echo.map(last -> yearAgo(evidence, last)).stream(),
                                Stream.of(LeftOut.text(considered, Naming.unit(span))))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining("; ")),
                considered);
    }

    /** While too little is known for what is usual: the same weekdays there are, else the last period. */
    private static Outlook untilThen(Evidence evidence, Delta delta, String known) {
        Tolerance change = new Tolerance(
                delta.tolerance().drop(),
                delta.tolerance().rise(),
                Optional.empty(),
                delta.tolerance().atLeast());
        return Stream.of(new Sample(Rhythm.SAME_WEEKDAY, Level.SIZE, Statistic.MEDIAN), Sample.PREVIOUS)
                .map(sample -> new Delta(
                        sample,
                        change,
                        delta.of(),
                        OptionalInt.empty(),
                        delta.lookback(),
                        delta.policies(),
                        delta.severity()))
                .map(stopgap -> stopgap.against().outlook(evidence, stopgap))
                .reduce((first, second) -> first instanceof Outlook.TooLittle ? second : first)
                .map(outlook -> outlook instanceof Outlook.Expected expected
                        ? expected.because("with " + known + "; ")
                        : outlook)
                .orElseThrow();
    }

    private static String known(Span span, int known, int needed) {
        return known < needed
                ? known + " of " + needed + " earlier " + Naming.unit(span) + "s that tell what is usual"
                : "no earlier " + Naming.alike(span, 1).substring(2);
    }

    private static Outlook tooLittle(
            Span span, int known, int needed, OptionalInt lookback, List<Precedent> considered) {
        String unit = Naming.unit(span);
        return new Outlook.TooLittle(
                known(span, known, needed),
                Stream.of(
                                known < needed ? Text.count(needed - known, "more " + unit) + " needed" : "",
                                lookback.isPresent()
                                        ? "lookback: " + lookback.getAsInt() + " reaches no further back"
                                        : "",
                                LeftOut.text(considered, unit))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining("; ")),
                considered);
    }

    private static String basis(Span span, Expectation expectation) {
        String lean = percent(expectation.lean().of(span));
        return Naming.alike(span, expectation.level().members(span).size())
                + (lean.equals("0 %") ? "" : ", last " + Naming.unit(span) + "s " + lean);
    }

    private static String yearAgo(Evidence evidence, LastYear.Echo last) {
        return "a year ago " + evidence.dataset().location().at(last.span()).label() + " was off by "
                + percent(last.deviation()) + " too";
    }

    private static String percent(double logarithm) {
        return new Percentage(BigDecimal.valueOf(100 * Math.expm1(logarithm)).setScale(0, RoundingMode.HALF_EVEN))
                .signed();
    }

    private static BigDecimal amount(double logarithm) {
        return BigDecimal.valueOf(Math.exp(logarithm))
                .setScale(0, RoundingMode.HALF_UP)
                .max(BigDecimal.ONE);
    }

    /** As a suite writes it. */
    @Override
    public String toString() {
        return "usual";
    }
}
