// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.lake.PartRule;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A suggested entry of a suite, which defines one dataset or several of the same shape.
 *
 * @param draft what was derived for the dataset, or for all datasets together
 * @param members the names for each placeholder; empty for a single dataset
 * @param read the datasets that were read, with their names in the suite
 */
record EntryDraft(DatasetDraft draft, List<Members> members, List<DatasetDraft> read) {

    static EntryDraft of(DatasetDraft single) {
        return new EntryDraft(single, List.of(), List.of(single));
    }

    /** Returns an entry for several datasets. The limits are such that all of them pass. */
    static EntryDraft of(String name, String location, List<Members> members, List<DatasetDraft> read) {
        DatasetDraft first = read.get(0);
        List<PastPartition> partitions = all(read, draft -> draft.sample().partitions());
        Optional<MarkerGuess> marker = marker(read);
        return new EntryDraft(
                new DatasetDraft(
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
                        new DatasetDraft.Limits(Optional.empty(), Optional.empty())),
                members,
                read);
    }

    boolean isSingle() {
        return members.isEmpty();
    }

    /** Returns the number of datasets. */
    int size() {
        return members.stream().mapToInt(each -> each.names().size()).reduce(1, Math::multiplyExact);
    }

    /** Returns whether partitions that contain only their marker seem to be normal. */
    boolean mayBeEmpty() {
        return draft.sample().mayBeEmpty()
                && read.stream().anyMatch(one -> one.sample().mayBeEmpty());
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
                absences(all));
    }

    /** Returns the periods that are absent in all datasets. */
    private static Absences absences(List<DatasetDraft.Schedule> all) {
        return all.stream()
                .map(DatasetDraft.Schedule::absences)
                .reduce(Absences::common)
                .orElseThrow();
    }
}
