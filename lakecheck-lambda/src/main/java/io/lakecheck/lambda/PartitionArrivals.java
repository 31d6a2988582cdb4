// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lambda;

import io.lakecheck.Dataset;
import io.lakecheck.RecencyCheck;
import io.lakecheck.Suite;
import io.lakecheck.lake.LakeObject;
import io.lakecheck.lake.Snapshot;
import io.lakecheck.partition.ObjectPath;
import io.lakecheck.partition.Partition;
import io.lakecheck.survey.OpenDataset;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The objects in one partition that events have reported as created.
 *
 * @param dataset the dataset that the partition belongs to
 * @param partition the partition
 * @param objects the objects that were reported; at least one
 */
record PartitionArrivals(Dataset dataset, Partition partition, List<ObjectArrival> objects) {

    /**
     * Groups objects by the partition that they may have completed. The datasets are in the suite's order. If a dataset
     * has a marker, only the marker completes a partition; otherwise, any data object may do so. All other objects are
     * ignored.
     */
    static List<PartitionArrivals> of(Suite suite, List<ObjectArrival> objects) {
        List<PartitionArrivals> all = new ArrayList<>();
        for (Dataset dataset : suite.datasets()) {
            Map<Dataset, List<ObjectArrival>> byMember = new LinkedHashMap<>();
            for (ObjectArrival object : objects) {
                member(dataset, suite, object)
                        .ifPresent(member -> byMember.computeIfAbsent(member, key -> new ArrayList<>())
                                .add(object));
            }
            byMember.forEach((member, found) -> all.addAll(of(member, found)));
        }
        return all;
    }

    /** Returns the dataset itself or, if its members are found in the lake, the member that contains an object. */
    private static Optional<Dataset> member(Dataset dataset, Suite suite, ObjectArrival object) {
        return dataset.isOpen()
                ? OpenDataset.of(dataset)
                        .flatMap(open -> open.memberOf(object.address()))
                        .filter(member -> !suite.defines(member.name()))
                : Optional.of(dataset);
    }

    private static List<PartitionArrivals> of(Dataset dataset, List<ObjectArrival> objects) {
        Map<Partition, List<ObjectArrival>> byPartition = new LinkedHashMap<>();
        for (ObjectArrival object : objects) {
            dataset.partitionOf(object.address())
                    .filter(partition -> mayComplete(dataset, partition, object))
                    .ifPresent(partition -> byPartition
                            .computeIfAbsent(partition, key -> new ArrayList<>())
                            .add(object));
        }
        return byPartition.entrySet().stream()
                .map(each -> new PartitionArrivals(dataset, each.getKey(), each.getValue()))
                .toList();
    }

    private static boolean mayComplete(Dataset dataset, Partition partition, ObjectArrival object) {
        Optional<Dataset> markers = dataset.markers();
        if (markers.isPresent()) {
            return markers.get().partitionOf(object.address()).isPresent();
        }
        return partition
                .find(object.address().substring(partition.root().length()))
                .map(ObjectPath::path)
                .filter(path -> dataset.marker().isPresent()
                        ? dataset.roles().isMarker(path)
                        : dataset.filter().isData(path, object.bytes()))
                .isPresent();
    }

    /** Returns the dataset's name and the partition's label, for log lines. */
    String label() {
        return dataset.name() + " " + partition.label();
    }

    /**
     * Returns a copy with only the objects that cause the partition to be checked. If the dataset has a marker, these
     * are all objects. Otherwise, only the most recent object in the partition counts, because earlier objects are
     * superseded by its event. Times are compared in whole seconds, because times in listings are only precise to the
     * second.
     *
     * @param found the current content of the partition
     */
    PartitionArrivals decisive(Snapshot found) {
        Optional<LakeObject> newest = found.newest();
        if (dataset.marker().isPresent() || newest.isEmpty()) {
            return this;
        }
        String address = partition.root() + newest.get().key();
        Instant modified = newest.get().modified();
        return new PartitionArrivals(
                dataset,
                partition,
                objects.stream()
                        .filter(object -> object.address().equals(address)
                                || object.time().truncatedTo(ChronoUnit.SECONDS).isAfter(modified))
                        .toList());
    }

    /** Returns how much longer the partition must stay unchanged to count as complete, or zero if it already does. */
    Duration remainingQuiet(Snapshot found, Instant now) {
        Optional<Duration> quiet = dataset.recencyChecks()
                .map(RecencyCheck::quiet)
                .flatMap(Optional::stream)
                .max(Duration::compareTo);
        Instant changed = Stream.concat(
                        objects.stream().map(ObjectArrival::time), found.newest().map(LakeObject::modified).stream())
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
        return quiet.map(span -> Duration.between(now, changed.plus(span)))
                .filter(left -> !left.isNegative())
                .orElse(Duration.ZERO);
    }

    /** Returns the SQS messages that reported the objects, if any. */
    List<QueueMessage> messages() {
        return objects.stream()
                .map(ObjectArrival::message)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /**
     * Returns the IDs of the events: the IDs of the SQS messages, which don't change when a message is delivered again,
     * or the request ID if the events did not come through a queue.
     */
    Set<String> events(String requestId) {
        Set<String> ids = messages().stream().map(QueueMessage::id).collect(Collectors.toSet());
        return ids.isEmpty() ? Set.of(Objects.requireNonNull(requestId)) : ids;
    }
}
