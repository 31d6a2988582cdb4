// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.Check;
import io.lakecheck.CompleteCheck;
import io.lakecheck.Dataset;
import io.lakecheck.DeltaCheck;
import io.lakecheck.Evidence;
import io.lakecheck.Finding;
import io.lakecheck.Strays;
import io.lakecheck.Verdict;
import io.lakecheck.lake.Ignored;
import io.lakecheck.lake.Lake;
import io.lakecheck.lake.ObjectStats;
import io.lakecheck.lake.Observation;
import io.lakecheck.lake.Snapshot;
import io.lakecheck.lake.Subtotals;
import io.lakecheck.partition.Partition;
import io.lakecheck.partition.Span;
import io.lakecheck.survey.Backtest;
import io.lakecheck.value.ByteSize;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The backtest of a suggested dataset on the partitions that were read to suggest it. Nothing is listed again: all
 * other partitions count as absent. All days share one map of partitions, because a copy for each day would take most
 * of the memory.
 */
final class Replayed {

    private final Dataset dataset;
    private final Optional<SharedMarker> marker;
    private final List<Partition> days = new ArrayList<>();
    private final Map<Partition, Observation> known = new HashMap<>();
    private final Map<Partition, Evidence> current = new HashMap<>();
    private final Instant listed;

    private Replayed(Dataset dataset, Optional<SharedMarker> marker, Instant listed) {
        this.dataset = dataset;
        this.marker = marker;
        this.listed = listed;
    }

    /**
     * Returns the findings of each check, or an empty list if no partition is due yet.
     *
     * @param dataset the dataset as read from the suggested suite
     */
    static List<Backtest.Series> series(DatasetDraft draft, Dataset dataset) {
        List<PastPartition> due = draft.sample().replayed();
        if (due.isEmpty()) {
            return List.of();
        }
        Replayed replayed = new Replayed(
                dataset, draft.history().shared(), due.get(0).found().takenAt());
        due.forEach(replayed::add);
        replayed.addDays(
                due.get(0).span().from(), due.get(due.size() - 1).span().from());
        return Backtest.of(dataset, replayed.evidence()).stream()
                .map(replayed::withoutHistory)
                .toList();
    }

    /**
     * Returns a copy that keeps only the judged partitions, which all checks share. The baselines of all days would
     * take most of the memory.
     */
    private Backtest.Series withoutHistory(Backtest.Series series) {
        return new Backtest.Series(
                series.dataset(),
                series.check(),
                series.findings().stream().map(this::withoutHistory).toList());
    }

    private Finding withoutHistory(Finding finding) {
        Evidence all = finding.evidence();
        Verdict verdict = finding.verdict();
        return new Finding(
                finding.check(),
                current.computeIfAbsent(
                        all.partition(),
                        day -> new Evidence(all.dataset(), day, all.now(), Map.of(day, all.current()), Map.of())),
                new Verdict(
                        verdict.outcome(),
                        verdict.measured(),
                        verdict.expected(),
                        verdict.reason(),
                        verdict.figures(),
                        List.of()));
    }

    private void add(PastPartition past) {
        Partition partition = partition(past.span().from());
        known.put(partition, marked(past.in(dataset, partition)));
    }

    private Partition partition(LocalDateTime from) {
        return dataset.location()
                .at(new Span(dataset.location().period().orElseThrow(), from, dataset.zone(), dataset.due()));
    }

    private void addDays(LocalDateTime first, LocalDateTime last) {
        Partition newest = partition(last);
        Stream.concat(Stream.of(newest), dataset.before(newest))
                .takeWhile(day -> !from(day).isBefore(first))
                .forEach(days::add);
        Collections.reverse(days);
        days.forEach(this::addAbsent);
    }

    private void addAbsent(Partition partition) {
        known.computeIfAbsent(
                partition,
                absent -> marked(new Snapshot(
                        absent,
                        new ObjectStats(
                                0,
                                new ByteSize(0),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Subtotals.NONE),
                        Optional.empty(),
                        Ignored.NONE,
                        0,
                        Lake.Answer.at(listed),
                        Optional.empty())));
    }

    private Snapshot marked(Snapshot snapshot) {
        return marker.map(shared -> snapshot.withMarker(Optional.of(shared.object())))
                .orElse(snapshot);
    }

    /** Returns the evidence of each day, after adding all partitions that a check needs. */
    private List<Evidence> evidence() {
        addNeeded(days, this::mayNeedForDelta);
        List<Partition> open = days;
        while (!open.isEmpty()) {
            open = addNeeded(open, this::needForOthers);
        }
        Map<Partition, Observation> all = Map.copyOf(known);
        return days.stream().map(day -> evidence(day, all)).toList();
    }

    /** Returns what {@code delta} may need. To determine what it does need would take as long as its verdict. */
    private Set<Partition> mayNeedForDelta(Evidence evidence) {
        return checks().filter(DeltaCheck.class::isInstance)
                .flatMap(check -> check.mayNeed(evidence).stream())
                .collect(Collectors.toSet());
    }

    private Set<Partition> needForOthers(Evidence evidence) {
        return checks().filter(check -> !(check instanceof DeltaCheck))
                .flatMap(check -> check.needs(evidence).stream())
                .collect(Collectors.toSet());
    }

    /** Adds the partitions that checks need, and returns the days for which there are any. */
    private List<Partition> addNeeded(List<Partition> open, Function<Evidence, Set<Partition>> needs) {
        Map<Partition, Observation> all = Map.copyOf(known);
        return open.stream()
                .filter(day -> {
                    Set<Partition> needed = needs.apply(evidence(day, all));
                    needed.forEach(this::addAbsent);
                    return !needed.isEmpty();
                })
                .toList();
    }

    private static LocalDateTime from(Partition partition) {
        return partition.span().orElseThrow().from();
    }

    private Evidence evidence(Partition day, Map<Partition, Observation> all) {
        Evidence evidence =
                new Evidence(dataset, day, day.span().orElseThrow().deadline().toInstant(), all, Map.of());
        Set<String> folders =
                checks().flatMap(check -> check.searches(evidence).stream()).collect(Collectors.toSet());
        return evidence.withStrays(
                folders.stream().collect(Collectors.toMap(Function.identity(), folder -> Strays.NONE)));
    }

    /** Returns the checks as a backtest applies them, so that no more partitions are computed than it reads. */
    private Stream<Check> checks() {
        return dataset.checks().stream()
                .map(check -> check instanceof CompleteCheck complete ? complete.alone() : check);
    }
}
