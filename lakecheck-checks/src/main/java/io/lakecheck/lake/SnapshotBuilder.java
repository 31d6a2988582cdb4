// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lake;

import io.lakecheck.partition.Partition;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Builds a partition's {@link Snapshot} from a stream of its objects. Not thread-safe. */
public final class SnapshotBuilder {

    private final Partition partition;
    private final Optional<String> markerName;
    private final ObjectFilter filter;
    private final ObjectStats.Builder data = new ObjectStats.Builder();
    private @Nullable LakeObject marker;
    private long ignored;
    private long fingerprint;

    /**
     * Creates a builder without any objects.
     *
     * @param marker the path of the marker relative to the partition; empty if the dataset has none
     */
    public SnapshotBuilder(Partition partition, Optional<String> marker, ObjectFilter filter) {
        this.partition = partition;
        this.markerName = marker;
        this.filter = filter;
    }

    /**
     * Adds an object in the partition.
     *
     * @throws LakeException if the total size overflows
     */
    public void add(LakeObject object) {
        String path = object.key().substring(partition.path().length());
        if (markerName.filter(path::equals).isPresent()) {
            marker = object;
        } else if (filter.isData(path, object.bytes())) {
            addData(object);
        } else {
            ignored += path.isEmpty() || path.endsWith("/") ? 0 : 1;
            return;
        }
        fingerprint = 31 * fingerprint + object.hashCode();
    }

    private void addData(LakeObject object) {
        try {
            data.add(object);
        } catch (ArithmeticException e) {
            throw LakeException.overflow(partition.folder(), e);
        }
    }

    /**
     * Returns the snapshot of the objects added so far.
     *
     * @param answer the lake's response that contained the last object
     */
    public Snapshot snapshot(Lake.Answer answer) {
        return new Snapshot(
                partition, data.build(), Optional.ofNullable(marker), ignored, fingerprint, answer, Optional.empty());
    }
}
