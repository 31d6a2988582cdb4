// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import io.lakecheck.baseline.History;
import io.lakecheck.baseline.HistoryEntry;
import io.lakecheck.baseline.Volume;
import io.lakecheck.lake.LakeException;
import io.lakecheck.lake.Observation;
import io.lakecheck.lake.Snapshot;
import io.lakecheck.lake.Unobserved;
import io.lakecheck.partition.Calendar;
import io.lakecheck.partition.Location;
import io.lakecheck.partition.Partition;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a check may look at: what was found in the judged partition, in those it is compared with and beside them, and
 * the time.
 *
 * @param dataset whose
 * @param partition the one that is judged
 * @param now the moment for which it is judged; not always the moment at which it was looked
 * @param sightings what came of looking, by partition
 * @param strays what came of looking for strays, by the path of the folder below the dataset's root
 */
public record Evidence(
        Dataset dataset,
        Partition partition,
        Instant now,
        Map<Partition, Observation> sightings,
        Map<String, Strays> strays)
        implements History {

    public Evidence {
        sightings = Map.copyOf(sightings);
        strays = Map.copyOf(strays);
    }

    /** Evidence before anybody has looked. */
    public static Evidence none(Dataset dataset, Partition partition, Instant now) {
        return new Evidence(dataset, partition, now, Map.of(), Map.of());
    }

    /** This and what was seen since. */
    public Evidence with(Map<Partition, Observation> more) {
        Map<Partition, Observation> all = new HashMap<>(sightings);
        all.putAll(more);
        return new Evidence(dataset, partition, now, all, strays);
    }

    /** This and what was found in some more folders. */
    public Evidence withStrays(Map<String, Strays> more) {
        Map<String, Strays> all = new HashMap<>(strays);
        all.putAll(more);
        return new Evidence(dataset, partition, now, sightings, all);
    }

    /** The same, judged at another moment. */
    public Evidence at(Instant moment) {
        return new Evidence(dataset, partition, moment, sightings, strays);
    }

    /** Whether somebody has looked at this partition, with or without success. */
    @Override
    public boolean has(Partition other) {
        return sightings.containsKey(other);
    }

    /** What was found in the judged partition; see {@link #snapshot}. */
    @Override
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
        Observation sighting = sightings.get(other);
        if (sighting instanceof Unobserved unseen) {
            throw unseen.failure();
        }
        if (sighting instanceof Snapshot snapshot) {
            return snapshot;
        }
        throw new IllegalStateException("nobody has looked at " + other);
    }

    /**
     * The strays in these folders.
     *
     * @throws LakeException where one could not be looked through
     * @throws IllegalStateException where nobody has looked: the check did not say that it searches it
     */
    Strays straysIn(Collection<String> folders) {
        Strays all = Strays.NONE;
        for (String folder : folders) {
            Strays found = strays.get(folder);
            if (found == null) {
                throw new IllegalStateException("nobody has looked for strays in '" + folder + "'");
            }
            all = all.and(found);
        }
        all.failure().ifPresent(failure -> {
            throw failure;
        });
        return all;
    }

    /** Whether the judged partition's deadline has passed; an undated one is always due. */
    public boolean isDue() {
        return partition
                .span()
                .map(span -> !span.deadline().toInstant().isAfter(now))
                .orElse(true);
    }

    @Override
    public Location location() {
        return dataset.location();
    }

    @Override
    public Calendar calendar() {
        return dataset.calendar();
    }

    @Override
    public HistoryEntry entry(Partition other, Volume of) {
        Snapshot snapshot = snapshot(other);
        return new HistoryEntry(other, Optional.of(snapshot), dataset.exclusion(snapshot, of));
    }
}
