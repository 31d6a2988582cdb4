// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.Dataset;
import io.lakecheck.lake.Arrival;
import io.lakecheck.lake.LakeObject;
import io.lakecheck.lake.ObjectStats;
import io.lakecheck.lake.Plausibility;
import io.lakecheck.lake.RunStats;
import io.lakecheck.lake.Snapshot;
import io.lakecheck.lake.Subtotals;
import io.lakecheck.lake.TimelyData;
import io.lakecheck.partition.Partition;
import io.lakecheck.partition.Span;
import io.lakecheck.value.Display;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A past partition of a dataset.
 *
 * @param found what the partition contains. Its deadline is the end of the period, because the real one is not known
 *     yet.
 */
record PastPartition(Snapshot found) {

    /** The part of a period within which a job writes all its data, unlike a stream. */
    private static final int BRIEF = 8;

    Partition partition() {
        return found.partition();
    }

    Span span() {
        return partition().span().orElseThrow();
    }

    /** Returns the total size of the data. */
    long bytes() {
        return found.bytes().bytes();
    }

    /** Returns the number of data objects. */
    long objects() {
        return found.objects();
    }

    /** Returns the partition's label, safe to print. */
    String label() {
        return Display.visible(partition().label());
    }

    boolean hasData() {
        return bytes() > 0;
    }

    boolean hasMarker() {
        return found.marker().isPresent();
    }

    /** Returns whether data was written after the marker. */
    boolean grewAfterMarker() {
        return found.grewAfterMarker();
    }

    /**
     * Returns the time from the end of the period to the time at which the partition became complete: the time at which
     * its marker was written or, if it has no marker, nearly all of its data. The result is negative if that was before
     * the end of the period, and empty if there is neither a marker nor data.
     */
    Optional<Duration> lateness() {
        return arrival().map(arrival -> Duration.between(span().end(), arrival));
    }

    private Optional<Instant> arrival() {
        return found.marker()
                .or(() -> found.newest().filter(newest -> hasData()).map(this::last))
                .map(LakeObject::modified);
    }

    /** Returns the last object except stragglers, which arrive later but contain few of the bytes. */
    private LakeObject last(LakeObject newest) {
        Instant earliest = Plausibility.earliest(span());
        return found.data().subtotals().timely().stream()
                .filter(timely ->
                        timely.cutoff().equals(earliest) || !timely.cutoff().isBefore(span().end()))
                .filter(timely -> Arrival.within(Duration.ZERO).accepts(timely.bytes(), found.bytes()))
                .flatMap(timely -> timely.newest().stream())
                .findFirst()
                .orElse(newest);
    }

    /** Returns whether the partition has no marker, and its last object was written after a deadline. */
    boolean hasStragglers(Duration due) {
        return found.marker().isEmpty() && hasWritesAfter(deadline(due));
    }

    /** Returns whether the partition was complete by a deadline, but further objects were written after it. */
    boolean growsAfter(Duration due) {
        Instant deadline = deadline(due);
        return arrival().filter(time -> !time.isAfter(deadline)).isPresent() && hasWritesAfter(deadline);
    }

    private boolean hasWritesAfter(Instant time) {
        return found.newest().filter(newest -> newest.modified().isAfter(time)).isPresent();
    }

    /**
     * Returns by how many periods the name is probably later than the data. If a job, unlike a stream, had written
     * everything in the first half of the period, the folder is named after the time at which the job ran, and its data
     * belongs to the period before. If it had written everything before a day or longer period began, the name is one
     * of the future. Hours may be those of another time zone.
     */
    long lead() {
        Span span = span();
        Duration length = Duration.between(span.begin(), span.end());
        boolean isBrief = found.oldest()
                .flatMap(first -> arrival().map(last -> Duration.between(first.modified(), last)))
                .filter(duration -> duration.compareTo(length.dividedBy(BRIEF)) <= 0)
                .isPresent();
        return arrival()
                .filter(any -> hasMarker() || (isBrief && !span.period().isWithinDay()))
                .map(time -> lead(span, time))
                .orElse(0L);
    }

    private static long lead(Span span, Instant written) {
        if (written.isBefore(span.begin())) {
            LocalDateTime time = LocalDateTime.ofInstant(written, span.zone());
            return span.period().isWithinDay()
                    ? 0
                    : 1 + span.period().count(span.period().floor(time), span.from());
        }
        Duration length = Duration.between(span.begin(), span.end());
        return written.isAfter(span.begin().plus(length.dividedBy(2))) ? 0 : 1;
    }

    /**
     * Returns whether the partition's deadline has passed.
     *
     * @param due the deadline, as the time after the end of the period
     */
    boolean isDue(Instant now, Duration due) {
        return !deadline(due).isAfter(now);
    }

    Instant deadline(Duration due) {
        Span span = span();
        return new Span(span.period(), span.from(), span.zone(), due).deadline().toInstant();
    }

    /**
     * Returns a copy that takes less memory: of the data written by certain times, only that written by a deadline.
     *
     * @param through how close to the end of its period the last write must be
     */
    PastPartition reducedTo(Duration due, Optional<Duration> through) {
        Arrival arrival = new Arrival(Duration.ZERO, Optional.empty(), through);
        return new PastPartition(withCutoffs(
                partition(),
                Stream.of(
                                Stream.of(Plausibility.earliest(span()), deadline(due)),
                                arrival.lastTooEarly(span()).stream())
                        .flatMap(moments -> moments)
                        .sorted()
                        .toList()));
    }

    /** Returns the snapshot of the same partition in a suggested dataset. */
    Snapshot in(Dataset dataset, Partition same) {
        return withCutoffs(same, dataset.cutoffs(same));
    }

    /** Returns the partition with a marker that it shares with others. */
    PastPartition with(SharedMarker marker) {
        return new PastPartition(found.withMarker(Optional.of(marker.object())));
    }

    /** Returns the runs as partitions, or this partition if runs are not checked one by one. */
    Stream<PastPartition> runs() {
        return found.data().subtotals().runs().isEmpty()
                ? Stream.of(this)
                : found.runs().values().stream().map(PastPartition::new);
    }

    private Snapshot withCutoffs(Partition same, List<Instant> cutoffs) {
        return new Snapshot(
                same,
                withCutoffs(found.data(), found.marker(), cutoffs),
                found.marker(),
                found.ignored(),
                found.fingerprint(),
                found.answer(),
                found.changed());
    }

    private static ObjectStats withCutoffs(ObjectStats data, Optional<LakeObject> marker, List<Instant> cutoffs) {
        List<TimelyData> timely = marker.isPresent()
                ? List.of()
                : cutoffs.stream().flatMap(cutoff -> by(cutoff, data).stream()).toList();
        List<RunStats> runs = data.subtotals().runs().stream()
                .map(run -> new RunStats(run.name(), withCutoffs(run.data(), run.marker(), cutoffs), run.marker()))
                .toList();
        return new ObjectStats(
                data.count(),
                data.bytes(),
                data.smallest(),
                data.largest(),
                data.oldest(),
                data.newest(),
                new Subtotals(timely, data.subtotals().parts(), runs));
    }

    /** Returns the data written by a time or, if that is unknown, by the last earlier time for which it is known. */
    private static Optional<TimelyData> by(Instant cutoff, ObjectStats data) {
        return data.newest()
                .filter(newest -> !newest.modified().isAfter(cutoff))
                .map(newest -> new TimelyData(cutoff, data.bytes(), Optional.of(newest)))
                .or(() -> data.subtotals().timely().stream()
                        .filter(known -> !known.cutoff().isAfter(cutoff))
                        .reduce((earlier, later) -> later)
                        .map(known -> new TimelyData(cutoff, known.bytes(), known.newest())));
    }
}
