// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import io.lakecheck.lake.Arrival;
import io.lakecheck.lake.Completion;
import io.lakecheck.lake.LakeException;
import io.lakecheck.lake.Snapshot;
import io.lakecheck.partition.Partition;
import io.lakecheck.partition.Span;
import io.lakecheck.value.Display;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks that the partition contains data and, if required, a marker, and that it arrived in time. A dated partition
 * has a deadline; an undated one has a maximum age.
 *
 * @param completion the signs that the partition is complete
 * @param arrival when the data must have been written
 * @param late whether a late arrival fails the check or is only a warning
 * @param maxAge the maximum time since an undated dataset was last written; empty for no limit
 * @param severity whether any other violation fails the check or is only a warning: missing data, a missing marker, a
 *     leftover, data that was written after the marker, data that ends before its period, or data that is too old or
 *     still changing
 */
public record RecencyCheck(
        Completion completion, Arrival arrival, Severity late, Optional<Duration> maxAge, Severity severity)
        implements Check {

    /** The check with all defaults, which requires only data. */
    static final RecencyCheck OF_ANY_DATA =
            new RecencyCheck(Optional.empty(), true, Duration.ZERO, Severity.WARN, Optional.empty(), Severity.FAIL);

    public RecencyCheck {
        if (maxAge.filter(age -> age.isNegative() || age.isZero()).isPresent()) {
            throw new IllegalArgumentException("maxAge must be positive, but was " + maxAge.get());
        }
    }

    /** Creates a check that does not require any object to be absent. */
    public RecencyCheck(
            Optional<String> marker,
            boolean sealed,
            Duration grace,
            Severity late,
            Optional<Duration> maxAge,
            Optional<Duration> quiet,
            Severity severity) {
        this(new Completion(marker, sealed, List.of(), quiet), Arrival.within(grace), late, maxAge, severity);
    }

    /** Creates a check without {@code quiet}. */
    public RecencyCheck(
            Optional<String> marker,
            boolean sealed,
            Duration grace,
            Severity late,
            Optional<Duration> maxAge,
            Severity severity) {
        this(marker, sealed, grace, late, maxAge, Optional.empty(), severity);
    }

    /** Returns the path of the object that the job writes last; empty if the job writes no marker. */
    public Optional<String> marker() {
        return completion.marker();
    }

    /** Returns whether data that is written after the marker is a violation. */
    public boolean sealed() {
        return completion.sealed();
    }

    /** Returns a copy of this check for which data may be written after the marker. */
    public RecencyCheck unsealed() {
        return new RecencyCheck(
                new Completion(marker(), false, completion.absent(), quiet()), arrival, late, maxAge, severity);
    }

    /**
     * Returns how long a partition without a marker must remain unchanged, or empty if no quiet period is configured.
     */
    public Optional<Duration> quiet() {
        return completion.quiet();
    }

    /** Returns the time after the deadline during which an arrival still counts as in time. */
    public Duration grace() {
        return arrival.grace();
    }

    /** Returns the latest time at which the data of a span can be written and still be on time. */
    Instant cutoff(Span span) {
        return span.deadline().toInstant().plus(grace());
    }

    @Override
    public String name() {
        return "recency";
    }

    @Override
    public String describe() {
        boolean lateOnlyWarns = maxAge.isEmpty() && late == Severity.WARN && severity == Severity.FAIL;
        return Stream.of(
                                marker().map(Display::visible).orElse("any data"),
                                marker().isPresent() && sealed() ? "with no writes after it" : "",
                                completion.absent().isEmpty() ? "" : "no " + leftovers(),
                                quiet().map(span -> "unchanged for " + Display.duration(span))
                                        .orElse(""),
                                maxAge.map(age -> "at most " + Display.duration(age) + " old")
                                        .orElse(""),
                                arrival.share()
                                        .map(share -> share + " of the bytes by the deadline")
                                        .orElse(""),
                                arrival.through()
                                        .map(span -> "newest object at most " + Display.duration(span)
                                                + " before the end of its period")
                                        .orElse(""),
                                grace().isZero() ? "" : "with a grace period of " + Display.duration(grace()))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(", "))
                + (lateOnlyWarns ? "; if late, only a warning" : "");
    }

    /** Returns the globs for objects that must be absent, as shown in messages. */
    String leftovers() {
        return completion.absent().stream().map(Display::visible).collect(Collectors.joining(" or "));
    }

    @Override
    public Set<Partition> needs(Evidence evidence) {
        Set<Partition> needed = evidence.partsFrom(evidence.partition()).collect(Collectors.toCollection(HashSet::new));
        needed.add(evidence.partition());
        needed.removeIf(evidence::has);
        return needed;
    }

    @Override
    public Verdict judge(Evidence evidence) {
        return new RecencyRules(this, evidence).verdict();
    }

    /** Returns whether the partition contains data and, if required, a marker, no matter when they arrived. */
    public boolean isComplete(Snapshot found) {
        return !found.isEmpty() && (marker().isEmpty() || found.marker().isPresent());
    }

    /**
     * Describes why the partition does not count as arrived yet, for example {@code absent}. The result is empty if the
     * partition has arrived, in time or late, if it may be absent, or if it can't be listed for a reason that is not
     * transient.
     */
    public Optional<String> missing(Evidence evidence) {
        try {
            Verdict verdict = judge(evidence);
            boolean arrived = verdict.outcome() == Outcome.PASSED
                    || verdict.figures().containsKey(Figure.LATENESS)
                    || evidence.dataset().allowsEmpty(evidence.current());
            return arrived ? Optional.empty() : Optional.of(verdict.measured());
        } catch (LakeException e) {
            return e.reason().isTransient() ? Optional.of("could not be listed: " + e.reason()) : Optional.empty();
        }
    }
}
