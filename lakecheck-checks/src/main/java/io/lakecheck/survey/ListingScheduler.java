// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.Dataset;
import io.lakecheck.Evidence;
import io.lakecheck.Strays.Stray;
import io.lakecheck.Suite;
import io.lakecheck.lake.LakeException;
import io.lakecheck.lake.ObjectRoles;
import io.lakecheck.lake.Observation;
import io.lakecheck.lake.Snapshot;
import io.lakecheck.lake.Unobserved;
import io.lakecheck.partition.Location;
import io.lakecheck.partition.Partition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;

/**
 * Schedules listings. Each partition is listed once per run, even if several checks or datasets need it. Partitions are
 * listed concurrently, and several small ones with a single request. Thread-safe.
 */
final class ListingScheduler {

    /**
     * The identity of a listing: listings of the same folder with the same roles of objects and the same cutoffs
     * produce the same snapshot.
     */
    private record ListingKey(String folder, ObjectRoles roles, List<Instant> cutoffs) {}

    private final SurveyContext context;
    private final Map<Location, List<Dataset>> datasets;
    private final Map<ListingKey, CompletableFuture<Observation>> listings = new ConcurrentHashMap<>();
    private final Map<Location, PrefetchPlanner> planners = new ConcurrentHashMap<>();
    private final Map<Location, DatasetLandmarks> landmarks = new ConcurrentHashMap<>();
    private final Map<Location, Set<Stray>> unexpected = new ConcurrentHashMap<>();

    ListingScheduler(Suite suite, SurveyContext context) {
        this.context = context;
        this.datasets = suite.datasets().stream().collect(Collectors.groupingBy(Dataset::location));
    }

    private SharedSnapshots snapshots(Dataset dataset) {
        return new SharedSnapshots(dataset, datasets.getOrDefault(dataset.location(), List.of(dataset)));
    }

    private ListingKey key(Dataset dataset, Partition partition) {
        return new ListingKey(
                partition.folder(), dataset.roles(), snapshots(dataset).cutoffs(partition));
    }

    /** Returns the planner that holds the measurements for this dataset's location. */
    PrefetchPlanner prefetchPlanner(Dataset dataset) {
        return planners.computeIfAbsent(dataset.location(), location -> new PrefetchPlanner());
    }

    /** Returns the partitions that listings have passed although they are unexpected, in key order. */
    Set<Stray> unexpected(Dataset dataset) {
        return unexpected.computeIfAbsent(
                dataset.location(), location -> new ConcurrentSkipListSet<>(Comparator.comparing(Stray::path)));
    }

    private DatasetLandmarks landmarks(Dataset dataset) {
        return landmarks.computeIfAbsent(dataset.location(), location -> new DatasetLandmarks());
    }

    /** Lists the checked partition, or returns its listing if one is already under way. */
    CompletableFuture<Observation> schedule(Evidence evidence) {
        return Objects.requireNonNull(
                schedule(evidence, Set.of(evidence.partition())).get(evidence.partition()));
    }

    /**
     * Lists the given partitions, several small ones with a single request. Listings that are already under way are
     * reused. Markers outside the partitions are listed in the same way.
     */
    Map<Partition, CompletableFuture<Observation>> schedule(Evidence evidence, Set<Partition> partitions) {
        Map<Partition, CompletableFuture<Observation>> all = scheduleObjects(evidence, partitions);
        evidence.dataset().markers().ifPresent(markers -> addMarkers(all, markers, evidence));
        return all;
    }

    private void addMarkers(Map<Partition, CompletableFuture<Observation>> all, Dataset markers, Evidence checked) {
        Set<Partition> wanted = all.keySet().stream().map(markers::like).collect(Collectors.toSet());
        if (!wanted.isEmpty()) {
            Evidence first = Evidence.empty(markers, markers.like(checked.partition()), checked.now());
            Map<Partition, CompletableFuture<Observation>> listings = scheduleObjects(first, wanted);
            all.replaceAll((partition, listing) -> listing.thenCombine(
                    Objects.requireNonNull(listings.get(markers.like(partition))), ListingScheduler::withMarker));
        }
    }

    private static Observation withMarker(Observation partition, Observation marker) {
        if (!(partition instanceof Snapshot found)) {
            return partition;
        }
        return marker instanceof Snapshot listed
                ? found.withMarker(listed.newest())
                : new Unobserved(found.partition(), ((Unobserved) marker).failure());
    }

    private Map<Partition, CompletableFuture<Observation>> scheduleObjects(
            Evidence evidence, Set<Partition> partitions) {
        Map<Partition, CompletableFuture<Observation>> all = new HashMap<>();
        List<Partition> unlisted = new ArrayList<>();
        for (Partition partition : partitions) {
            CompletableFuture<Observation> listing = new CompletableFuture<>();
            CompletableFuture<Observation> known = listings.putIfAbsent(key(evidence.dataset(), partition), listing);
            if (known == null) {
                unlisted.add(partition);
                context.meter().countNeededPartition();
            }
            all.put(partition, known == null ? withTimeout(listing, partition) : known);
        }
        if (isSorted(evidence.dataset().location())
                && unlisted.stream().map(Partition::prefix).allMatch(PivotText::isAllowed)) {
            unlisted.sort(Comparator.comparing(Partition::path));
            listSorted(evidence, unlisted);
        } else {
            listSeparately(evidence, unlisted);
        }
        return all;
    }

    /** Returns whether listings of the location return its partitions in the order of their dates. */
    private boolean isSorted(Location location) {
        try {
            return location.period().isPresent()
                    && location.sortsByTime()
                    && context.lake().isSorted(location.root());
        } catch (RuntimeException | LinkageError | StackOverflowError failure) {
            // Separate listings report it.
            return false;
        }
    }

    private void listSeparately(Evidence evidence, List<Partition> partitions) {
        for (Partition partition : partitions) {
            CompletableFuture<Observation> listing = listing(evidence, partition);
            if (!listing.isDone()) {
                context.executor().execute(() -> list(evidence, partition, listing));
            }
        }
    }

    private void list(Evidence evidence, Partition partition, CompletableFuture<Observation> listing) {
        CompletableFuture<Void> unused = observe(context, evidence, partition).thenAccept(listing::complete);
    }

    /** Lists the checked partition, and what follows it on the first page. */
    private void listAhead(Evidence evidence) {
        Dataset dataset = evidence.dataset();
        UnexpectedPartitions following = new UnexpectedPartitions(snapshots(dataset), evidence.now());
        LookaheadLake lake = new LookaheadLake(context.lake(), snapshots(dataset), evidence.partition(), following);
        CompletableFuture<Void> unused = observe(context.with(lake), evidence, evidence.partition())
                .thenAccept(observation -> {
                    if (lake.isFailed() && observation instanceof Unobserved unobserved) {
                        listAgain(evidence, List.of(evidence.partition()), unobserved.failure());
                    } else {
                        unexpected(dataset).addAll(following.strays());
                        listing(evidence, evidence.partition()).complete(observation);
                    }
                });
    }

    private CompletableFuture<Observation> observe(SurveyContext lake, Evidence evidence, Partition partition) {
        return PartitionListing.list(
                lake, snapshots(evidence.dataset()), partition, landmarks(evidence.dataset()), evidence.now());
    }

    private void listSorted(Evidence evidence, List<Partition> partitions) {
        List<Partition> wanted = PastVerdicts.wanted(evidence);
        boolean isFirst = !prefetchPlanner(evidence.dataset()).hasMeasurement();
        Optional<Partition> start =
                isFirst ? FreeHistory.of(evidence.dataset()).start(partitions, wanted) : Optional.empty();
        boolean isAlone = start.isEmpty() && partitions.equals(List.of(evidence.partition()));
        if (isFirst && isAlone && context.lake().isPaged()) {
            context.executor().execute(() -> listAhead(evidence));
        } else {
            listTogether(evidence, partitions, wanted, start);
        }
    }

    /**
     * @param wanted as in {@link PartitionRange}
     * @param start the earlier partition with which to start, if not with the first one
     */
    private void listTogether(
            Evidence evidence, List<Partition> partitions, List<Partition> wanted, Optional<Partition> start) {
        if (start.isEmpty() && partitions.size() < 2) {
            listSeparately(evidence, partitions);
        } else {
            PartitionRange needed = new PartitionRange(partitions, wanted);
            RangeListing range = new RangeListing(
                    snapshots(evidence.dataset()),
                    start.map(needed::startingAt).orElse(needed),
                    context.meter(),
                    evidence.now(),
                    distant -> listTogether(evidence, distant, wanted, Optional.empty()));
            context.executor().execute(() -> listRange(evidence, range));
        }
    }

    private void listRange(Evidence evidence, RangeListing range) {
        CompletableFuture<Void> unused = range.list(
                        context, evidence.dataset().location().prefix())
                .thenAccept(listed -> complete(evidence, listed))
                .whenComplete((done, failure) -> {
                    if (failure != null) {
                        listAgain(evidence, range.partitions(), LakeException.of(failure));
                    }
                });
    }

    private void complete(Evidence evidence, RangeListing listed) {
        prefetchPlanner(evidence.dataset()).measure(listed.keys(), listed.periods());
        unexpected(evidence.dataset()).addAll(listed.unexpected());
        listed.passed()
                .forEach((partition, snapshot) -> listings.putIfAbsent(
                        key(evidence.dataset(), partition), CompletableFuture.completedFuture(snapshot)));
        listed.snapshots()
                .forEach((partition, snapshot) -> listing(evidence, partition).complete(snapshot));
    }

    /**
     * Returns the snapshots of those partitions that have been listed, no matter for which dataset or whether a listing
     * only passed them.
     */
    Map<Partition, Observation> listed(Dataset dataset, List<Partition> partitions) {
        Map<Partition, Observation> listed = new HashMap<>();
        partitions.forEach(partition -> snapshot(dataset, partition)
                .flatMap(found -> dataset.markers()
                        .map(markers -> snapshot(markers, markers.like(partition))
                                .map(marker -> found.withMarker(marker.newest())))
                        .orElse(Optional.of(found)))
                .ifPresent(found -> listed.put(partition, found)));
        return listed;
    }

    private Optional<Snapshot> snapshot(Dataset dataset, Partition partition) {
        return Optional.ofNullable(listings.get(key(dataset, partition)))
                .filter(CompletableFuture::isDone)
                .map(CompletableFuture::join)
                .filter(Snapshot.class::isInstance)
                .map(Snapshot.class::cast);
    }

    private void listAgain(Evidence evidence, List<Partition> partitions, LakeException failure) {
        if (failure.reason().affectsAll()) {
            partitions.forEach(partition -> listing(evidence, partition).complete(new Unobserved(partition, failure)));
        } else {
            // Permissions may differ by prefix, and an invalid page or a bug may affect only one of the partitions.
            // Separate listings still produce snapshots of the others.
            listSeparately(evidence, partitions);
        }
    }

    private CompletableFuture<Observation> withTimeout(CompletableFuture<Observation> listing, Partition partition) {
        return context.timeout()
                .limit(listing, partition.folder(), failure -> new Unobserved(partition, failure))
                .whenComplete((observation, bug) -> context.meter().countListedPartition());
    }

    private CompletableFuture<Observation> listing(Evidence evidence, Partition partition) {
        return Objects.requireNonNull(listings.get(key(evidence.dataset(), partition)));
    }
}
