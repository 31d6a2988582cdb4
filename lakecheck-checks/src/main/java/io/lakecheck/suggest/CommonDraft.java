// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.lake.PartRule;
import io.lakecheck.partition.Span;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What several datasets of the same shape have in common, such that all of them pass their checks. */
final class CommonDraft {

    private CommonDraft() {}

    /**
     * Returns the draft of an entry for several datasets.
     *
     * @param name the name of the entry
     * @param location the location of the entry, as written in the suite
     * @param read the drafts of its datasets, at least one
     */
    static DatasetDraft of(String name, String location, List<DatasetDraft> read) {
        DatasetDraft first = read.get(0);
        List<PastPartition> partitions = all(read, draft -> draft.sample().partitions());
        Optional<MarkerGuess> marker = marker(read);
        return new DatasetDraft(
                name,
                location,
                new DatasetHistory(
                        first.history().found(),
                        marker.map(MarkerGuess::name),
                        Optional.empty(),
                        parts(read),
                        all(read, draft -> draft.history().partitions()),
                        read.stream()
                                .mapToLong(draft -> draft.history().growing())
                                .sum()),
                marker,
                schedule(read),
                new DatasetDraft.Sample(partitions, new HashSet<>(all(read, draft -> draft.sample()
                        .excluded()))),
                new DatasetDraft.Limits(Optional.empty(), Optional.empty(), MonthlyPeaks.NONE));
    }

    private static List<PastPartition> all(
            List<DatasetDraft> read, Function<DatasetDraft, Collection<PastPartition>> part) {
        return read.stream()
                .map(part)
                .flatMap(Collection::stream)
                .sorted(Comparator.comparing(partition -> partition.span().from()))
                .toList();
    }

    private static Optional<MarkerGuess> marker(List<DatasetDraft> read) {
        List<MarkerGuess> all =
                read.stream().flatMap(draft -> draft.marker().stream()).toList();
        boolean isShared = all.size() == read.size()
                && all.stream().map(MarkerGuess::name).distinct().count() == 1;
        return isShared
                ? Optional.of(new MarkerGuess(
                        all.get(0).name(),
                        all.stream().mapToLong(MarkerGuess::present).sum(),
                        all.stream().mapToLong(MarkerGuess::of).sum(),
                        all.stream().mapToLong(MarkerGuess::last).sum()))
                : Optional.empty();
    }

    private static Optional<PartRule> parts(List<DatasetDraft> read) {
        Set<Optional<PartRule>> rules =
                read.stream().map(draft -> draft.history().parts()).collect(Collectors.toSet());
        return rules.size() == 1 ? rules.iterator().next() : Optional.empty();
    }

    private static DatasetDraft.Schedule schedule(List<DatasetDraft> read) {
        List<DatasetDraft.Schedule> all =
                read.stream().map(DatasetDraft::schedule).toList();
        return new DatasetDraft.Schedule(
                Arrivals.merged(
                        all.stream().map(DatasetDraft.Schedule::arrivals).toList()),
                ContinuousWrites.merged(
                        all.stream().map(DatasetDraft.Schedule::continuous).toList()),
                all.stream()
                        .map(DatasetDraft.Schedule::due)
                        .max(Comparator.naturalOrder())
                        .orElse(Duration.ZERO),
                Optional.empty(),
                all.stream()
                        .map(DatasetDraft.Schedule::times)
                        .reduce(ExpectedTimes::or)
                        .orElseThrow(),
                absences(all),
                all.stream().flatMap(schedule -> schedule.changed().stream()).max(Comparator.comparing(Span::from)));
    }

    /** Returns the periods that are absent in all datasets. */
    private static Absences absences(List<DatasetDraft.Schedule> all) {
        return all.stream()
                .map(DatasetDraft.Schedule::absences)
                .reduce(Absences::common)
                .orElseThrow();
    }
}
