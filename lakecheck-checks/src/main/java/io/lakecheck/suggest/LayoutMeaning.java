// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.lake.KeyRange;
import io.lakecheck.partition.Period;
import io.lakecheck.partition.StrayKind;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the numbers in the names of dated folders mean, which may not be what they look like: they may be ids, the dates
 * of a fiscal year, or shards rather than hours.
 */
final class LayoutMeaning {

    /** The minimum number of folders that are named by a year only. */
    private static final int MIN_YEARS = 3;

    /** The number of partitions that show when a fiscal year starts. */
    private static final int FISCAL = 3;

    private final DatedTree tree;
    private final LakeSampler sampler;

    private LayoutMeaning(DatedTree tree, LakeSampler sampler) {
        this.tree = tree;
        this.sampler = sampler;
    }

    /** Returns the layout with the meaning that its dates seem to have, or empty if it is unknown. */
    static Optional<LayoutMatch> of(FolderLayout layout, DatedTree tree, LakeSampler sampler) {
        return new LayoutMeaning(tree, sampler).of(layout);
    }

    private Optional<LayoutMatch> of(FolderLayout layout) {
        if (layout.period().equals(Period.YEAR)) {
            return Optional.of(layout).filter(this::areYears).map(this::match);
        }
        if (Lookalikes.areIn(layout, tree.paths()) || areNumbers(layout)) {
            return Optional.empty();
        }
        return layout.period().unit() == ChronoUnit.MONTHS && FiscalYear.isNamedIn(layout)
                ? fiscal(layout).map(this::match)
                : Optional.of(withoutShards(layout).orElseGet(() -> match(layout)));
    }

    private LayoutMatch match(FolderLayout layout) {
        return new LayoutMatch(layout, tree.paths(), List.of());
    }

    private boolean areNumbers(FolderLayout layout) {
        List<LocalDateTime> times = layout.times(tree.paths());
        return !times.isEmpty()
                && Lookalikes.mayBeIn(layout, times, tree.lastYear() - 1)
                && !tree.leaves().isEmpty()
                && written(tree.leaves().get(0))
                        .filter(written -> Lookalikes.areNumbers(layout, times, written))
                        .isPresent();
    }

    /** Returns the local time at which the newest object in a folder was written, or empty if there is none. */
    private Optional<LocalDateTime> written(DatedPath path) {
        return sampler.objects(KeyRange.of(tree.root(), path.text()), 1).all().stream()
                .map(object -> LocalDateTime.ofInstant(object.modified(), ZoneOffset.UTC))
                .max(Comparator.naturalOrder());
    }

    /** Returns the layout with the start of the fiscal year on which most of the newest partitions agree. */
    private Optional<FolderLayout> fiscal(FolderLayout layout) {
        List<DatedPath> newest = tree.paths().stream()
                .filter(path -> layout.read(path).isPresent())
                .sorted(Comparator.<DatedPath, LocalDateTime>comparing(
                                path -> layout.read(path).orElseThrow())
                        .reversed())
                .limit(FISCAL)
                .toList();
        Map<FolderLayout, Long> found = newest.stream()
                .flatMap(
                        path -> written(path)
                                .flatMap(written ->
                                        FiscalYear.of(layout, layout.read(path).orElseThrow(), written))
                                .stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return found.entrySet().stream()
                .filter(each -> each.getValue() * 2 > newest.size())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Returns the layout of the days if the folders in them are shards rather than hours. */
    private Optional<LayoutMatch> withoutShards(FolderLayout layout) {
        if (!Shards.mayBeIn(layout, layout.times(tree.paths()))) {
            return Optional.empty();
        }
        List<DatedPath> days = tree.paths(layout.depth() - 1);
        String newest = days.stream()
                .map(DatedPath::text)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        boolean areShards = Shards.areIn(
                sampler.objects(KeyRange.of(tree.root(), newest), 1).all(), newest.length());
        return areShards
                ? LayoutSearch.among(days, tree.root(), tree.lastYear())
                        .map(daily -> new LayoutMatch(daily, days, List.of()))
                : Optional.empty();
    }

    /**
     * Returns whether folders that are named by a number such as 2025 contain the data of years: there are several, up
     * to about the current year, and there are no folders in them but those of partition columns.
     */
    private boolean areYears(FolderLayout layout) {
        List<LocalDateTime> times = layout.times(tree.paths());
        int newest = times.get(times.size() - 1).getYear();
        return !FiscalYear.isNamedIn(layout)
                && times.size() >= MIN_YEARS
                && newest >= tree.lastYear() - 2
                && newest <= tree.lastYear()
                && tree.leaves().stream()
                        .allMatch(leaf -> leaf.depth() == layout.depth()
                                && sampler.folders(tree.root() + tree.text(leaf)).all().stream()
                                        .allMatch(name -> StrayKind.isHidden(name) || name.indexOf('=') > 0));
    }
}
