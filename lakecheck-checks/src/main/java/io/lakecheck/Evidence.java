// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import io.lakecheck.baseline.Exclusion;
import io.lakecheck.baseline.History;
import io.lakecheck.baseline.HistoryEntry;
import io.lakecheck.baseline.Volume;
import io.lakecheck.lake.CheckTime;
import io.lakecheck.lake.LakeException;
import io.lakecheck.lake.Observation;
import io.lakecheck.lake.PartRule;
import io.lakecheck.lake.Runs;
import io.lakecheck.lake.Snapshot;
import io.lakecheck.lake.Unobserved;
import io.lakecheck.partition.Calendar;
import io.lakecheck.partition.Location;
import io.lakecheck.partition.Partition;
import io.lakecheck.value.Display;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The facts that a check may use: the time of the check, and the results of listing the checked partition, earlier
 * partitions and the folders next to them.
 *
 * @param dataset the dataset that the partition belongs to
 * @param partition the checked partition
 * @param now the time of the check; the partition may have been listed later, because a run can check the past
 * @param observations the results of listings, by partition
 * @param strays the results of searches for strays, by the path of the searched folder relative to the dataset's root
 */
public record Evidence(
        Dataset dataset,
        Partition partition,
        Instant now,
        Map<Partition, Observation> observations,
        Map<String, Strays> strays)
        implements History {

    /**
     * The number of earlier partitions whose runs are counted: two weeks of days, so that each weekday is there twice.
     */
    private static final int RUNS_KNOWN = 14;

    private static final int RUNS_LEAST = 3;

    public Evidence {
        observations = Map.copyOf(observations);
        strays = Map.copyOf(strays);
    }

    /** Returns the evidence that is available before anything has been listed. */
    public static Evidence empty(Dataset dataset, Partition partition, Instant now) {
        return new Evidence(dataset, partition, now, Map.of(), Map.of());
    }

    /**
     * Returns a copy of this evidence with more observations. A new observation replaces an earlier one of the same
     * partition.
     */
    public Evidence with(Map<Partition, Observation> more) {
        Map<Partition, Observation> all = new HashMap<>(observations);
        all.putAll(more);
        return new Evidence(dataset, partition, now, all, strays);
    }

    /** Returns a copy of this evidence with the strays found in more folders. */
    public Evidence withStrays(Map<String, Strays> more) {
        Map<String, Strays> all = new HashMap<>(strays);
        all.putAll(more);
        return new Evidence(dataset, partition, now, observations, all);
    }

    /** Returns a copy of this evidence with a different time of the check. */
    public Evidence at(Instant moment) {
        return new Evidence(dataset, partition, moment, observations, strays);
    }

    @Override
    public boolean has(Partition other) {
        return observations.containsKey(other);
    }

    @Override
    public Snapshot current() {
        return snapshot(partition);
    }

    /**
     * Returns the snapshot of a partition.
     *
     * @throws LakeException if the partition could not be listed
     * @throws IllegalStateException if the partition has not been listed because the check did not need it
     */
    public Snapshot snapshot(Partition other) {
        Observation observation = observations.get(other);
        if (observation instanceof Unobserved unobserved) {
            throw unobserved.failure();
        }
        if (observation instanceof Snapshot snapshot) {
            return snapshot;
        }
        throw new IllegalStateException("partition has not been listed: " + other);
    }

    /**
     * Returns the strays in the given folders.
     *
     * @throws LakeException if one of the folders could not be listed
     * @throws IllegalStateException if one of the folders has not been listed because the check does not search it
     */
    Strays straysIn(Collection<String> folders) {
        Strays all = Strays.NONE;
        for (String folder : folders) {
            Strays found = strays.get(folder);
            if (found == null) {
                throw new IllegalStateException("folder has not been searched for strays: '" + folder + "'");
            }
            all = all.plus(found);
        }
        all.failure().ifPresent(failure -> {
            throw failure;
        });
        return all;
    }

    /** Returns the time of the check together with the time at which the checked partition was listed. */
    CheckTime time() {
        return new CheckTime(now, current());
    }

    /** Returns whether the deadline of the checked partition has passed; an undated partition is always due. */
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

    /**
     * Returns the evidence on each run by its name, in key order, as if the run were the only one in the checked
     * partition. The result is empty unless the dataset checks each run and the partition has been listed.
     */
    Map<String, Evidence> runs() {
        if (!(observations.get(partition) instanceof Snapshot whole)) {
            return Map.of();
        }
        Map<String, Evidence> runs = new LinkedHashMap<>();
        whole.runs().forEach((name, run) -> runs.put(name, with(Map.of(partition, run))));
        return runs;
    }

    /**
     * Returns a remark if there are fewer runs than in all but one of the earlier partitions; empty if there are as
     * many, if fewer than three earlier partitions are known, or if runs are not checked separately.
     */
    Optional<String> missingRuns() {
        int found = current().runs().size();
        if (found == 0) {
            return Optional.empty();
        }
        List<Integer> ascending = snapshots(runsFrom()).stream()
                .map(earlier -> earlier.runs().size())
                .filter(runs -> runs > 0)
                .sorted()
                .toList();
        return ascending.size() < RUNS_LEAST || found >= ascending.get(1)
                ? Optional.empty()
                : Optional.of("all but at most one of the previous " + Display.count(ascending.size(), "partition")
                        + " had at least " + Display.count(ascending.get(1), "run"));
    }

    /** Returns the earlier partitions whose runs are counted; none if runs are not checked separately. */
    private Stream<Partition> runsFrom() {
        return dataset.filter().runs() == Runs.EACH ? dataset.before(partition).limit(RUNS_KNOWN) : Stream.empty();
    }

    /**
     * Returns the partitions that must still be listed for remarks that apply to all checks of the dataset. They are
     * next to the checked one, so that small ones take no further request.
     */
    public Set<Partition> needs() {
        return runsFrom().filter(earlier -> !has(earlier)).collect(Collectors.toSet());
    }

    /**
     * Returns a remark if the dataset's parts are learned, but neither this partition nor the earlier ones have any;
     * otherwise empty.
     */
    Optional<String> unknownParts() {
        return dataset.presence()
                .parts()
                .filter(rule -> Stream.concat(Stream.of(current()), snapshots(partsFrom(partition)).stream())
                        .allMatch(
                                snapshot -> snapshot.data().subtotals().parts().isEmpty()))
                .filter(PartRule::isLearned)
                .map(rule -> "neither it nor the previous " + Display.count(PartRule.LEARNED, "partition") + " contain "
                        + rule.example() + ", so no parts are expected; correct 'parts'");
    }

    /** Returns a remark on an unexpected part whose rows have no value; empty if there is none. */
    Optional<String> partWithoutValue() {
        return dataset.presence()
                .parts()
                .flatMap(rule -> rule.withoutValue(current(), snapshots(partsFrom(partition))));
    }

    @Override
    public HistoryEntry entry(Partition other, Volume of) {
        Snapshot snapshot = of.typicalRun(snapshot(other));
        return new HistoryEntry(
                other,
                Optional.of(snapshot),
                dataset.exclusion(snapshot)
                        .or(() ->
                                missingParts(other, snapshots(partsFrom(other))).isEmpty()
                                        ? Optional.empty()
                                        : Optional.of(Exclusion.MISSING_PARTS))
                        .or(() -> isInFuture(snapshot) ? Optional.of(Exclusion.IN_FUTURE) : Optional.empty()));
    }

    private boolean isInFuture(Snapshot snapshot) {
        return dataset.plausibility(snapshot)
                .writtenAfter(new CheckTime(now, snapshot).latest())
                .isPresent();
    }

    /**
     * Returns the parts that a partition lacks, as text that is safe to print; empty if the dataset has no parts.
     *
     * @throws LakeException if an earlier partition from which parts are learned could not be listed, because the
     *     expected parts are unknown then
     */
    List<String> missingParts(Partition other) {
        return missingParts(
                other, partsFrom(other).filter(this::has).map(this::snapshot).toList());
    }

    /** Returns what the checked partition has instead of missing parts, as text that is safe to print. */
    Optional<String> otherParts() {
        return dataset.presence()
                .parts()
                .flatMap(rule -> rule.insteadOfMissing(current(), snapshots(partsFrom(partition))));
    }

    private List<String> missingParts(Partition other, List<Snapshot> earlier) {
        return dataset.presence()
                .parts()
                .map(rule ->
                        rule.missing(snapshot(other), earlier, dataset.roles().marker()))
                .orElse(List.of());
    }

    private List<Snapshot> snapshots(Stream<Partition> partitions) {
        return partitions
                .map(observations::get)
                .filter(Snapshot.class::isInstance)
                .map(Snapshot.class::cast)
                .toList();
    }

    /** Returns the earlier partitions from which the parts of a partition are learned. */
    Stream<Partition> partsFrom(Partition other) {
        return dataset.presence().parts().filter(PartRule::isLearned).isPresent()
                ? dataset.before(other).limit(PartRule.LEARNED)
                : Stream.empty();
    }
}
