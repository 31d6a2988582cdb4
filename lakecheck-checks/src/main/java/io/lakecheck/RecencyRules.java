// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import io.lakecheck.lake.LakeException;
import io.lakecheck.lake.LakeObject;
import io.lakecheck.lake.Snapshot;
import io.lakecheck.lake.TimelyData;
import io.lakecheck.partition.PeriodNames;
import io.lakecheck.partition.Span;
import io.lakecheck.value.ByteSize;
import io.lakecheck.value.Display;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The rules of a recency check. They are applied in a fixed order, and the first rule that returns a verdict decides.
 */
final class RecencyRules {

    /**
     * The maximum difference between this machine's clock and the lake's clock. If they differ by more, a late arrival
     * can't be distinguished from a clock error.
     */
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    /**
     * If a partition was listed more than this long after the time of the check, the check is considered a replay of
     * the past. A run that checks the present never takes that long.
     */
    private static final Duration REPLAY = Duration.ofHours(1);

    /** The maximum number of missing parts that a verdict names. */
    static final int MOST_PARTS = 7;

    private final RecencyCheck check;
    private final Evidence evidence;
    private final Snapshot found;

    RecencyRules(RecencyCheck check, Evidence evidence) {
        this.check = check;
        this.evidence = evidence;
        this.found = evidence.current();
    }

    Verdict verdict() {
        requireSameClock();
        return Stream.<Supplier<Optional<Verdict>>>of(
                        this::noData,
                        this::missingParts,
                        this::noMarker,
                        this::notFinished,
                        this::changedAfterMarker,
                        this::endsEarly,
                        this::writtenInFuture,
                        this::ageUnknown,
                        this::stillChanging)
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(this::timeliness);
    }

    private void requireSameClock() {
        if (found.clockError().abs().compareTo(CLOCK_TOLERANCE) > 0) {
            throw new LakeException(
                    LakeException.Reason.CLOCK,
                    "this machine's clock (" + moment(found.takenAt().plus(found.clockError()))
                            + ") and the lake's clock (" + moment(found.takenAt())
                            + ") differ by more than " + Display.duration(CLOCK_TOLERANCE)
                            + ", so times can't be compared. Synchronize this machine's clock");
        }
    }

    private Optional<Verdict> noData() {
        if (evidence.dataset().allowsEmpty(found)) {
            return found.isAbsent() ? Optional.of(Verdict.withoutData(found)) : Optional.empty();
        }
        return found.isEmpty()
                ? broken(found.describeAbsence(), Timeliness.deadline(check, evidence), "")
                : Optional.empty();
    }

    private Optional<Verdict> missingParts() {
        List<String> missing = found.isEmpty() ? List.of() : evidence.missingParts(evidence.partition());
        return missing.isEmpty()
                ? Optional.empty()
                : broken(
                        Display.count(found.objects(), "object") + " (" + found.bytes() + "), but without "
                                + Display.firstOf(MOST_PARTS, missing),
                        evidence.dataset().presence().parts().orElseThrow().describe(),
                        evidence.otherParts().orElse(""));
    }

    private Optional<Verdict> noMarker() {
        return check.marker()
                .filter(name -> found.marker().isEmpty())
                .flatMap(name -> broken(
                        Display.count(found.objects(), "object") + " (" + found.bytes() + "), but no "
                                + Display.visible(evidence.dataset()
                                        .markerOf(found.partition())
                                        .orElse(name)),
                        Timeliness.deadline(check, evidence),
                        ""));
    }

    private Optional<Verdict> notFinished() {
        return found.ignored()
                .leftover()
                .flatMap(object -> broken(
                        Display.visible(object.key()) + " written " + moment(object.modified()),
                        "no " + check.leftovers(),
                        "the job has not finished or did not clean up"));
    }

    private Optional<Verdict> changedAfterMarker() {
        if (!check.sealed() || !found.grewAfterMarker()) {
            return Optional.empty();
        }
        LakeObject last = found.newest().orElseThrow();
        return broken(
                Display.visible(last.key()) + " written " + moment(last.modified()),
                "no writes after " + Display.visible(check.marker().orElseThrow()) + " ("
                        + moment(found.marker().orElseThrow().modified()) + ")",
                "the partition changed after it was completed");
    }

    /** Data that was last written too long before the end of its period is incomplete, if that period is over. */
    private Optional<Verdict> endsEarly() {
        Optional<Span> over =
                evidence.partition().span().filter(span -> !evidence.now().isBefore(span.end()));
        Optional<TimelyData> early = over.flatMap(span -> check.arrival().endedEarly(span, found.data()));
        Optional<Instant> last =
                early.flatMap(TimelyData::newest).or(found::newest).map(LakeObject::modified);
        if (over.isEmpty() || last.isEmpty() || check.arrival().through().isEmpty()) {
            return Optional.empty();
        }
        Duration missing = Duration.between(last.get(), over.get().end());
        Duration most = check.arrival().through().get();
        return missing.compareTo(most) <= 0
                ? Optional.empty()
                : broken(
                        "last data written " + moment(last.get()) + ", " + Display.duration(missing)
                                + " before the end of its " + PeriodNames.unit(over.get()),
                        "at most " + Display.duration(most) + " before it",
                        early.map(this::stragglers).orElse(""));
    }

    private String stragglers(TimelyData early) {
        LakeObject last = found.newest().orElseThrow();
        return last.modified().isAfter(early.cutoff())
                ? "only " + new ByteSize(found.bytes().bytes() - early.bytes().bytes()) + " followed, the last at "
                        + moment(last.modified())
                : "";
    }

    /**
     * If an undated dataset was written after the time of the check, its earlier write times are lost. It is then
     * unknown how old its data was at the time of the check.
     */
    private Optional<Verdict> ageUnknown() {
        boolean isReplay = found.takenAt().isAfter(evidence.now().plus(REPLAY));
        return evidence.partition().span().isEmpty() && isReplay && arrival().isAfter(evidence.now())
                ? Optional.of(Verdict.skipped(
                        "last written " + moment(arrival()),
                        "this is after the time of the check (" + moment(evidence.now())
                                + "), so the age of the data at that time is unknown"))
                : Optional.empty();
    }

    private Optional<Verdict> writtenInFuture() {
        Instant last = found.newest()
                .map(LakeObject::modified)
                .filter(arrival()::isBefore)
                .orElse(arrival());
        return last.isAfter(evidence.time().latest()) && timeliness().outcome() != Outcome.FAILED
                ? Optional.of(Verdict.of(
                        Outcome.WARNED,
                        "last written " + moment(last),
                        "no later than " + moment(evidence.time().latest()),
                        "the write time is in the future"))
                : Optional.empty();
    }

    private Optional<Verdict> stillChanging() {
        Instant changed = found.changed().filter(arrival()::isBefore).orElse(arrival());
        Duration unchanged = Duration.between(changed, evidence.time().latest());
        return check.quiet()
                .filter(quiet -> unchanged.compareTo(quiet) < 0)
                .flatMap(quiet -> broken(
                        "last changed " + moment(changed) + ", " + Display.duration(unchanged) + " ago",
                        "no changes for " + Display.duration(quiet),
                        "the job may still be writing: check again later, or set lakecheck.wait to wait for the job"));
    }

    private Verdict timeliness() {
        return Timeliness.of(check, evidence, arrival());
    }

    private Instant arrival() {
        // A marker that all partitions share shows only when the most recent partition was written.
        return (evidence.dataset().sharesMarker() ? found.newest().map(LakeObject::modified) : found.arrival())
                .or(found::arrival)
                .orElseThrow();
    }

    private Optional<Verdict> broken(String measured, String expected, String reason) {
        return Optional.of(Verdict.of(check.severity().broken(), measured, expected, reason));
    }

    private String moment(Instant moment) {
        return Display.moment(moment, evidence.dataset().zone());
    }
}
