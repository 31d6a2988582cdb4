// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import io.lakecheck.lake.LakeException;
import io.lakecheck.lake.Snapshot;
import io.lakecheck.value.Display;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks that the partition holds data and its marker, and arrived in time. A dated partition has a deadline; an
 * undated one has a maximum age of its newest object.
 *
 * @param marker name of the object that the job writes last, below the partition; empty if it writes none
 * @param sealed whether data written after the marker breaks the check
 * @param grace how much later than the deadline is still in time
 * @param late what a late arrival counts as
 * @param maxAge maximum age of the newest object of an undated dataset; empty for dated ones
 * @param quiet without a marker: how long the partition must be unchanged before it counts as complete; empty for no
 *     time
 * @param severity what missing data, a missing marker, data after it, or data that still changes counts as
 */
public record RecencyCheck(
        Optional<String> marker,
        boolean sealed,
        Duration grace,
        Severity late,
        Optional<Duration> maxAge,
        Optional<Duration> quiet,
        Severity severity)
        implements Check {

    public RecencyCheck {
        if (grace.isNegative()) {
            throw new IllegalArgumentException("grace must not be negative: " + grace);
        }
        if (maxAge.filter(age -> age.isNegative() || age.isZero()).isPresent()) {
            throw new IllegalArgumentException("maxAge must be longer than 0");
        }
        if (quiet.filter(span -> span.isNegative() || span.isZero()).isPresent()) {
            throw new IllegalArgumentException("quiet must be longer than 0");
        }
        if (quiet.isPresent() && marker.isPresent()) {
            throw new IllegalArgumentException(
                    "marker and quiet exclude each other: a partition with a marker is complete when the marker exists."
                            + " Remove one of them");
        }
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

    @Override
    public String name() {
        return "recency";
    }

    @Override
    public String describe() {
        boolean lateOnlyWarns = maxAge.isEmpty() && late == Severity.WARN && severity == Severity.FAIL;
        return Stream.of(
                        marker.map(Display::visible).orElse("data"),
                        marker.isPresent() && sealed ? "no writes after it" : "",
                        quiet.map(span -> "no changes for " + Display.duration(span))
                                .orElse(""),
                        maxAge.map(age -> "at most " + Display.duration(age) + " old")
                                .orElse(""),
                        grace.isZero() ? "" : Display.duration(grace) + " of grace",
                        lateOnlyWarns ? "late arrival only warns" : "")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    @Override
    public Verdict judge(Evidence evidence) {
        return new RecencyRules(this, evidence).verdict();
    }

    /** Returns whether the data and the marker exist, whenever they arrived. */
    public boolean isComplete(Snapshot found) {
        return !found.isEmpty() && (marker.isEmpty() || found.marker().isPresent());
    }

    /**
     * Returns what is missing and may still arrive; empty if the partition has arrived, even if late, or if waiting
     * can't help.
     */
    public Optional<String> missing(Evidence evidence) {
        try {
            Verdict verdict = judge(evidence);
            boolean arrived =
                    verdict.outcome() == Outcome.PASSED || verdict.figures().containsKey(Figure.LATENESS);
            return arrived ? Optional.empty() : Optional.of(verdict.measured());
        } catch (LakeException e) {
            return e.reason().isTransient() ? Optional.of("could not be listed: " + e.reason()) : Optional.empty();
        }
    }
}
