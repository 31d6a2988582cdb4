// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.Evidence;
import io.lakecheck.Outcome;
import io.lakecheck.RecencyCheck;
import io.lakecheck.Verdict;
import io.lakecheck.lake.LakeObject;
import io.lakecheck.lake.Snapshot;
import io.lakecheck.value.Display;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Detects past partitions that were copied, restored or backfilled. The last-write times of such partitions no longer
 * show when they arrived. A backfill consists of three or more partitions that span at least a week and were all
 * written within a day of each other, each after its deadline. A single late day is not a backfill. Neither is an
 * outage of less than a week, even if all its data was written at once afterwards. A longer outage can't be
 * distinguished from a backfill.
 */
final class BackfillDetector {

    /** The minimum number of partitions in a backfill. */
    static final int MIN_PARTITIONS = 3;

    /** The minimum number of days to list so that two of their partitions can be a week apart. */
    static final int MIN_DAYS = 8;

    private static final Duration LONGEST_BACKFILL = Duration.ofDays(1);
    private static final Duration SHORTEST_RANGE = Duration.ofDays(MIN_DAYS - 1);

    private final NavigableMap<Instant, List<LocalDateTime>> overdue = new TreeMap<>();

    private BackfillDetector() {}

    /** Creates a detector that looks for backfills among the given past partitions. */
    static BackfillDetector among(Collection<Evidence> past) {
        BackfillDetector detector = new BackfillDetector();
        past.forEach(evidence -> overdue(evidence).ifPresent(written -> detector.overdue
                .computeIfAbsent(written, moment -> new ArrayList<>())
                .add(evidence.partition().span().orElseThrow().from())));
        return detector;
    }

    /**
     * Returns the verdict on the recency of a past partition. It is SKIPPED if the partition is complete but late and
     * was written during a backfill; missing data or a missing marker is still reported.
     */
    Verdict verdict(RecencyCheck recency, Evidence evidence) {
        Verdict verdict = recency.verdict(evidence);
        boolean alerts = verdict.outcome() == Outcome.WARNED || verdict.outcome() == Outcome.FAILED;
        return alerts && recency.isComplete(evidence.current())
                ? overdue(evidence)
                        .flatMap(written -> backfilled(written, evidence))
                        .orElse(verdict)
                : verdict;
    }

    private Optional<Verdict> backfilled(Instant written, Evidence evidence) {
        Map<Instant, List<LocalDateTime>> together =
                overdue.subMap(written.minus(LONGEST_BACKFILL), true, written.plus(LONGEST_BACKFILL), true);
        List<LocalDateTime> periods =
                together.values().stream().flatMap(List::stream).sorted().toList();
        return periods.size() >= MIN_PARTITIONS
                        && !periods.get(0).plus(SHORTEST_RANGE).isAfter(periods.get(periods.size() - 1))
                ? Optional.of(Verdict.skipped(
                        "last written "
                                + Display.moment(written, evidence.dataset().zone()) + ", within a day of "
                                + (periods.size() - 1) + " other overdue partitions",
                        "probably copied, restored or backfilled, so the arrival time is unknown"))
                : Optional.empty();
    }

    /** Returns the time of the partition's last write if it is after the deadline; otherwise empty. */
    private static Optional<Instant> overdue(Evidence evidence) {
        return evidence.observations().get(evidence.partition()) instanceof Snapshot found
                ? Stream.concat(found.newest().stream(), found.marker().stream())
                        .map(LakeObject::modified)
                        .max(Instant::compareTo)
                        .filter(evidence.partition()
                                .span()
                                .orElseThrow()
                                .deadline()
                                .toInstant()::isBefore)
                : Optional.empty();
    }
}
