// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import io.lakecheck.baseline.HistoryEntry;
import io.lakecheck.lake.LakeException;
import io.lakecheck.lake.Snapshot;
import io.lakecheck.partition.Partition;
import io.lakecheck.partition.PeriodNames;
import io.lakecheck.value.Display;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether each of the last periods is there, not empty, and sealed if the dataset has a marker: finds the holes that a
 * check of the newest partition alone never sees again, and the {@linkplain Strays strays} beside them that nobody ever
 * looks into. Periods outside the calendar don't count.
 *
 * @param last how many periods, the judged one among them; at least 1
 * @param severity what a hole counts as
 * @param strays what strays count as, whatever the severity; where they are skipped nobody looks for any
 */
public record CompleteCheck(int last, Severity severity, MissingPolicy strays) implements Check {

    public CompleteCheck {
        if (last < 1) {
            throw new IllegalArgumentException("last is at least 1");
        }
    }

    @Override
    public String name() {
        return "complete";
    }

    @Override
    public String describe() {
        return "each of the last " + Display.count(last, "period");
    }

    @Override
    public Set<Partition> needs(Evidence evidence) {
        return evidence.dataset().expects(evidence.partition())
                ? partitions(evidence)
                        .filter(partition -> !evidence.has(partition))
                        .collect(Collectors.toSet())
                : new HashSet<>(Check.super.needs(evidence));
    }

    @Override
    public Set<String> searches(Evidence evidence) {
        return folders(evidence).stream()
                .filter(folder -> !evidence.strays().containsKey(folder))
                .collect(Collectors.toSet());
    }

    @Override
    public Verdict judge(Evidence evidence) {
        Verdict verdict = holes(evidence);
        try {
            Strays found = evidence.straysIn(folders(evidence));
            return found.count() == 0
                    ? verdict
                    : verdict.as(verdict.outcome().and(strays.outcome(Severity.FAIL)), found.text());
        } catch (LakeException unseen) {
            // The days to run again are known all the same.
            return verdict.as(
                    Outcome.UNKNOWN,
                    "could not look for strays (" + unseen.reason() + "); " + unseen.getMessage()
                            + "; write strays: skip to do without them");
        }
    }

    private Verdict holes(Evidence evidence) {
        List<HistoryEntry> all = partitions(evidence)
                .map(partition -> complete(evidence, partition))
                .toList();
        List<HistoryEntry> holes =
                all.stream().filter(precedent -> !precedent.isUsable()).toList();
        String periods = evidence.partition().span().map(PeriodNames::unit).orElse("partition");
        return Verdict.of(
                        holes.isEmpty() ? Outcome.PASSED : severity.broken(),
                        holes.isEmpty()
                                ? "all of the last " + Display.count(all.size(), periods) + " complete"
                                : holes.size() + " of the last " + Display.count(all.size(), periods) + " not complete",
                        "",
                        holes.isEmpty() ? "" : "run again " + text(holes))
                .considering(all);
    }

    private static HistoryEntry complete(Evidence evidence, Partition partition) {
        Snapshot snapshot = evidence.snapshot(partition);
        return new HistoryEntry(
                partition, Optional.of(snapshot), evidence.dataset().incompleteness(snapshot));
    }

    /** Oldest first, as one would run them. */
    private static String text(List<HistoryEntry> holes) {
        StringBuilder text = new StringBuilder();
        for (int i = holes.size() - 1; i >= 0; i--) {
            text.append(holes.get(i).text()).append(i > 0 ? ", " : "");
        }
        return text.toString();
    }

    /** Where the looked-at partitions are named by their dates, and not in the folders of older years. */
    private List<String> folders(Evidence evidence) {
        if (strays == MissingPolicy.SKIP || !evidence.dataset().expects(evidence.partition())) {
            return List.of();
        }
        return partitions(evidence)
                .flatMap(partition -> evidence.dataset().location().datedParents(partition).stream())
                .distinct()
                .sorted()
                .toList();
    }

    private Stream<Partition> partitions(Evidence evidence) {
        return Stream.concat(Stream.of(evidence.partition()), evidence.dataset().before(evidence.partition()))
                .limit(last);
    }
}
