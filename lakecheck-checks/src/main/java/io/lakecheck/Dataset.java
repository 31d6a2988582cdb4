// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import io.lakecheck.baseline.Exclusion;
import io.lakecheck.delivery.Metrics;
import io.lakecheck.lake.Glob;
import io.lakecheck.lake.ObjectFilter;
import io.lakecheck.lake.ObjectRoles;
import io.lakecheck.lake.Plausibility;
import io.lakecheck.lake.Presence;
import io.lakecheck.lake.Snapshot;
import io.lakecheck.partition.Calendar;
import io.lakecheck.partition.Location;
import io.lakecheck.partition.MarkerPath;
import io.lakecheck.partition.Partition;
import io.lakecheck.partition.Period;
import io.lakecheck.partition.Schedule;
import io.lakecheck.partition.Span;
import io.lakecheck.value.Display;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One output of a job, with its location, deadline and checks. It computes the paths of its partitions from dates,
 * without access to a lake.
 *
 * @param name the name in findings
 * @param location the template of the partitions' paths
 * @param schedule the time zone, the deadline of each partition, and the days for which partitions are expected
 * @param filter the filter that separates data from other objects
 * @param checks the checks, at least one. Checks that have a marker must all have the same one.
 * @param dimensions the names and values of metric dimensions that replace those derived from the location
 * @param presence whether partitions may be empty or absent
 */
public record Dataset(
        String name,
        Location location,
        Schedule schedule,
        ObjectFilter filter,
        List<Check> checks,
        Map<String, String> dimensions,
        Presence presence) {

    public Dataset {
        if (name.isBlank()) {
            throw new IllegalArgumentException(
                    "the name of a dataset must not be blank. Set one, for example kpi-daily");
        }
        if (checks.isEmpty()) {
            throw new IllegalArgumentException(
                    "no checks given. Add at least one of recency, size, delta and complete");
        }
        if (markers(checks).distinct().count() > 1) {
            throw new IllegalArgumentException(
                    "the dataset's recency checks have different markers. Use the same marker in all of them");
        }
        Metrics.checkDimensions(dimensions);
        checks = List.copyOf(checks);
        dimensions = Map.copyOf(dimensions);
    }

    /** Creates a dataset whose partitions must all contain data. */
    public Dataset(
            String name,
            Location location,
            Schedule schedule,
            ObjectFilter filter,
            List<Check> checks,
            Map<String, String> dimensions) {
        this(name, location, schedule, filter, checks, dimensions, Presence.REQUIRED);
    }

    /**
     * Returns whether a glob selects this dataset: it matches the whole name, or the name of the suite's entry that
     * defines this dataset together with others, which is {@code orders} for {@code orders[tenant=a]}.
     */
    public boolean isSelectedBy(String glob) {
        int members = name.endsWith("]") ? name.indexOf('[') : -1;
        return Glob.matches(glob, name) || (members > 0 && Glob.matches(glob, name.substring(0, members)));
    }

    /** Returns whether this dataset stands for members: datasets of the same shape that are found in the lake. */
    public boolean isOpen() {
        return location.memberFolder().isPresent();
    }

    public ZoneId zone() {
        return schedule.zone();
    }

    public Duration due() {
        return schedule.due();
    }

    public Calendar calendar() {
        return schedule.calendar();
    }

    /** Returns the name of the object that the job writes last, if a check requires it; otherwise empty. */
    public Optional<String> marker() {
        // A loop is faster than a stream here, and this method runs for each partition in a long history.
        for (Check check : checks) {
            if (check instanceof RecencyCheck recency && recency.marker().isPresent()) {
                return recency.marker();
            }
        }
        return Optional.empty();
    }

    /** Returns the rules that determine which objects in a partition are its marker, leftovers or data. */
    public ObjectRoles roles() {
        return new ObjectRoles(
                marker().filter(path -> MarkerPath.isInside(path, location)),
                recencyChecks()
                        .flatMap(recency -> recency.completion().absent().stream())
                        .distinct()
                        .toList(),
                filter,
                presence.parts());
    }

    /** Returns what there is to doubt about one of this dataset's partitions, even if all its checks pass. */
    public Plausibility plausibility(Snapshot found) {
        return new Plausibility(location, found, presence.isSteady());
    }

    /**
     * Returns the earliest plausible time of a write, and the latest times at which data still counts as on time unless
     * a marker shows when the partition arrived; earliest first.
     *
     * @param partition a partition of this dataset, or of another dataset with the same location
     */
    public List<Instant> cutoffs(Partition partition) {
        Stream<RecencyCheck> timed = marker().isEmpty() || sharesMarker() ? recencyChecks() : Stream.empty();
        return partition
                .span()
                .map(span -> new Span(span.period(), span.from(), zone(), due()))
                .map(span -> Stream.of(
                                Stream.of(Plausibility.earliest(span)),
                                timed.map(recency -> recency.cutoff(span)),
                                recencyChecks().flatMap(recency -> recency.arrival().lastTooEarly(span).stream()))
                        .flatMap(moments -> moments)
                        .distinct()
                        .sorted()
                        .toList())
                .orElse(List.of());
    }

    /**
     * Returns a dataset whose partitions are the markers of this dataset; empty if this dataset has no markers, or if
     * they are inside its partitions.
     */
    public Optional<Dataset> markers() {
        return marker().flatMap(path -> MarkerPath.outside(path, location))
                .map(found -> new Dataset(
                        name,
                        found,
                        schedule,
                        new ObjectFilter(List.of("**"), List.of()),
                        List.of(RecencyCheck.OF_ANY_DATA),
                        Map.of()));
    }

    /** Returns the path or URL at which the marker of a partition is expected; empty if no check requires one. */
    Optional<String> markerOf(Partition partition) {
        return markers()
                .map(markers -> markers.like(partition))
                .map(Partition::folder)
                .or(this::marker);
    }

    /** Returns whether all partitions share one marker, which is outside the partitions and has no date in its path. */
    boolean sharesMarker() {
        return marker().filter(path -> path.indexOf('{') < 0 && !MarkerPath.isInside(path, location))
                .isPresent();
    }

    /**
     * Returns the partition with the same span as a partition of another dataset. If this dataset is undated, returns
     * its only partition.
     */
    public Partition like(Partition other) {
        return location.period().isEmpty()
                ? location.undated()
                : location.at(other.span().orElseThrow());
    }

    /** Returns whether data may be written after the marker. */
    public boolean mayGrowAfterMarker() {
        return checks.stream().anyMatch(check -> check instanceof RecencyCheck recency && !recency.sealed());
    }

    /**
     * Returns the newest partition whose deadline has passed and that the calendar expects. If the calendar expects
     * none within the search limit, returns the newest partition whose deadline has passed. For an undated dataset,
     * returns its only partition.
     */
    public Partition newestDue(Instant now) {
        return location.period()
                .map(period -> location.at(schedule.newestDue(period, now)))
                .orElseGet(location::undated);
    }

    /**
     * Returns the partition with the given name.
     *
     * @param text a path that matches the location, for example {@code dt=2026-01-02}, or an ISO date, for example
     *     {@code 2026-01-02}; hourly data requires the hour, for example {@code 2026-01-02T05}
     * @throws IllegalArgumentException if the dataset has no such partition
     */
    public Partition partition(String text) {
        Period period = location.period()
                .orElseThrow(() ->
                        invalid(text, "the location " + location + " has no dates, so it has a single partition"));
        Span span = location.timeOf(text)
                .map(from -> new Span(period, from, zone(), due()))
                .orElseThrow(() -> invalid(
                        text,
                        "expected "
                                + (period.isMinutes()
                                        ? "a time such as 2026-01-02T05:15"
                                        : period.isWithinDay()
                                                ? "an hour such as 2026-01-02T05"
                                                : "a date such as 2026-01-02")
                                + ", or a path that matches " + location));
        if (!span.exists()) {
            throw invalid(text, "daylight saving time in " + zone() + " skips this " + period);
        }
        return location.at(span);
    }

    /**
     * Returns the partition that an object belongs to, as data or as its marker; empty if the object is not in this
     * dataset.
     *
     * @param address the full path of the object
     */
    public Optional<Partition> partitionOf(String address) {
        Optional<Partition> marked = markers()
                .flatMap(markers -> markers.partitionOf(address))
                .flatMap(Partition::span)
                .map(location::at);
        if (marked.isPresent()) {
            return marked;
        }
        if (location.period().isEmpty()) {
            return Optional.of(location.undated()).filter(all -> address.startsWith(all.root()));
        }
        return location.timeOfObject(address)
                .map(from -> new Span(location.period().orElseThrow(), from, zone(), due()))
                .filter(Span::exists)
                .map(location::at);
    }

    /** Returns whether the calendar expects the partition in a folder; empty if there is none. */
    Optional<Boolean> expects(String folder) {
        return Optional.of(folder)
                .filter(path -> path.startsWith(location.root()))
                .flatMap(path -> location.parse(path.substring(location.root().length())))
                .flatMap(from -> location.period().map(period -> new Span(period, from, zone(), due())))
                .filter(Span::exists)
                .map(calendar()::expects);
    }

    /**
     * Returns the start of the earliest period whose partition can contain this folder or be inside it; empty if the
     * folder's path has no date or does not match the location.
     */
    Optional<Instant> begin(String folder) {
        return location.earliest(folder).map(time -> time.atZone(zone()).toInstant());
    }

    private IllegalArgumentException invalid(String partition, String why) {
        return new IllegalArgumentException("invalid partition '" + Display.visible(partition) + "' for dataset '"
                + Display.visible(name) + "': " + why);
    }

    /** Returns whether the calendar expects this partition; an undated one is always expected. */
    public boolean expects(Partition partition) {
        return partition.span().map(calendar()::expects).orElse(true);
    }

    /** Returns the earlier partitions that the calendar expects, most recent first; none if the dataset is undated. */
    public Stream<Partition> before(Partition partition) {
        // Not flatMap: on Java 17, the iterator of the resulting stream would compute all partitions first.
        return partition.span().map(schedule::before).orElseGet(Stream::empty).map(location::at);
    }

    /** Returns the recency checks of this dataset. */
    public Stream<RecencyCheck> recencyChecks() {
        return recencyChecks(checks);
    }

    private static Stream<RecencyCheck> recencyChecks(List<Check> checks) {
        return checks.stream().filter(RecencyCheck.class::isInstance).map(RecencyCheck.class::cast);
    }

    private static Stream<String> markers(List<Check> checks) {
        return recencyChecks(checks).map(RecencyCheck::marker).flatMap(Optional::stream);
    }

    /** Returns why a partition can't be used in a baseline; empty if it can. */
    Optional<Exclusion> exclusion(Snapshot snapshot) {
        Optional<Exclusion> incomplete = incompleteness(snapshot);
        if (incomplete.isPresent()) {
            return incomplete;
        }
        if (snapshot.partition()
                .span()
                .filter(schedule.calendar().incidents()::isOdd)
                .isPresent()) {
            return Optional.of(Exclusion.ODD);
        }
        for (Check check : checks) {
            if (check instanceof SizeCheck size && size.severity() == Severity.FAIL && !size.holds(snapshot)) {
                return Optional.of(Exclusion.OUTSIDE_SIZE_LIMITS);
            }
        }
        return Optional.empty();
    }

    /** Returns whether a partition without data is allowed. */
    public boolean allowsEmpty(Snapshot snapshot) {
        return presence.allowsEmpty(snapshot, marker().isPresent());
    }

    /** Returns why a partition is incomplete, regardless of the size limits; empty if it is complete. */
    Optional<Exclusion> incompleteness(Snapshot snapshot) {
        Optional<Exclusion> ofRun = snapshot.runs().values().stream()
                .filter(run -> !allowsEmpty(run))
                .flatMap(run -> incompleteness(run).stream())
                .findFirst();
        if (ofRun.isPresent()) {
            return ofRun;
        }
        if (snapshot.isAbsent()) {
            return Optional.of(snapshot.hasNoObjects() ? Exclusion.ABSENT : Exclusion.ONLY_IGNORED);
        }
        if (snapshot.objects() == 0) {
            return Optional.of(Exclusion.EMPTY);
        }
        if (snapshot.marker().isEmpty() && marker().isPresent()) {
            return Optional.of(Exclusion.NO_MARKER);
        }
        if (snapshot.ignored().leftover().isPresent()) {
            return Optional.of(Exclusion.NOT_FINISHED);
        }
        if (snapshot.grewAfterMarker() && !mayGrowAfterMarker()) {
            return Optional.of(Exclusion.CHANGED_AFTER_MARKER);
        }
        return snapshot.isEmpty() ? Optional.of(Exclusion.NO_BYTES) : Optional.empty();
    }
}
