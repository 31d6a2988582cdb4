// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.Check;
import io.lakecheck.CompleteCheck;
import io.lakecheck.DeltaCheck;
import io.lakecheck.Evidence;
import io.lakecheck.Finding;
import io.lakecheck.Outcome;
import io.lakecheck.RecencyCheck;
import io.lakecheck.Verdict;
import io.lakecheck.lake.LakeException;
import io.lakecheck.partition.Partition;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The verdicts on the partitions before the checked one, as of their own deadlines. They are derived from what a run
 * has listed anyway, so they need no requests, and a verdict that would need more is unknown. Periods before the
 * dataset's first data are excluded; if no data was listed, all are.
 */
public final class PastVerdicts {

    /** The maximum number of earlier partitions. */
    public static final int MOST = 30;

    private final Evidence checked;
    private final Optional<LocalDateTime> firstData;
    private final List<Evidence> newestFirst;
    private final BackfillDetector backfills;

    private PastVerdicts(Evidence checked, Optional<LocalDateTime> firstData, List<Evidence> newestFirst) {
        this.checked = checked;
        this.firstData = firstData;
        this.newestFirst = newestFirst;
        this.backfills = BackfillDetector.among(newestFirst);
    }

    /** Returns the verdicts on the partitions before the one that the evidence is about. */
    public static PastVerdicts before(Evidence checked) {
        if (checked.partition().span().isEmpty()) {
            return new PastVerdicts(checked, Optional.empty(), List.of());
        }
        LocalDateTime end = from(checked.partition());
        Optional<LocalDateTime> firstData = checked.observations().values().stream()
                .filter(Backtest::exists)
                .map(observation -> from(observation.partition()))
                .min(Comparator.naturalOrder());
        LocalDateTime start = firstData.orElse(end);
        List<Evidence> past = checked.observations().keySet().stream()
                .filter(other -> from(other).isBefore(end) && !from(other).isBefore(start))
                .filter(checked.dataset()::expects)
                .sorted(Comparator.comparing(PastVerdicts::from).reversed())
                .limit(MOST)
                .map(other -> new Evidence(
                        checked.dataset(),
                        other,
                        other.span().orElseThrow().deadline().toInstant(),
                        checked.observations(),
                        Map.of()))
                .toList();
        return new PastVerdicts(checked, firstData, past);
    }

    /** Returns the most recent partitions whose verdicts are wanted, as far as they need no requests. */
    static List<Partition> wanted(Evidence checked) {
        return checked.dataset().before(checked.partition()).limit(MOST).toList();
    }

    private static LocalDateTime from(Partition partition) {
        return partition.span().orElseThrow().from();
    }

    /** Returns the partitions that were listed, most recent first. */
    public List<Partition> partitions() {
        return newestFirst.stream().map(Evidence::partition).toList();
    }

    /** Returns the findings of those checks whose verdict on an earlier partition is known. */
    public List<Finding> findings(Partition earlier) {
        return evidence(earlier).stream()
                .flatMap(evidence -> checked.dataset().checks().stream()
                        .flatMap(check ->
                                verdict(check, evidence)
                                        .map(verdict -> new Finding(check, evidence, verdict))
                                        .stream()))
                .toList();
    }

    /** Returns a check's verdict on an earlier partition; empty if it is unknown. */
    Optional<Verdict> verdict(Check check, Partition earlier) {
        return evidence(earlier).flatMap(evidence -> verdict(check, evidence));
    }

    /** Returns whether an earlier partition is known to be from before the dataset's first data. */
    boolean isBeforeFirstData(Partition earlier) {
        return checked.has(earlier) && firstData.filter(from(earlier)::isBefore).isPresent();
    }

    private Optional<Evidence> evidence(Partition earlier) {
        return newestFirst.stream()
                .filter(evidence -> evidence.partition().equals(earlier))
                .findFirst();
    }

    private Optional<Verdict> verdict(Check check, Evidence evidence) {
        try {
            return variants(check, evidence)
                    .filter(variant -> variant.needs(evidence).isEmpty())
                    .findFirst()
                    .map(variant -> variant instanceof RecencyCheck recency
                            ? backfills.verdict(recency, evidence)
                            : variant.verdict(evidence, false))
                    .filter(verdict -> verdict.outcome() != Outcome.UNKNOWN);
        } catch (LakeException unlisted) {
            return Optional.empty();
        }
    }

    /**
     * Returns the check as it applies to an earlier partition alone, followed by a variant that needs fewer partitions,
     * if there is one.
     */
    private Stream<Check> variants(Check check, Evidence evidence) {
        if (check instanceof CompleteCheck complete) {
            return Stream.of(complete.withoutNeighbors());
        }
        return check instanceof DeltaCheck delta
                ? Stream.concat(
                        Stream.of(check),
                        delta.withHistoryOf(checked.dataset(), checked.partition(), evidence.partition()).stream())
                : Stream.of(check);
    }
}
