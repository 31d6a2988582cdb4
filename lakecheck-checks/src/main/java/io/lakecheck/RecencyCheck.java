// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import io.lakecheck.lake.LakeException;
import io.lakecheck.lake.LakeObject;
import io.lakecheck.lake.Snapshot;
import io.lakecheck.partition.Span;
import io.lakecheck.value.Display;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Whether the partition holds data and its marker, and came in time. A dated partition is held against its deadline, an
 * undated one against the age of its newest object.
 *
 * @param marker name of the object that the job writes last, below the partition; empty where it writes none
 * @param sealed whether data written after the marker breaks it
 * @param grace how much later than the deadline is still in time
 * @param late what coming late counts as
 * @param maxAge how old the newest object of an undated dataset may be; empty for dated ones
 * @param quiet without a marker: for how long nothing in it may have changed before it counts as complete; empty for at
 *     once
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

    /** Clocks further apart than this can't be told from late data. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    /** Looked at so much later than judged, a run is a replay. Longer than a run takes. */
    private static final Duration REPLAY = Duration.ofHours(1);

    public RecencyCheck {
        if (grace.isNegative()) {
            throw new IllegalArgumentException("grace is never negative: " + grace);
        }
        if (maxAge.filter(age -> age.isNegative() || age.isZero()).isPresent()) {
            throw new IllegalArgumentException("maxAge is longer than nothing");
        }
        if (quiet.filter(span -> span.isNegative() || span.isZero()).isPresent()) {
            throw new IllegalArgumentException("quiet is longer than nothing");
        }
        if (quiet.isPresent() && marker.isPresent()) {
            throw new IllegalArgumentException(
                    "a marker says when a partition is complete, quiet guesses it; write only one of them");
        }
    }

    /** Complete at once, or at its marker. */
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
        String complete = marker.map(name -> Display.visible(name) + (sealed ? ", nothing after it" : ""))
                .or(() -> quiet.map(span -> "data, quiet for " + Display.duration(span)))
                .orElse("data");
        boolean lenient = maxAge.isEmpty() && late == Severity.WARN && severity == Severity.FAIL;
        return complete
                + maxAge.map(age -> ", at most " + Display.duration(age) + " old")
                        .orElse("")
                + (grace.isZero() ? "" : ", give or take " + Display.duration(grace))
                + (lenient ? ", late is a warning" : "");
    }

    @Override
    public Verdict judge(Evidence evidence) {
        Snapshot found = evidence.current();
        ZoneId zone = evidence.dataset().zone();
        if (found.clockError().abs().compareTo(CLOCK_TOLERANCE) > 0) {
            throw new LakeException(
                    LakeException.Reason.CLOCK,
                    "this machine's clock says "
                            + Display.moment(found.takenAt().plus(found.clockError()), zone) + " where the lake's says "
                            + Display.moment(found.takenAt(), zone) + "; set the clock right");
        }
        if (found.isEmpty()) {
            return broken(found.describeAbsence().replace("the partition is ", ""), due(evidence), "");
        }
        if (marker.isPresent() && found.marker().isEmpty()) {
            return broken(
                    "no " + Display.visible(marker.get()) + " beside " + found.bytes() + " in "
                            + Display.count(found.objects(), "object"),
                    due(evidence),
                    "");
        }
        if (sealed && found.grewAfterMarker()) {
            LakeObject last = found.newest().orElseThrow();
            return broken(
                    Display.visible(last.key()) + " was written at " + Display.moment(last.modified(), zone),
                    "nothing after " + Display.visible(marker.orElseThrow()) + " of "
                            + Display.moment(found.marker().orElseThrow().modified(), zone),
                    "the partition changed after it was complete");
        }
        Instant arrival = found.arrival().orElseThrow();
        Instant latest = found.takenAt().isAfter(evidence.now()) ? found.takenAt() : evidence.now();
        Optional<Verdict> unknowable = unknowable(evidence, arrival, found.takenAt());
        if (unknowable.isPresent()) {
            return unknowable.get();
        }
        Verdict inTime = evidence.partition()
                .span()
                .map(span -> byDeadline(arrival, span))
                .orElseGet(() -> byAge(arrival, evidence.now(), zone));
        Instant last = found.newest()
                .map(LakeObject::modified)
                .filter(arrival::isBefore)
                .orElse(arrival);
        if (last.isAfter(latest) && inTime.outcome() != Outcome.FAILED) {
            return Verdict.of(
                    Outcome.WARNED,
                    "written at " + Display.moment(last, zone),
                    "not in the future",
                    "it was looked at " + Display.moment(latest, zone));
        }
        Instant changed = found.changed().filter(arrival::isBefore).orElse(arrival);
        Duration still = Duration.between(changed, latest);
        if (quiet.filter(span -> still.compareTo(span) < 0).isPresent()) {
            return broken(
                    "changed " + Display.duration(still) + " ago, at " + Display.moment(changed, zone),
                    "quiet for " + Display.duration(quiet.get()),
                    "it may still be written to; look again, or wait for it (lakecheck.wait)");
        }
        return inTime;
    }

    /** Whether the data and the marker are there, whenever they came. */
    public boolean hasAll(Snapshot found) {
        return !found.isEmpty() && (marker.isEmpty() || found.marker().isPresent());
    }

    /**
     * What is still missing, where waiting may bring it; empty where it has arrived, be it late, or where waiting is in
     * vain.
     */
    public Optional<String> missing(Evidence evidence) {
        try {
            Verdict verdict = judge(evidence);
            boolean arrived =
                    verdict.outcome() == Outcome.PASSED || verdict.figures().containsKey(Figure.LATENESS);
            return arrived ? Optional.empty() : Optional.of(verdict.measured());
        } catch (LakeException e) {
            return e.reason().isTransient() ? Optional.of("could not look (" + e.reason() + ")") : Optional.empty();
        }
    }

    private Verdict byDeadline(Instant arrival, Span span) {
        Duration lateness = Duration.between(span.deadline(), arrival.atZone(span.zone()));
        boolean inTime = lateness.compareTo(grace) <= 0;
        String measured = "arrived " + Display.moment(arrival, span.zone()) + ", "
                + (lateness.isZero()
                        ? "on the second"
                        : Display.duration(lateness) + (lateness.isNegative() ? " early" : " late"));
        return Verdict.of(inTime ? Outcome.PASSED : late.broken(), measured, dueText(span), "")
                .with(Figure.LATENESS, lateness.toSeconds());
    }

    /**
     * What was there at a moment long gone can't be told from what is there now, unless nothing has been written since.
     */
    private static Optional<Verdict> unknowable(Evidence evidence, Instant arrival, Instant looked) {
        boolean isReplay = looked.isAfter(evidence.now().plus(REPLAY));
        return evidence.partition().span().isEmpty() && isReplay && arrival.isAfter(evidence.now())
                ? Optional.of(Verdict.skipped(
                        "written at "
                                + Display.moment(arrival, evidence.dataset().zone()),
                        "that is after the moment for which it is judged; how old the data was then is not known"))
                : Optional.empty();
    }

    private Verdict byAge(Instant arrival, Instant now, ZoneId zone) {
        Duration age = Duration.between(arrival, now);
        Duration shown = age.isNegative() ? Duration.ZERO : age;
        boolean fresh = maxAge.map(limit -> age.compareTo(limit) <= 0).orElse(true);
        return Verdict.of(
                        fresh ? Outcome.PASSED : severity.broken(),
                        "last written " + Display.moment(arrival, zone) + ", " + Display.duration(shown) + " ago",
                        maxAge.map(limit -> "at most " + Display.duration(limit))
                                .orElse(""),
                        "")
                .with(Figure.AGE, shown.toSeconds());
    }

    private Verdict broken(String measured, String expected, String reason) {
        return Verdict.of(severity.broken(), measured, expected, reason);
    }

    private String due(Evidence evidence) {
        return evidence.partition().span().map(this::dueText).orElse("");
    }

    private String dueText(Span span) {
        return "due " + Display.moment(span.deadline().toInstant(), span.zone())
                + (grace.isZero() ? "" : ", give or take " + Display.duration(grace));
    }
}
