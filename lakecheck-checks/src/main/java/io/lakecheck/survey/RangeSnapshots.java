// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeObject;
import io.lakecheck.lake.Snapshot;
import io.lakecheck.lake.SnapshotBuilder;
import io.lakecheck.partition.Partition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The snapshots that a range listing collects, one for each partition that it passes. Not thread-safe. */
final class RangeSnapshots {

    private final SharedSnapshots shared;
    private final Map<Partition, Passed> passed = new HashMap<>();
    private final UnexpectedPartitions unexpected;
    private @Nullable Passed current;
    private long keys;

    /**
     * A partition that the listing has reached.
     *
     * @param answer the lake's response that contained the end of the partition, or the latest one if the partition
     *     continues
     */
    private record Passed(Partition partition, SnapshotBuilder builder, Lake.Answer answer) {

        Passed append(Passed following) {
            builder.append(following.builder);
            return following.answer.isAfter(answer) ? new Passed(partition, builder, following.answer) : this;
        }
    }

    RangeSnapshots(SharedSnapshots shared, UnexpectedPartitions unexpected) {
        this.shared = shared;
        this.unexpected = unexpected;
    }

    /** Starts the snapshot of a partition. */
    void enter(Partition partition, Lake.Answer answer) {
        put(new Passed(partition, builder(partition), answer));
    }

    /** Ends the current snapshot, if there is one. */
    void leave() {
        current = null;
    }

    /** Returns the partitions that the listing has passed although they are unexpected. */
    UnexpectedPartitions unexpected() {
        return unexpected;
    }

    /** Returns the number of objects, including those that are not in a partition. */
    long keys() {
        return keys;
    }

    /** Counts an object and adds it to the current snapshot or, if there is none, to the unexpected partitions. */
    void add(LakeObject object, FolderCursor cursor) {
        keys++;
        if (current != null) {
            current.builder().add(object);
        } else {
            unexpected.add(cursor, object);
        }
    }

    /**
     * Records a response. It may contain further objects of the current partition, so the partition's snapshot takes
     * its time from this response.
     */
    void onAnswer(Lake.Answer answer) {
        if (current != null) {
            put(new Passed(current.partition(), current.builder(), answer));
        }
    }

    /**
     * Returns the snapshots of these partitions.
     *
     * @param answer the last response, which determines the time of the snapshots of absent partitions
     */
    Map<Partition, Snapshot> of(List<Partition> partitions, Lake.Answer answer) {
        return partitions.stream().collect(Collectors.toMap(Function.identity(), partition -> {
            Passed found = passed.get(partition);
            return found == null
                    ? builder(partition).snapshot(answer)
                    : found.builder().snapshot(found.answer());
        }));
    }

    /** Returns a new, empty collection of snapshots for the same dataset. */
    RangeSnapshots another() {
        return new RangeSnapshots(shared, unexpected.another());
    }

    /** Adds the snapshots of the next range, whose first partition may also be the last one of this range. */
    void append(RangeSnapshots following) {
        keys += following.keys;
        unexpected.append(following.unexpected);
        following.passed.forEach((partition, part) -> passed.merge(partition, part, Passed::append));
    }

    private void put(Passed next) {
        current = next;
        passed.put(next.partition(), next);
    }

    private SnapshotBuilder builder(Partition partition) {
        return shared.builder(partition);
    }
}
