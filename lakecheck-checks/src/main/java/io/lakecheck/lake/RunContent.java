// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The data and the marker of a run, or of several runs combined. If several folders or files match a partition's path,
 * each of them is a run. Not thread-safe.
 */
final class RunContent {

    private final String name;
    private final List<Instant> cutoffs;
    private final ObjectStats.Builder data;
    private @Nullable LakeObject marker;
    private boolean lacksMarker;
    private @Nullable RunSequence parts;

    /**
     * @param name the path of the run's folder or file, relative to the root
     * @param cutoffs see {@link Subtotals#timely}
     */
    RunContent(String name, List<Instant> cutoffs) {
        this.name = name;
        this.cutoffs = cutoffs;
        this.data = new ObjectStats.Builder(cutoffs);
    }

    String name() {
        return name;
    }

    /** Returns the content of a part that needs a marker of its own. The keys of a part are adjacent. */
    RunContent in(String part) {
        return parts().enter(part);
    }

    private RunSequence parts() {
        RunSequence known = parts == null ? new RunSequence(Runs.ALL, cutoffs) : parts;
        parts = known;
        return known;
    }

    /**
     * Adds the content of the parts to the run's other content.
     *
     * @throws ArithmeticException if the total size overflows
     */
    void addParts() {
        if (parts != null) {
            parts.end();
            addAll(parts.counted());
            parts = null;
        }
    }

    /** @throws ArithmeticException if the total size overflows */
    void add(LakeObject object) {
        data.add(object);
    }

    /** Adds data or a marker to one of the dataset's parts. */
    void addToPart(String part, PartStats more) {
        data.addToPart(part, more);
    }

    void addMarker(LakeObject object) {
        marker = object;
    }

    /**
     * Adds the rest of this run, which follows in key order.
     *
     * @throws ArithmeticException if the total size overflows
     */
    void append(RunContent following) {
        data.addAll(following.data);
        marker = following.marker == null ? marker : following.marker;
        if (following.parts != null) {
            parts().append(following.parts);
        }
    }

    /**
     * Adds other runs, which follow in key order. The combined content has a marker only if all runs have one: the
     * marker that was written last.
     *
     * @throws ArithmeticException if the total size overflows
     */
    void addAll(RunContent other) {
        data.addAll(other.data);
        lacksMarker |= other.lacksMarker;
        if (other.marker == null) {
            lacksMarker |= other.data.lastWrite().isPresent();
        } else if (marker == null || !other.marker.modified().isBefore(marker.modified())) {
            marker = other.marker;
        }
    }

    /** Returns whether there is neither data nor a marker. */
    boolean isAbsent() {
        return lastWrite().isEmpty() && parts == null;
    }

    /** Returns whether the last write to this run was before the last write to {@code other}. */
    boolean isOlderThan(RunContent other) {
        return lastWrite().orElse(Instant.MIN).isBefore(other.lastWrite().orElse(Instant.MIN));
    }

    private Optional<Instant> lastWrite() {
        return Stream.concat(data.lastWrite().stream(), Optional.ofNullable(marker).map(LakeObject::modified).stream())
                .max(Instant::compareTo);
    }

    ObjectStats data() {
        return data.build();
    }

    RunStats stats() {
        return new RunStats(name, data(), marker());
    }

    Optional<LakeObject> marker() {
        return lacksMarker ? Optional.empty() : Optional.ofNullable(marker);
    }
}
