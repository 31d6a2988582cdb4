// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lake;

import io.lakecheck.partition.ObjectPath;
import io.lakecheck.partition.Partition;
import java.util.Optional;

/** Builds a partition's {@link Snapshot} from a stream of its objects, in the order of their keys. Not thread-safe. */
public final class SnapshotBuilder {

    private final Partition partition;
    private final ObjectRoles roles;
    private RunContent counted = new RunContent("");
    private RunContent current = new RunContent("");
    private Ignored ignored = Ignored.NONE;
    private long fingerprint;

    /** Creates a builder to which no objects have been added yet. */
    public SnapshotBuilder(Partition partition, ObjectRoles roles) {
        this.partition = partition;
        this.roles = roles;
    }

    /**
     * Adds an object whose key starts with the partition's prefix. An object that is not in the partition is counted as
     * ignored.
     *
     * @throws LakeException if the total size overflows
     */
    public void add(LakeObject object) {
        Optional<ObjectPath> found = partition.find(object.key());
        if (found.isEmpty()) {
            ignored = ignored.plusObject();
            return;
        }
        String path = found.get().path();
        enter(found.get().run());
        if (roles.isMarker(path)) {
            place(path).addMarker(object);
        } else if (roles.isLeftover(path)) {
            ignored = ignored.plusLeftover(object);
        } else if (roles.filter().isData(path, object.bytes())) {
            countExactly(() -> place(path).add(object));
        } else {
            ignored = path.isEmpty() || path.endsWith("/") ? ignored : ignored.plusObject();
            return;
        }
        fingerprint = 31 * fingerprint + object.hashCode();
    }

    private RunContent place(String path) {
        return roles.part(path).map(current::in).orElse(current);
    }

    /**
     * Sets the run of the next object. Because the keys in a run are adjacent, an object in another run ends the
     * current run.
     */
    private void enter(String run) {
        if (!current.name().equals(run)) {
            endRun(run);
        }
    }

    private void endRun(String next) {
        countExactly(current::endPart);
        if (roles.filter().runs() == Runs.ALL) {
            countExactly(() -> counted.addAll(current));
        } else if (!current.isAbsent()) {
            boolean isNewer = counted.isAbsent() || !current.isOlderThan(counted);
            RunContent replaced = isNewer ? counted : current;
            counted = isNewer ? current : counted;
            ignored = replaced.isAbsent() ? ignored : ignored.plusRun(replaced.name());
        }
        current = new RunContent(next);
    }

    private void countExactly(Runnable addition) {
        try {
            addition.run();
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
        endRun("");
        return new Snapshot(
                partition, counted.data(), counted.marker(), ignored, fingerprint, answer, Optional.empty());
    }
}
