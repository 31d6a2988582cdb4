// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.Evidence;
import io.lakecheck.lake.Snapshot;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Records when partitions change between listings. It also detects changes that do not affect the time of the last
 * write, such as deleted objects. Not thread-safe.
 */
final class ChangeTracker {

    private final Map<String, Snapshot> latest = new HashMap<>();

    /**
     * Compares a snapshot with the previous one of the same dataset, and returns it with the time of the last change,
     * if any.
     */
    Snapshot track(Evidence evidence, Snapshot snapshot) {
        Snapshot before = latest.get(evidence.dataset().name());
        Snapshot tracked = before == null
                ? snapshot
                : changed(before, snapshot, evidence.now())
                        .map(snapshot::withChanged)
                        .orElse(snapshot);
        latest.put(evidence.dataset().name(), tracked);
        return tracked;
    }

    /** Returns whether an earlier snapshot of this dataset is known. */
    boolean knows(Evidence evidence) {
        return latest.containsKey(evidence.dataset().name());
    }

    private static Optional<Instant> changed(Snapshot before, Snapshot snapshot, Instant now) {
        if (before.fingerprint() == snapshot.fingerprint()) {
            return before.changed();
        }
        return Optional.of(snapshot.takenAt().isAfter(now) ? snapshot.takenAt() : now);
    }
}
