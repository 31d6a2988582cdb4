// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import io.lakecheck.baseline.Exclusion;
import io.lakecheck.lake.Ignored;
import io.lakecheck.lake.LakeException;
import io.lakecheck.lake.Plausibility;
import io.lakecheck.partition.Calendar;
import io.lakecheck.partition.Partition;
import io.lakecheck.partition.Period;
import io.lakecheck.partition.Span;
import io.lakecheck.value.Display;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An assertion about one partition. It is pure data: it states which evidence it needs, and bases its verdict on that
 * evidence alone.
 */
public sealed interface Check permits RecencyCheck, SizeCheck, DeltaCheck, CompleteCheck {

    /** Returns the name of this kind of check in suites and findings, for example {@code size}. */
    String name();

    /** Returns whether a violation fails the check or is only a warning. */
    Severity severity();

    /**
     * Returns a description of what the suite expects, for example {@code at least 195 kB}. The result is safe to
     * print.
     */
    String describe();

    /**
     * Returns the partitions that must still be listed before {@link #judge} can be called. This method is called again
     * with the new evidence until it returns no partitions, so a check requests older partitions only if it needs them.
     */
    default Set<Partition> needs(Evidence evidence) {
        return evidence.has(evidence.partition()) ? Set.of() : Set.of(evidence.partition());
    }

    /**
     * Returns the partitions that {@link #needs} may return later, depending on what the partitions that are listed
     * first contain. Listing them early is optional: it saves requests and never changes a verdict.
     */
    default Set<Partition> mayNeed(Evidence evidence) {
        return Set.of();
    }

    /**
     * Returns the folders that must still be searched for {@linkplain Strays strays}, as paths relative to the
     * dataset's root. Like {@link #needs}, this method is called again with the new evidence.
     */
    default Set<String> searches(Evidence evidence) {
        return Set.of();
    }

    /**
     * Checks a partition that the calendar expects and that is due, or that exists before it is due.
     *
     * @throws LakeException if the evidence that this check needs could not be read
     */
    Verdict judge(Evidence evidence);

    /** Returns the verdict on a partition, even if the partition is not expected, is not due or could not be listed. */
    default Verdict verdict(Evidence evidence) {
        return verdict(evidence, equals(evidence.dataset().checks().get(0)));
    }

    /**
     * Returns the verdict on a partition like {@link #verdict(Evidence)}.
     *
     * @param isFirst whether the verdict is that of the dataset's first check, which has the remarks that apply to all
     *     checks of the dataset
     */
    default Verdict verdict(Evidence evidence, boolean isFirst) {
        Optional<Span> span = evidence.partition().span();
        Optional<Exclusion> exclusion = span.flatMap(expected -> Exclusion.by(evidence.calendar(), expected));
        if (exclusion.isPresent()) {
            return Verdict.skipped("not checked", "this " + span.orElseThrow().period() + " is " + exclusion.get());
        }
        try {
            if (!evidence.isDue() && evidence.current().isAbsent()) {
                return Verdict.skipped(
                        "absent",
                        "not due until " + Display.moment(span.orElseThrow().deadline()));
            }
            Verdict verdict = judgeRuns(evidence);
            return isFirst ? withRemarks(verdict, evidence) : verdict;
        } catch (LakeException e) {
            return Verdict.unknown(e);
        }
    }

    /** Returns the verdict on the partition or, if each run is checked, on its runs. */
    private Verdict judgeRuns(Evidence evidence) {
        Map<String, Verdict> runs = new LinkedHashMap<>();
        if (!(this instanceof CompleteCheck)) {
            evidence.runs().forEach((name, run) -> runs.put(name, judgeOne(run)));
        }
        return runs.isEmpty()
                ? judgeOne(evidence)
                : Verdict.ofRuns(runs, this instanceof SizeCheck size ? size::distance : Verdict::distance);
    }

    private Verdict judgeOne(Evidence evidence) {
        return notCompared(evidence).orElseGet(() -> judge(evidence));
    }

    /**
     * Returns a copy of the verdict of a dataset's first check with remarks that apply to all checks of the dataset.
     */
    private static Verdict withRemarks(Verdict verdict, Evidence evidence) {
        Verdict remarked = withReplacedRuns(verdict, evidence);
        for (String gap : calendarGaps(evidence)) {
            remarked = remarked.worsenedTo(Outcome.WARNED, gap);
        }
        for (String doubt : doubts(evidence, !verdict.outcome().isAtLeast(Outcome.WARNED))) {
            remarked = remarked.worsenedTo(Outcome.WARNED, doubt);
        }
        Optional<String> instead = Strays.insteadOf(evidence);
        return instead.isPresent()
                ? remarked.worsenedTo(Outcome.WARNED, instead.get())
                : evidence.current().hiddenInstead().map(remarked::because).orElse(remarked);
    }

    /**
     * Returns the reasons to doubt a partition that seems to be good. A partition that is not due yet may have been
     * selected on purpose, so it is only doubted if it was written before its period began.
     */
    private static List<String> doubts(Evidence evidence, boolean isPassing) {
        if (!isPassing) {
            return List.of();
        }
        Plausibility plausibility = evidence.dataset().plausibility(evidence.current());
        if (!evidence.isDue()) {
            return plausibility.writtenBeforePeriod().stream().toList();
        }
        List<String> doubts = new ArrayList<>(plausibility.doubts());
        evidence.time().doubt(evidence.dataset().zone()).ifPresent(doubts::add);
        evidence.missingRuns().ifPresent(doubts::add);
        evidence.unknownParts().ifPresent(doubts::add);
        evidence.partWithoutValue().ifPresent(doubts::add);
        Strays.unexpected(evidence).ifPresent(doubts::add);
        // A recency check reports such a time itself.
        if (evidence.dataset().recencyChecks().findAny().isEmpty()) {
            plausibility.writtenAfter(evidence.time().latest()).ifPresent(doubts::add);
        }
        return doubts;
    }

    /**
     * Returns a copy of the verdict with the names of the runs that a newer run for the same period replaced, if any.
     */
    private static Verdict withReplacedRuns(Verdict verdict, Evidence evidence) {
        Ignored ignored = evidence.current().ignored();
        return ignored.runs() == 0
                ? verdict
                : verdict.because(Display.count(ignored.runs(), "older run") + " ignored: "
                        + Display.firstOf(
                                ignored.names().stream().map(Display::visible).toList(), ignored.runs()));
    }

    /** Returns the reasons why the calendar must be updated; empty if it is up to date. */
    private static List<String> calendarGaps(Evidence evidence) {
        Optional<Span> span = evidence.partition().span();
        Calendar calendar = evidence.calendar();
        return Stream.of(
                        span.filter(calendar::isExpiredFor)
                                .flatMap(expired -> calendar.validThrough())
                                .map(last -> "the calendar covers holidays only through " + last
                                        + ", so later ones may be missing; update its holidays and validThrough"),
                        span.flatMap(checked -> calendar.lastDateBefore(evidence.now(), checked))
                                .map(last -> "the last date in 'only' is " + last
                                        + ", so no later data is expected; add more dates"))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Returns the verdict if the suite declares that there is nothing to compare; otherwise empty. */
    private Optional<Verdict> notCompared(Evidence evidence) {
        if (!(this instanceof SizeCheck) && !(this instanceof DeltaCheck)) {
            return Optional.empty();
        }
        if (evidence.dataset().allowsEmpty(evidence.current())) {
            return Optional.of(Verdict.withoutData(evidence.current()));
        }
        return evidence.partition()
                .span()
                .filter(evidence.calendar().incidents()::isOdd)
                .filter(odd -> !evidence.current().isEmpty())
                .map(odd -> Verdict.skipped(
                        "not compared",
                        "the " + (odd.period().isWithinDay() ? Period.DAY : odd.period()) + " is marked as odd"));
    }
}
