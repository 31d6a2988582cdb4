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
 * Which of a dataset's past partitions were copied, restored or written anew since, so that their times of last write
 * no longer tell when they came: those of three or more periods, a week or more from the first to the last, that were
 * all written within a day of each other and each after its deadline. A day that came late is not among them, nor are
 * those of an outage of less than a week that were caught up with at once; those of a longer one can't be told from a
 * copy.
 */
final class BackfillDetector {

    /** So many of them tell a copy. */
    static final int LEAST = 3;

    /** In so many days there are two that lie far enough apart. */
    static final int DAYS = 8;

    private static final Duration TOGETHER = Duration.ofDays(1);
    private static final Duration APART = Duration.ofDays(DAYS - 1);

    private final NavigableMap<Instant, List<LocalDateTime>> overdue = new TreeMap<>();

    private BackfillDetector() {}

    /** Goes by what was found in the partition of each. */
    static BackfillDetector among(Collection<Evidence> past) {
        BackfillDetector copies = new BackfillDetector();
        past.forEach(evidence -> overdue(evidence).ifPresent(written -> copies.overdue
                .computeIfAbsent(written, moment -> new ArrayList<>())
                .add(evidence.partition().span().orElseThrow().from())));
        return copies;
    }

    /**
     * The verdict on a past partition: SKIPPED where nothing but times of writing speaks against it, and those are a
     * copy's. Data or a marker that is missing still tells.
     */
    Verdict judged(RecencyCheck recency, Evidence evidence) {
        Verdict verdict = recency.verdict(evidence);
        boolean rings = verdict.outcome() == Outcome.WARNED || verdict.outcome() == Outcome.FAILED;
        return rings && recency.isComplete(evidence.current())
                ? overdue(evidence)
                        .flatMap(written -> instead(written, evidence))
                        .orElse(verdict)
                : verdict;
    }

    private Optional<Verdict> instead(Instant written, Evidence evidence) {
        Map<Instant, List<LocalDateTime>> together =
                overdue.subMap(written.minus(TOGETHER), true, written.plus(TOGETHER), true);
        List<LocalDateTime> periods =
                together.values().stream().flatMap(List::stream).sorted().toList();
        return periods.size() >= LEAST && !periods.get(0).plus(APART).isAfter(periods.get(periods.size() - 1))
                ? Optional.of(Verdict.skipped(
                        "last written "
                                + Display.moment(written, evidence.dataset().zone()) + ", within a day of "
                                + (periods.size() - 1) + " other overdue partitions",
                        "that tells of a copy, a restore or a backfill, not of when it came"))
                : Optional.empty();
    }

    /** When it was written last, where that was after its deadline. */
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
