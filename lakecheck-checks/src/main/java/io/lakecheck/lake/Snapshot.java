// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lake;

import io.lakecheck.partition.Partition;
import io.lakecheck.value.ByteSize;
import io.lakecheck.value.Display;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A summary of the objects in one partition. It is built while the partition is listed, so that it is as small for ten
 * million objects as for one. The marker is not data and counts in none of the numbers; neither do ignored objects.
 *
 * @param partition the partition
 * @param objects the number of objects
 * @param bytes the total size
 * @param smallest the smallest object; like the next three, empty if there is no data
 * @param largest the largest object
 * @param oldest the object written first
 * @param newest the object written last
 * @param marker the dataset's marker, if it has one and it exists
 * @param takenAt the time of the listing, by the lake's clock if it is known
 * @param clockError how far this machine's clock is ahead of the lake's; zero if the lake's is unknown
 * @param fingerprint a hash of all keys, sizes, ETags and times; two listings that differ in it differ in an object
 * @param ignored the number of objects that are neither data nor the marker: hidden, excluded or not included
 * @param changed when the partition was last seen to change between two listings; empty if it was listed once
 */
public record Snapshot(
        Partition partition,
        long objects,
        ByteSize bytes,
        Optional<LakeObject> smallest,
        Optional<LakeObject> largest,
        Optional<LakeObject> oldest,
        Optional<LakeObject> newest,
        Optional<LakeObject> marker,
        Instant takenAt,
        Duration clockError,
        long fingerprint,
        long ignored,
        Optional<Instant> changed)
        implements Observation {

    /** Returns this snapshot with the time of its last change. */
    public Snapshot withChanged(Instant moment) {
        return new Snapshot(
                partition,
                objects,
                bytes,
                smallest,
                largest,
                oldest,
                newest,
                marker,
                takenAt,
                clockError,
                fingerprint,
                ignored,
                Optional.of(moment));
    }

    /** Returns whether there is no data. Both an absent partition and one with nothing but a marker are empty. */
    public boolean isEmpty() {
        return objects == 0;
    }

    /**
     * Returns whether there is neither data nor a marker. S3 has no empty folders, so such a partition does not exist.
     */
    public boolean isAbsent() {
        return isEmpty() && marker.isEmpty();
    }

    /** Returns what an empty partition is: {@code absent}, {@code empty except for its marker}. */
    public String describeAbsence() {
        if (marker.isPresent()) {
            return "empty except for its marker";
        }
        return ignored == 0
                ? "absent"
                : "empty except for " + Display.count(ignored, "ignored object")
                        + " (hidden, excluded or not included)";
    }

    /** Returns whether data was written after the marker. */
    public boolean grewAfterMarker() {
        return marker.isPresent()
                && newest.map(LakeObject::modified)
                        .map(last -> last.isAfter(marker.get().modified()))
                        .orElse(false);
    }

    /** Returns when the partition was complete: at its marker if it has one, else at its last write. */
    public Optional<Instant> arrival() {
        return marker.or(() -> newest).map(LakeObject::modified);
    }
}
