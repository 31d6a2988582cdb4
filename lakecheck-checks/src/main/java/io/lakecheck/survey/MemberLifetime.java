// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.Check;
import io.lakecheck.CompleteCheck;
import io.lakecheck.Evidence;
import io.lakecheck.Finding;
import io.lakecheck.Outcome;
import io.lakecheck.Strays;
import io.lakecheck.Verdict;
import io.lakecheck.lake.Lifetime;
import io.lakecheck.lake.Snapshot;
import io.lakecheck.partition.Partition;
import io.lakecheck.partition.PeriodNames;
import io.lakecheck.value.Display;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whether a member of an open dataset is new or has ended. A member is new if it has no data in the {@value #PERIODS}
 * expected periods before the checked one, and has ended if it has no data in the last {@value #PERIODS} expected
 * periods, including the checked one.
 *
 * @param evidence what has been listed for the member
 */
record MemberLifetime(Evidence evidence) {

    /** The number of periods without data that make a member count as new or as ended. */
    static final int PERIODS = 7;

    /**
     * Returns the partitions that must still be listed to know whether the member is new or has ended, or has begun
     * within the periods of a check.
     */
    Set<Partition> needs() {
        Set<Partition> needed = new HashSet<>(neededAroundCurrent());
        if (evidence.dataset().presence().lifetime().isPresent()) {
            evidence.dataset().checks().stream()
                    .filter(CompleteCheck.class::isInstance)
                    .map(CompleteCheck.class::cast)
                    .filter(complete -> startsWithoutData(checked(complete)))
                    .forEach(complete -> needed.addAll(unlisted(before(complete))));
        }
        return needed;
    }

    private Set<Partition> neededAroundCurrent() {
        Partition current = evidence.partition();
        if (!evidence.has(current)) {
            return warnsIfNew() ? unlisted(before(1)) : Set.of();
        }
        boolean isRelevant = isAbsent(current) ? mayEnd() : warnsIfNew();
        return isRelevant && isKnown(current) && before(PERIODS).stream().allMatch(this::mayBeAbsent)
                ? unlisted(before(PERIODS))
                : Set.of();
    }

    /** Returns whether a new member causes a warning. One that may be absent is never new, because gaps are normal. */
    private boolean warnsIfNew() {
        return !evidence.dataset().presence().mayBeAbsent()
                && evidence.dataset()
                        .presence()
                        .lifetime()
                        .filter(Lifetime::warnsIfNew)
                        .isPresent();
    }

    private Lifetime.Ended ended() {
        return evidence.dataset().presence().lifetime().map(Lifetime::ended).orElse(Lifetime.Ended.FAIL);
    }

    /** Returns whether the member can end. One that may be absent often has no data for some time. */
    private boolean mayEnd() {
        return ended() != Lifetime.Ended.FAIL && !evidence.dataset().presence().mayBeAbsent();
    }

    private Set<Partition> unlisted(List<Partition> partitions) {
        Set<Partition> unlisted = new HashSet<>(partitions);
        unlisted.removeIf(evidence::has);
        return unlisted;
    }

    private List<Partition> before(int count) {
        return evidence.dataset().before(evidence.partition()).limit(count).toList();
    }

    /** Returns the periods of a check, most recent first. */
    private List<Partition> checked(CompleteCheck complete) {
        return Stream.concat(Stream.of(evidence.partition()), before(complete.last() - 1).stream())
                .toList();
    }

    /** Returns the periods before those of a check, which show whether the member had data earlier. */
    private List<Partition> before(CompleteCheck complete) {
        return evidence.dataset()
                .before(evidence.partition())
                .skip(complete.last() - 1L)
                .limit(PERIODS)
                .toList();
    }

    /** Returns whether the oldest of these periods is absent, but not all of them. */
    private boolean startsWithoutData(List<Partition> checked) {
        return checked.stream().allMatch(evidence::has)
                && isAbsent(checked.get(checked.size() - 1))
                && !checked.stream().allMatch(this::isAbsent);
    }

    private boolean mayBeAbsent(Partition partition) {
        return !evidence.has(partition) || isAbsent(partition);
    }

    private boolean isKnown(Partition partition) {
        return evidence.observations().get(partition) instanceof Snapshot;
    }

    private boolean isAbsent(Partition partition) {
        return evidence.observations().get(partition) instanceof Snapshot found && found.isAbsent();
    }

    private boolean isWithoutEarlierData(int periods) {
        List<Partition> before = before(periods);
        return !before.isEmpty() && before.stream().allMatch(this::isAbsent);
    }

    boolean isNew() {
        return warnsIfNew()
                && isKnown(evidence.partition())
                && !isAbsent(evidence.partition())
                && isWithoutEarlierData(PERIODS);
    }

    boolean isEnded() {
        return mayEnd()
                && evidence.isDue()
                && evidence.dataset().expects(evidence.partition())
                && isAbsent(evidence.partition())
                && isWithoutEarlierData(PERIODS - 1);
    }

    /** Returns the findings of a member that has ended: at most one warning. */
    List<Finding> findingsOfEnded() {
        boolean warns = ended() == Lifetime.Ended.WARN;
        List<Check> checks = evidence.dataset().checks();
        return IntStream.range(0, checks.size())
                .mapToObj(i -> new Finding(
                        checks.get(i), evidence, verdictOfEnded(warns && i == 0 ? Outcome.WARNED : Outcome.SKIPPED)))
                .toList();
    }

    Verdict verdictOfEnded(Outcome outcome) {
        Verdict verdict = new Verdict(
                outcome, "absent", "", "the dataset has ended: no data in the last " + periods(), Map.of(), List.of());
        return Strays.insteadOf(evidence)
                .map(instead -> verdict.worsenedTo(outcome, instead))
                .orElse(verdict);
    }

    /**
     * Returns the findings of a member that has not ended. Periods before the member's first data don't count as
     * missing, unless it had data in the {@value #PERIODS} expected periods before those of the check.
     */
    List<Finding> findings() {
        List<Check> checks = evidence.dataset().checks();
        return IntStream.range(0, checks.size())
                .mapToObj(i -> new Finding(checks.get(i), evidence, verdict(checks.get(i), i == 0)))
                .toList();
    }

    private Verdict verdict(Check check, boolean isFirst) {
        Verdict verdict = sinceFirstData(check).verdict(evidence, isFirst);
        return isFirst && isNew()
                ? verdict.worsenedTo(Outcome.WARNED, "the dataset is new: no data in the " + periods() + " before")
                : verdict;
    }

    private Check sinceFirstData(Check check) {
        if (!(check instanceof CompleteCheck complete)) {
            return check;
        }
        List<Partition> checked = checked(complete);
        if (!startsWithoutData(checked) || !before(complete).stream().allMatch(this::isAbsent)) {
            return check;
        }
        int periods = checked.size();
        while (isAbsent(checked.get(periods - 1))) {
            periods--;
        }
        return new CompleteCheck(periods, complete.severity(), complete.strays());
    }

    private String periods() {
        return Display.count(
                PERIODS, evidence.partition().span().map(PeriodNames::unit).orElse("period"));
    }
}
