// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lake;

import io.lakecheck.partition.ObjectPath;
import io.lakecheck.partition.Partition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Builds a partition's {@link Snapshot} from a stream of its objects, in the order of their keys. Not thread-safe. */
public final class SnapshotBuilder {

    private final Partition partition;
    private final ObjectRoles roles;
    private final RunSequence runs;
    private Ignored ignored = Ignored.NONE;
    private Fingerprint fingerprint = Fingerprint.EMPTY;

    /**
     * Creates a builder to which no objects have been added yet.
     *
     * @param cutoffs the moments for which the snapshot says what had been written, earliest first
     */
    public SnapshotBuilder(Partition partition, ObjectRoles roles, List<Instant> cutoffs) {
        this.partition = partition;
        this.roles = roles;
        this.runs = new RunSequence(roles.filter().runs(), cutoffs);
    }

    /** Creates a builder without cutoffs. */
    public SnapshotBuilder(Partition partition, ObjectRoles roles) {
        this(partition, roles, List.of());
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
            ignored = ignored.plusObject(object);
            return;
        }
        String path = found.get().path();
        if (roles.isMarker(path)) {
            RunContent content = place(found.get());
            content.addMarker(object);
            addToPart(content, path, new PartStats(0, true));
        } else if (roles.isLeftover(path)) {
            ignored = ignored.plusLeftover(object);
        } else if (roles.filter().isData(path, object.bytes())) {
            countExactly(() -> {
                RunContent content = place(found.get());
                content.add(object);
                addToPart(content, path, new PartStats(object.bytes(), false));
            });
        } else {
            ignore(path, object);
            return;
        }
        fingerprint = fingerprint.plus(object);
    }

    /**
     * Adds the objects in another builder for the same partition. They must follow the objects in this builder in key
     * order. The result is the same as if all objects had been added to this builder.
     *
     * @throws LakeException if the total size overflows
     */
    public void append(SnapshotBuilder following) {
        countExactly(() -> runs.append(following.runs));
        countExactly(() -> ignored = ignored.plus(following.ignored));
        fingerprint = fingerprint.plus(following.fingerprint);
    }

    private void addToPart(RunContent content, String path, PartStats more) {
        roles.parts().flatMap(rule -> rule.part(path)).ifPresent(part -> content.addToPart(part, more));
    }

    private void ignore(String path, LakeObject object) {
        if (roles.filter().isHidden(path) && object.bytes() > 0 && !HiddenObjects.isBookkeeping(path)) {
            countExactly(() -> ignored = ignored.plusHidden(object));
        } else if (!path.isEmpty() && !path.endsWith("/")) {
            ignored = roles.filter().isHidden(path) ? ignored.plusObject() : ignored.plusObject(object);
        }
    }

    private RunContent place(ObjectPath found) {
        RunContent run = runs.enter(found.run());
        return roles.part(found.path()).map(run::in).orElse(run);
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
        countExactly(runs::end);
        RunContent counted = runs.counted();
        return new Snapshot(
                partition,
                counted.data().with(runs.each()),
                counted.marker(),
                ignored.plus(runs.replaced()),
                fingerprint.value(),
                answer,
                Optional.empty());
    }
}
