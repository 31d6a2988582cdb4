// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lake;

import io.lakecheck.partition.Partition;
import io.lakecheck.value.ByteSize;
import io.lakecheck.value.Display;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A summary of the objects in one partition. It is built while the partition is listed, so its size does not depend on
 * the number of objects. The statistics include only data, not the marker or ignored objects.
 *
 * @param partition the partition
 * @param data the statistics of the data objects
 * @param marker the marker; empty if the dataset has no marker or the partition lacks it
 * @param ignored the objects that are neither data nor the marker, and the runs that were replaced
 * @param fingerprint a hash of the keys, sizes, ETags and write times of all objects that are not ignored; if it
 *     differs between two listings, an object was added, removed or changed
 * @param answer the lake's response that completed the listing
 * @param changed the time of the listing that last detected a change; empty if no change was detected
 */
public record Snapshot(
        Partition partition,
        ObjectStats data,
        Optional<LakeObject> marker,
        Ignored ignored,
        long fingerprint,
        Lake.Answer answer,
        Optional<Instant> changed)
        implements Observation {

    /** Returns the number of data objects. */
    public long objects() {
        return data.count();
    }

    /** Returns the total size of the data objects. */
    public ByteSize bytes() {
        return data.bytes();
    }

    /** Returns the smallest data object; empty if there is no data. */
    public Optional<LakeObject> smallest() {
        return data.smallest();
    }

    /** Returns the largest data object; empty if there is no data. */
    public Optional<LakeObject> largest() {
        return data.largest();
    }

    /** Returns the data object that was written first; empty if there is no data. */
    public Optional<LakeObject> oldest() {
        return data.oldest();
    }

    /** Returns the data object that was written last; empty if there is no data. */
    public Optional<LakeObject> newest() {
        return data.newest();
    }

    /**
     * Returns the time of the listing according to the lake's clock or, if the lake did not send its time, this
     * machine's clock.
     */
    public Instant takenAt() {
        return answer.moment();
    }

    /**
     * Returns how far this machine's clock is ahead of the lake's clock; negative if this machine's clock is slow, and
     * zero if the lake's time is unknown.
     */
    public Duration clockError() {
        return answer.clockError();
    }

    /**
     * Returns the snapshots of the runs by name, in key order, as if each were the only one in the partition. The
     * result is empty unless the dataset checks each run.
     */
    public Map<String, Snapshot> runs() {
        Map<String, Snapshot> runs = new LinkedHashMap<>();
        for (RunStats run : data.subtotals().runs()) {
            runs.put(
                    run.name(),
                    new Snapshot(partition, run.data(), run.marker(), ignored, fingerprint, answer, changed));
        }
        return runs;
    }

    /**
     * Returns a copy of this snapshot with a marker that was listed separately, or without a marker if none was found.
     */
    public Snapshot withMarker(Optional<LakeObject> found) {
        List<RunStats> runs = data.subtotals().runs().stream()
                .map(run -> new RunStats(run.name(), run.data(), found))
                .toList();
        return new Snapshot(partition, data.with(runs), found, ignored, fingerprint, answer, changed);
    }

    /** Returns a copy of this snapshot with the given time of the last detected change. */
    public Snapshot withChanged(Instant moment) {
        return new Snapshot(partition, data, marker, ignored, fingerprint, answer, Optional.of(moment));
    }

    /**
     * Returns whether the data objects have 0 bytes in total. This also applies to an absent partition and to one that
     * contains only its marker.
     */
    public boolean isEmpty() {
        return bytes().bytes() == 0;
    }

    /**
     * Returns whether there are neither data objects nor a marker. S3 has no empty folders, so such a partition does
     * not exist or contains only ignored objects.
     */
    public boolean isAbsent() {
        return objects() == 0 && marker.isEmpty();
    }

    /** Returns whether there are no objects at all, not even ignored ones. */
    public boolean hasNoObjects() {
        return isAbsent() && ignored.objects() == 0;
    }

    /**
     * Describes a partition without data like {@link #absence()}, and names an ignored object if there are only such
     * objects.
     */
    public String describeAbsence() {
        return absence()
                + (isAbsent()
                        ? ignored.example()
                                .map(object -> ", such as " + Display.visible(object.key()))
                                .orElse("")
                        : "");
    }

    /**
     * Describes a partition without data, for example {@code absent}, {@code empty except for its marker} or
     * {@code empty: each of its 4 objects has 0 B}. The text is the same for all partitions that lack data in the same
     * way.
     */
    public String absence() {
        if (objects() > 0) {
            return "empty: " + (objects() == 1 ? "its only object" : "each of its " + objects() + " objects")
                    + " has 0 B";
        }
        if (marker.isPresent()) {
            return "empty except for its marker";
        }
        return hasNoObjects()
                ? "absent"
                : "empty except for " + Display.count(ignored.objects(), "ignored object")
                        + " (hidden, excluded or not included)";
    }

    /** Returns a remark on objects with hidden names in a partition that has no other data; empty if there are none. */
    public Optional<String> hiddenInstead() {
        return ignored.hidden()
                .newest()
                .filter(any -> isEmpty())
                .map(newest -> "objects with hidden names are ignored, such as " + Display.visible(newest.key())
                        + "; set include to count them");
    }

    /** Returns whether data was written after the marker. */
    public boolean grewAfterMarker() {
        return marker.isPresent()
                && newest().map(LakeObject::modified)
                        .map(last -> last.isAfter(marker.get().modified()))
                        .orElse(false);
    }

    /**
     * Returns the time at which the partition became complete; empty if it is absent. This is the time at which the
     * marker was written or, without a marker, the time at which the newest data object was written.
     */
    public Optional<Instant> arrival() {
        return marker.or(this::newest).map(LakeObject::modified);
    }
}
