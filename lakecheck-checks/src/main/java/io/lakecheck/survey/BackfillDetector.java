// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.Evidence;
import io.lakecheck.Figure;
import io.lakecheck.RecencyCheck;
import io.lakecheck.Verdict;
import io.lakecheck.lake.LakeObject;
import io.lakecheck.lake.Snapshot;
import io.lakecheck.partition.Span;
import io.lakecheck.value.Display;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Detects past partitions that were copied, restored, backfilled or rewritten. The last-write times of such partitions
 * no longer show when they arrived.
 *
 * <p>A backfill consists of three or more partitions that span at least a week and were all written within a day of
 * each other, each after its deadline. A single partition was rewritten if all its data was written more than a day
 * after its deadline, and not before the next partition; a dataset that is always late is written in order. If most
 * partitions were rewritten, for example by a weekly compaction, so were the others that were written at the same time
 * and after their deadlines. An outage can't be distinguished from a rewrite, except for its last day.
 */
final class BackfillDetector {

    /** The minimum number of partitions in a backfill. */
    static final int MIN_PARTITIONS = 3;

    /** The minimum number of days to list so that two of their partitions can be a week apart. */
    static final int MIN_DAYS = 8;

    private static final Duration LONGEST_BACKFILL = Duration.ofDays(1);

    /** The minimum time from the deadline to the first write of a rewritten partition. */
    private static final Duration SHORTEST_DELAY = Duration.ofDays(1);

    private static final Duration SHORTEST_RANGE = Duration.ofDays(MIN_DAYS - 1);

    private final NavigableMap<Instant, List<LocalDateTime>> overdue = new TreeMap<>();

    /** The time of the last write of each partition that exists, by the start of its period. */
    private final NavigableMap<LocalDateTime, Instant> writes = new TreeMap<>();

    /** The last writes of the partitions that were rewritten. */
    private final NavigableSet<Instant> rewrites = new TreeSet<>();

    private boolean isRewrittenRegularly;

    private BackfillDetector() {}

    /** Creates a detector that looks for backfills among the given past partitions. */
    static BackfillDetector among(Collection<Evidence> past) {
        BackfillDetector detector = new BackfillDetector();
        past.forEach(evidence -> written(evidence)
                .ifPresent(written -> detector.writes.put(span(evidence).from(), written)));
        past.forEach(evidence -> overdue(evidence).ifPresent(written -> detector.overdue
                .computeIfAbsent(written, moment -> new ArrayList<>())
                .add(span(evidence).from())));
        List<Evidence> rewritten = past.stream().filter(detector::isRewritten).toList();
        rewritten.forEach(evidence -> written(evidence).ifPresent(detector.rewrites::add));
        detector.isRewrittenRegularly = rewritten.size() * 2 > detector.writes.size();
        return detector;
    }

    /**
     * Returns the verdict on the recency of a past partition. It is SKIPPED if the partition is complete but late and
     * was written during a backfill or rewritten. Missing data, parts or markers, leftovers, and data that ends early
     * are still reported.
     */
    Verdict verdict(RecencyCheck recency, Evidence evidence) {
        Verdict verdict = recency.verdict(evidence);
        return verdict.outcome().isViolation() && recency.isComplete(evidence.current())
                ? overdue(evidence)
                        .flatMap(written -> skipped(written, verdict, recency, evidence))
                        .orElse(verdict)
                : verdict;
    }

    private Optional<Verdict> skipped(Instant written, Verdict verdict, RecencyCheck recency, Evidence evidence) {
        Optional<Verdict> backfilled =
                isOnlyUntimely(recency, evidence) ? backfilled(written, evidence) : Optional.empty();
        return backfilled.isEmpty() && isLate(verdict) ? rewritten(written, evidence) : backfilled;
    }

    /**
     * Returns whether nothing but the write times is wrong. A backfill can also change the order in which the data and
     * the marker were written.
     */
    private static boolean isOnlyUntimely(RecencyCheck recency, Evidence evidence) {
        Verdict verdict = recency.unsealed().judge(evidence);
        return !verdict.outcome().isViolation() || isLate(verdict);
    }

    private static boolean isLate(Verdict verdict) {
        return verdict.figures().containsKey(Figure.LATENESS);
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

    private Optional<Verdict> rewritten(Instant written, Evidence evidence) {
        boolean isTogether = isRewrittenRegularly
                && isAllAfter(deadline(evidence), evidence)
                && !rewrites.subSet(written.minus(LONGEST_BACKFILL), true, written.plus(LONGEST_BACKFILL), true)
                        .isEmpty();
        return isTogether || isRewritten(evidence)
                ? Optional.of(Verdict.skipped(
                        "last written "
                                + Display.moment(written, evidence.dataset().zone()) + ", "
                                + Display.duration(Duration.between(deadline(evidence), written))
                                + " after the deadline",
                        "nothing from before the deadline is left, so the partition was probably rewritten, and its"
                                + " arrival time is unknown"))
                : Optional.empty();
    }

    private boolean isRewritten(Evidence evidence) {
        Span span = span(evidence);
        Map.Entry<LocalDateTime, Instant> next = writes.higherEntry(span.from());
        Duration halfPeriod = Duration.between(span.begin(), span.end()).dividedBy(2);
        return isAllAfter(deadline(evidence).plus(SHORTEST_DELAY), evidence)
                && next != null
                && written(evidence)
                        .filter(written -> next.getValue().isBefore(written.plus(halfPeriod)))
                        .isPresent();
    }

    /** Returns whether the partition exists and all its objects were written after the given moment. */
    private static boolean isAllAfter(Instant moment, Evidence evidence) {
        return evidence.observations().get(evidence.partition()) instanceof Snapshot found
                && !found.isAbsent()
                && Stream.concat(found.oldest().stream(), found.marker().stream())
                        .map(LakeObject::modified)
                        .allMatch(moment::isBefore);
    }

    private static Span span(Evidence evidence) {
        return evidence.partition().span().orElseThrow();
    }

    private static Instant deadline(Evidence evidence) {
        return span(evidence).deadline().toInstant();
    }

    /** Returns the time of the partition's last write if it is after the deadline; otherwise empty. */
    private static Optional<Instant> overdue(Evidence evidence) {
        return written(evidence).filter(deadline(evidence)::isBefore);
    }

    /** Returns the time of the last write to the partition; empty if it is absent or could not be listed. */
    private static Optional<Instant> written(Evidence evidence) {
        return evidence.observations().get(evidence.partition()) instanceof Snapshot found
                ? Stream.concat(found.newest().stream(), found.marker().stream())
                        .map(LakeObject::modified)
                        .max(Instant::compareTo)
                : Optional.empty();
    }
}
