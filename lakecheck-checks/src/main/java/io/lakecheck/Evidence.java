// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * What a check may look at: what was found in the judged partition and in those it is compared with, and the time.
 *
 * @param dataset whose
 * @param partition the one that is judged
 * @param now the moment for which it is judged; not always the moment at which it was looked
 * @param sightings what came of looking, by partition
 */
public record Evidence(Dataset dataset, Partition partition, Instant now, Map<Partition, Sighting> sightings) {

    public Evidence {
        sightings = Map.copyOf(sightings);
    }

    /** Evidence before anybody has looked. */
    public static Evidence none(Dataset dataset, Partition partition, Instant now) {
        return new Evidence(dataset, partition, now, Map.of());
    }

    /** This and what was seen since. */
    public Evidence with(Map<Partition, Sighting> more) {
        Map<Partition, Sighting> all = new HashMap<>(sightings);
        all.putAll(more);
        return new Evidence(dataset, partition, now, all);
    }

    /** The same, judged at another moment. */
    Evidence at(Instant moment) {
        return new Evidence(dataset, partition, moment, sightings);
    }

    /** Whether somebody has looked at this partition, with or without success. */
    public boolean has(Partition other) {
        return sightings.containsKey(other);
    }

    /** What was found in the judged partition; see {@link #snapshot}. */
    public Snapshot current() {
        return snapshot(partition);
    }

    /**
     * What was found in a partition.
     *
     * @throws LakeException where it could not be looked: whoever needs it can't judge
     * @throws IllegalStateException where nobody has looked: the check did not say that it needs it
     */
    public Snapshot snapshot(Partition other) {
        Sighting sighting = sightings.get(other);
        if (sighting instanceof Unseen unseen) {
            throw unseen.trouble();
        }
        if (sighting instanceof Snapshot snapshot) {
            return snapshot;
        }
        throw new IllegalStateException("nobody has looked at " + other);
    }

    /** Whether the judged partition's deadline has passed; an undated one is always due. */
    public boolean isDue() {
        return partition
                .span()
                .map(span -> !span.deadline().toInstant().isAfter(now))
                .orElse(true);
    }
}
