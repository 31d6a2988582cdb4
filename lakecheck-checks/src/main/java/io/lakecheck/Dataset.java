// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import io.lakecheck.baseline.Exclusion;
import io.lakecheck.baseline.Volume;
import io.lakecheck.delivery.Metrics;
import io.lakecheck.lake.ObjectFilter;
import io.lakecheck.lake.Snapshot;
import io.lakecheck.partition.Calendar;
import io.lakecheck.partition.Location;
import io.lakecheck.partition.Partition;
import io.lakecheck.partition.Period;
import io.lakecheck.partition.Span;
import io.lakecheck.value.Display;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One output of a job: where it lies, when it is due, and what is checked. Knows its partitions by date without looking
 * at a lake.
 *
 * @param name what findings call it
 * @param location where its partitions are
 * @param zone whose local time dates and deadlines are in
 * @param due how long after its period's end a partition must be complete, on the wall clock
 * @param calendar on which days data is expected
 * @param filter which objects are data
 * @param checks at least one; at most one marker between them
 * @param dimensions names and values of metric dimensions that replace the ones derived from the location
 */
public record Dataset(
        String name,
        Location location,
        ZoneId zone,
        Duration due,
        Calendar calendar,
        ObjectFilter filter,
        List<Check> checks,
        Map<String, String> dimensions) {

    /** How far back a period is sought that the calendar expects: longer than any holiday, short enough to end. */
    private static final int SEARCH = 24 * 400;

    public Dataset {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a dataset has no name");
        }
        if (checks.isEmpty()) {
            throw new IllegalArgumentException(
                    "nothing is checked; write at least one of recency, size, delta, complete");
        }
        if (markers(checks).distinct().count() > 1) {
            throw new IllegalArgumentException("a dataset has one marker; give each recency the same one");
        }
        if (due.isNegative()) {
            throw new IllegalArgumentException("due is never before the end of the period: " + due);
        }
        Metrics.checkDimensions(dimensions);
        checks = List.copyOf(checks);
        dimensions = Map.copyOf(dimensions);
    }

    /** The name of the object that a job writes last, if one is checked for. */
    public Optional<String> marker() {
        return markers(checks).findFirst();
    }

    /** Whether data written after the marker is allowed. */
    public boolean mayGrowAfterMarker() {
        return checks.stream().anyMatch(check -> check instanceof RecencyCheck recency && !recency.sealed());
    }

    /** The size limits that all good partitions keep, from its size checks that fail. */
    Stream<SizeCheck> sizes() {
        return checks.stream()
                .filter(SizeCheck.class::isInstance)
                .map(SizeCheck.class::cast)
                .filter(size -> size.severity() == Severity.FAIL);
    }

    /**
     * The newest partition that the calendar expects and whose deadline has passed; where it has expected none for
     * long, the newest of all. Of an undated dataset, its only one.
     */
    public Partition newestDue(Instant now) {
        return location.period()
                .map(period -> {
                    LocalDateTime probably =
                            period.floor(LocalDateTime.ofInstant(now, zone).minus(due));
                    Span newest = new Span(period, period.step(probably, 1), zone, due);
                    return Stream.concat(earlier(newest).filter(calendar::expects), earlier(newest))
                            .filter(span -> !span.deadline().toInstant().isAfter(now))
                            .findFirst()
                            .map(location::at)
                            .orElseThrow();
                })
                .orElseGet(location::undated);
    }

    /**
     * The partition with this name: a path as the location writes it ({@code dt=2026-01-02}) or its ISO date
     * ({@code 2026-01-02}, {@code 2026-01-02T05}).
     *
     * @throws IllegalArgumentException where it names none
     */
    public Partition partition(String text) {
        Period period = location.period()
                .orElseThrow(() -> new IllegalArgumentException("dataset " + name
                        + " has no dates in its location and so no partition " + Display.visible(text)));
        Span span = location.timeOf(text)
                .map(from -> new Span(period, from, zone, due))
                .orElseThrow(() -> new IllegalArgumentException("dataset " + name + " has no partition "
                        + Display.visible(text) + "; write a date such as 2026-01-02, or a path as in " + location));
        if (!span.exists()) {
            throw new IllegalArgumentException("dataset " + name + " has no partition " + Display.visible(text)
                    + ": the clock of " + zone + " skips that " + period);
        }
        return location.at(span);
    }

    /** Whether the calendar expects this partition; an undated one always is. */
    public boolean expects(Partition partition) {
        return partition.span().map(calendar::expects).orElse(true);
    }

    /**
     * Earlier partitions that the calendar expects, nearest first; none of an undated dataset. Ends after some years.
     */
    public Stream<Partition> before(Partition partition) {
        // Not flatMap: on Java 17 what follows it first takes all there is.
        return partition
                .span()
                .map(span -> earlier(span.step(-1)))
                .orElseGet(Stream::empty)
                .filter(calendar::expects)
                .map(location::at);
    }

    private Stream<Span> earlier(Span from) {
        return Stream.iterate(from, span -> span.step(-1)).limit(SEARCH).filter(Span::exists);
    }

    /** Its recency checks. */
    public Stream<RecencyCheck> recencies() {
        return recencies(checks);
    }

    private static Stream<RecencyCheck> recencies(List<Check> checks) {
        return checks.stream().filter(RecencyCheck.class::isInstance).map(RecencyCheck.class::cast);
    }

    private static Stream<String> markers(List<Check> checks) {
        return recencies(checks).map(RecencyCheck::marker).flatMap(Optional::stream);
    }

    /** Returns why a partition is unfit for a baseline; empty if it is fit. */
    Optional<Exclusion> exclusion(Snapshot snapshot, Volume of) {
        return incompleteness(snapshot)
                .or(() -> Optional.of(Exclusion.NO_BYTES).filter(nothing -> of.in(snapshot) == 0))
                .or(() -> Optional.of(Exclusion.OUTSIDE_SIZE_LIMITS)
                        .filter(outside -> !sizes().allMatch(size -> size.holds(snapshot))));
    }

    /** Returns why a partition is incomplete, whatever its size; empty if it is complete. */
    Optional<Exclusion> incompleteness(Snapshot snapshot) {
        if (snapshot.isAbsent()) {
            return Optional.of(Exclusion.ABSENT);
        }
        if (snapshot.isEmpty()) {
            return Optional.of(Exclusion.EMPTY);
        }
        if (marker().isPresent() && snapshot.marker().isEmpty()) {
            return Optional.of(Exclusion.NO_MARKER);
        }
        return !mayGrowAfterMarker() && snapshot.grewAfterMarker()
                ? Optional.of(Exclusion.CHANGED_AFTER_MARKER)
                : Optional.empty();
    }
}
