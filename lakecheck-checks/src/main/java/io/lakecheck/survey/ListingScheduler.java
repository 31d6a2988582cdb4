// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.Dataset;
import io.lakecheck.Evidence;
import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeException;
import io.lakecheck.lake.ObjectFilter;
import io.lakecheck.lake.Observation;
import io.lakecheck.lake.Snapshot;
import io.lakecheck.lake.Unobserved;
import io.lakecheck.partition.Location;
import io.lakecheck.partition.Partition;
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
import java.util.concurrent.Executor;

/**
 * Looks at each partition once, however many checks and datasets ask for it, many side by side, and at small neighbours
 * together.
 */
final class ListingScheduler {

    /** The same folder read with the same eyes is the same look. */
    private record Question(String folder, ObjectFilter filter, Optional<String> marker) {

        static Question of(Dataset dataset, Partition partition) {
            return new Question(partition.folder(), dataset.filter(), dataset.marker());
        }
    }

    private final Lake lake;
    private final Executor threads;
    private final TrafficMeter meter;
    private final RunTimeout limit;
    private final Map<Question, CompletableFuture<Observation>> looks = new ConcurrentHashMap<>();
    private final Map<Location, PrefetchPlanner> foresights = new ConcurrentHashMap<>();

    ListingScheduler(Lake lake, Executor threads, TrafficMeter meter, RunTimeout limit) {
        this.lake = lake;
        this.threads = threads;
        this.meter = meter;
        this.limit = limit;
    }

    /** What the walks so far have measured where this dataset lies. */
    PrefetchPlanner foresight(Dataset dataset) {
        return foresights.computeIfAbsent(dataset.location(), location -> new PrefetchPlanner());
    }

    /** Begins to look at the partition that is judged, or waits for who has begun. */
    CompletableFuture<Observation> begin(Evidence evidence) {
        return Objects.requireNonNull(
                begin(evidence, Set.of(evidence.partition())).get(evidence.partition()));
    }

    /** Begins to look at these partitions, small neighbours together, or waits for who has begun. */
    Map<Partition, CompletableFuture<Observation>> begin(Evidence evidence, Set<Partition> partitions) {
        Map<Partition, CompletableFuture<Observation>> all = new HashMap<>();
        List<Partition> fresh = new ArrayList<>();
        for (Partition partition : partitions) {
            CompletableFuture<Observation> begun = new CompletableFuture<>();
            CompletableFuture<Observation> known = looks.putIfAbsent(Question.of(evidence.dataset(), partition), begun);
            if (known == null) {
                fresh.add(partition);
                meter.wanted();
            }
            all.put(partition, known == null ? inTime(begun, partition) : known);
        }
        if (evidence.dataset().location().isInTimeOrder()) {
            fresh.sort(Comparator.comparing(Partition::path));
            together(evidence, fresh);
        } else {
            apart(evidence, fresh);
        }
        return all;
    }

    private void apart(Evidence evidence, List<Partition> partitions) {
        for (Partition partition : partitions) {
            CompletableFuture<Observation> look = begun(evidence, partition);
            if (!look.isDone()) {
                look.completeAsync(
                        () -> PartitionListing.at(lake, evidence.dataset(), partition, meter, evidence.now()), threads);
            }
        }
    }

    private void together(Evidence evidence, List<Partition> neighbours) {
        if (neighbours.size() < 2) {
            apart(evidence, neighbours);
        } else {
            RangeListing walk = new RangeListing(
                    evidence.dataset(), neighbours, meter, evidence.now(), others -> together(evidence, others));
            threads.execute(() -> walk(evidence, walk));
        }
    }

    private void walk(Evidence evidence, RangeListing walk) {
        try {
            Map<Partition, Snapshot> found = walk.over(lake);
            foresight(evidence.dataset()).measured(walk.keys(), walk.periods());
            found.forEach((partition, snapshot) -> begun(evidence, partition).complete(snapshot));
        } catch (LakeException failure) {
            if (failure.reason().affectsAll()) {
                walk.wanted()
                        .forEach(partition -> begun(evidence, partition).complete(new Unobserved(partition, failure)));
            } else {
                // What may be listed is told by prefix, and what is wrong with one page says nothing of another.
                apart(evidence, walk.wanted());
            }
        } catch (RuntimeException | LinkageError | StackOverflowError bug) {
            // Each has its own trouble then, or none: what could not be seen of one says nothing of the others.
            apart(evidence, walk.wanted());
        }
    }

    private CompletableFuture<Observation> inTime(CompletableFuture<Observation> look, Partition partition) {
        return limit.on(look, partition.folder(), failure -> new Unobserved(partition, failure))
                .whenComplete((sighting, bug) -> meter.done());
    }

    private CompletableFuture<Observation> begun(Evidence evidence, Partition partition) {
        return Objects.requireNonNull(looks.get(Question.of(evidence.dataset(), partition)));
    }
}
