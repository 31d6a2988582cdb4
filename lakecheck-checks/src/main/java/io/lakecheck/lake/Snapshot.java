// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lake;

import io.lakecheck.partition.Partition;
import io.lakecheck.value.ByteSize;
import io.lakecheck.value.Display;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What was found in one partition: folded while it was listed, so it is as small for ten million objects as for one.
 * The marker is no data and counts in none of the numbers.
 *
 * @param partition where
 * @param objects how many
 * @param bytes how much, exactly
 * @param smallest by size; empty where there is no data, as are the next three
 * @param largest by size
 * @param oldest by the time of its last write
 * @param newest by the same
 * @param marker the dataset's marker, if it has one and it was there
 * @param takenAt when it was looked, by the lake's clock if it tells it
 * @param clockError how far this machine's clock is ahead of the lake's; zero where the lake doesn't tell
 * @param fingerprint changes when a key, size, ETag or time does; for seeing that nothing moves any more
 * @param ignored how many objects are no data and no marker: hidden, excluded, or not included
 * @param changed when it was last seen to differ from an earlier look; empty where it was looked at once
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

    /** The same, known to have changed then. */
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

    /** Whether it holds no data; an absent partition and one with a marker alone are both empty. */
    public boolean isEmpty() {
        return objects == 0;
    }

    /** Whether nothing at all was there, not even a marker: S3 knows no empty folders. */
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

    /** Whether data was written after the marker. */
    public boolean grewAfterMarker() {
        return marker.isPresent()
                && newest.map(LakeObject::modified)
                        .map(last -> last.isAfter(marker.get().modified()))
                        .orElse(false);
    }

    /** When it was complete: at its marker if it has one, else at its last write. Empty where there is nothing. */
    public Optional<Instant> arrival() {
        return marker.or(() -> newest).map(LakeObject::modified);
    }
}
