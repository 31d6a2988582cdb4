// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.Dataset;
import io.lakecheck.Evidence;
import io.lakecheck.Finding;
import io.lakecheck.Outcome;
import io.lakecheck.partition.StrayKind;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The findings on members, which depend on each other: a member has ended only if others have not. If all members of an
 * entry are without data, their job has failed instead.
 */
final class MemberFindings {

    private final Map<Dataset, Dataset> members;
    private final Set<Dataset> alive = new HashSet<>();

    /**
     * @param members the members, each with the open dataset that it belongs to
     * @param evidence what has been listed for all datasets of the run
     */
    MemberFindings(Map<Dataset, Dataset> members, List<Evidence> evidence) {
        this.members = members;
        for (Evidence each : evidence) {
            Dataset open = members.get(each.dataset());
            if (open != null && !new MemberLifetime(each).isEnded()) {
                alive.add(open);
            }
        }
    }

    /**
     * Returns the series of a backtest in which the days after the end of a member are SKIPPED. Each day is judged as a
     * run on that day would have judged it, so the first days without data still alert.
     *
     * @param members the members, each with the open dataset that it belongs to
     */
    static List<Backtest.Series> withoutEndedDays(Map<Dataset, Dataset> members, List<Backtest.Series> series) {
        Map<LocalDateTime, List<Evidence>> evidence = series.stream()
                .filter(each -> members.containsKey(each.dataset()))
                .flatMap(each -> each.findings().stream())
                .map(Finding::evidence)
                .collect(Collectors.groupingBy(MemberFindings::day));
        Map<LocalDateTime, MemberFindings> days = new HashMap<>();
        evidence.forEach((day, all) -> days.put(day, new MemberFindings(members, all)));
        return series.stream()
                .map(each -> members.containsKey(each.dataset())
                        ? new Backtest.Series(
                                each.dataset(),
                                each.check(),
                                each.findings().stream()
                                        .map(finding -> Objects.requireNonNull(days.get(day(finding.evidence())))
                                                .withoutEnd(finding))
                                        .toList())
                        : each)
                .toList();
    }

    private static LocalDateTime day(Evidence evidence) {
        return evidence.partition().span().orElseThrow().from();
    }

    private Finding withoutEnd(Finding finding) {
        return finding.outcome().isAtLeast(Outcome.WARNED) && hasEnded(finding.evidence())
                ? new Finding(
                        finding.check(),
                        finding.evidence(),
                        new MemberLifetime(finding.evidence()).verdictOfEnded(Outcome.SKIPPED))
                : finding;
    }

    /** Returns the findings of a dataset, which need not be a member. */
    List<Finding> of(Evidence evidence) {
        if (evidence.dataset().presence().lifetime().isEmpty()) {
            return Finding.of(evidence);
        }
        MemberLifetime lifetime = new MemberLifetime(evidence);
        return hasEnded(evidence)
                ? lifetime.findingsOfEnded()
                : isMissingValue(evidence.dataset()) ? withDoubt(lifetime.findings()) : lifetime.findings();
    }

    /** Returns whether a member was found in the lake by a name that tools write for rows without a value. */
    private boolean isMissingValue(Dataset member) {
        return Optional.ofNullable(members.get(member))
                .flatMap(OpenDataset::of)
                .flatMap(open -> open.folder().memberOf(member.location().root()))
                .filter(StrayKind::isMissingValue)
                .isPresent();
    }

    private static List<Finding> withDoubt(List<Finding> findings) {
        List<Finding> doubted = new ArrayList<>(findings);
        Finding first = findings.get(0);
        doubted.set(
                0,
                new Finding(
                        first.check(),
                        first.evidence(),
                        first.verdict()
                                .worsenedTo(
                                        Outcome.WARNED,
                                        "the folder's name shows that its rows have no value;"
                                                + " correct the job that wrote them")));
        return doubted;
    }

    private boolean hasEnded(Evidence evidence) {
        return new MemberLifetime(evidence).isEnded() && alive.contains(members.get(evidence.dataset()));
    }
}
