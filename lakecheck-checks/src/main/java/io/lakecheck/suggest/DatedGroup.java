// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.lake.KeyRange;
import io.lakecheck.lake.LakeObject;
import io.lakecheck.lake.Runs;
import io.lakecheck.partition.Period;
import io.lakecheck.partition.StrayKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Dated folders next to each other, with samples of what is below them. To find the layout, only the two newest folders
 * are read at each level, because all others usually look the same. Not thread-safe.
 */
final class DatedGroup {

    /** The number of folders to read at each level. */
    private static final int READ = 2;

    /** The share of the files in a dated folder that must have a finer date in their names to be partitions. */
    private static final double MIN_SHARE = 0.8;

    /** The minimum number of folders that are named by a year only. */
    private static final int MIN_YEARS = 3;

    /** The number of partitions that show when a fiscal year starts. */
    private static final int FISCAL = 3;

    private final String folder;
    private final LakeSampler sampler;
    private final int year;
    private final List<DatedPath> paths = new ArrayList<>();
    private final List<DatedPath> leaves = new ArrayList<>();
    private final List<String> strays = new ArrayList<>();
    private final List<String> companions = new ArrayList<>();

    /** @param folder the full path of the folder that contains the dated ones, ending with a slash */
    private DatedGroup(String folder, LakeSampler sampler, Instant now) {
        this.folder = folder;
        this.sampler = sampler;
        this.year = now.atZone(ZoneOffset.UTC).getYear();
    }

    /** Returns the group of folders with the given names. */
    static DatedGroup of(String folder, List<DatedName> names, LakeSampler sampler, Instant now) {
        DatedGroup group = new DatedGroup(folder, sampler, now);
        group.add(names.stream().map(DatedPath::folder).toList());
        return group;
    }

    private void add(List<DatedPath> level) {
        boolean isDeeper = false;
        for (DatedPath path : newest(level)) {
            List<String> below = sampler.folders(folder + path.text()).all().stream()
                    .filter(name -> !StrayKind.isHidden(name))
                    .toList();
            List<DatedName> dated = below.stream()
                    .flatMap(name -> DatedName.next(name).stream())
                    .toList();
            if (path.depth() < DatedPath.DEEPEST && !dated.isEmpty() && 2 * dated.size() >= below.size()) {
                isDeeper = true;
                below.stream()
                        .filter(name -> DatedName.next(name).isEmpty())
                        .forEach(name -> strays.add(path.text() + name + "/"));
                add(dated.stream().map(name -> path.with(name, false)).toList());
            } else {
                leaves.add(path);
                if (isDeeper) {
                    paths.add(path);
                } else {
                    break;
                }
            }
        }
        if (!isDeeper) {
            paths.addAll(level);
        }
    }

    private List<DatedPath> newest(List<DatedPath> level) {
        List<DatedPath> plausible = level.stream()
                .filter(path -> !path.names().get(0).isAfter(year + 1))
                .sorted(Comparator.<DatedPath, String>comparing(path -> path.text())
                        .reversed())
                .limit(READ)
                .toList();
        return plausible.isEmpty() ? level.subList(0, Math.min(1, level.size())) : plausible;
    }

    /** Returns the layout of the folders or of the files in them, or empty if most of them follow none. */
    Optional<FolderLayout> layout() {
        Optional<FolderLayout> folders =
                LayoutSearch.among(paths, folder, year + 1).flatMap(this::meaning);
        if (folders.filter(layout -> !layout.period().isLongerThanDay()).isPresent()) {
            return folders;
        }
        List<DatedPath> files = files();
        Optional<FolderLayout> finer = files.isEmpty() ? Optional.empty() : LayoutSearch.among(files, folder, year + 1);
        if (finer.filter(layout -> folders.isEmpty()
                        || layout.period().compareTo(folders.get().period()) < 0)
                .isPresent()) {
            paths.clear();
            paths.addAll(files);
            return finer;
        }
        return folders;
    }

    /** Returns the layout with the meaning that its dates seem to have, or empty if it is unknown. */
    private Optional<FolderLayout> meaning(FolderLayout layout) {
        if (layout.period().equals(Period.YEAR)) {
            return Optional.of(layout).filter(this::areYears);
        }
        if (Lookalikes.areIn(layout, paths) || areNumbers(layout)) {
            return Optional.empty();
        }
        return layout.period().unit() == ChronoUnit.MONTHS && FiscalYear.isNamedIn(layout)
                ? fiscal(layout)
                : Optional.of(withoutShards(layout));
    }

    private boolean areNumbers(FolderLayout layout) {
        List<LocalDateTime> times = layout.times(paths);
        return !times.isEmpty()
                && Lookalikes.mayBeIn(layout, times, year)
                && !leaves.isEmpty()
                && written(leaves.get(0))
                        .filter(written -> Lookalikes.areNumbers(layout, times, written))
                        .isPresent();
    }

    /** Returns the local time at which the newest object in a folder was written, or empty if there is none. */
    private Optional<LocalDateTime> written(DatedPath path) {
        return sampler.objects(KeyRange.of(folder, path.text()), 1).all().stream()
                .map(object -> LocalDateTime.ofInstant(object.modified(), ZoneOffset.UTC))
                .max(Comparator.naturalOrder());
    }

    /** Returns the layout with the start of the fiscal year on which most of the newest partitions agree. */
    private Optional<FolderLayout> fiscal(FolderLayout layout) {
        List<DatedPath> newest = paths.stream()
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

    /** Returns the layout of the days if the folders in them are shards rather than hours, or the given one. */
    private FolderLayout withoutShards(FolderLayout layout) {
        if (!Shards.mayBeIn(layout, layout.times(paths))) {
            return layout;
        }
        List<DatedPath> days = paths.stream()
                .map(path -> path.first(layout.depth() - 1))
                .distinct()
                .toList();
        String newest = days.stream()
                .map(DatedPath::text)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        boolean areShards =
                Shards.areIn(sampler.objects(KeyRange.of(folder, newest), 1).all(), newest.length());
        Optional<FolderLayout> daily = areShards ? LayoutSearch.among(days, folder, year + 1) : Optional.empty();
        if (daily.isPresent()) {
            paths.clear();
            paths.addAll(days);
        }
        return daily.orElse(layout);
    }

    /**
     * Returns whether folders that are named by a number such as 2025 contain the data of years: there are several, up
     * to about the current year, and there are no folders in them but those of partition columns.
     */
    private boolean areYears(FolderLayout layout) {
        List<LocalDateTime> times = layout.times(paths);
        int newest = times.get(times.size() - 1).getYear();
        return !FiscalYear.isNamedIn(layout)
                && times.size() >= MIN_YEARS
                && newest >= year - 1
                && newest <= year + 1
                && leaves.stream()
                        .allMatch(leaf -> leaf.depth() == layout.depth()
                                && sampler.folders(folder + leaf.text()).all().stream()
                                        .allMatch(name -> StrayKind.isHidden(name) || name.indexOf('=') > 0));
    }

    /** Returns the files in the newest folders if their names contain a finer date that agrees with their times. */
    private List<DatedPath> files() {
        List<DatedPath> dated = new ArrayList<>();
        int all = 0;
        for (DatedPath leaf : leaves.subList(0, Math.min(READ, leaves.size()))) {
            String path = leaf.text();
            for (LakeObject object :
                    sampler.objects(KeyRange.of(folder, path), 1).all()) {
                String name = object.key().substring(path.length());
                if (FileSuffix.isCompanion(name, object)) {
                    companions.add(object.key());
                }
                if (StrayKind.isHidden(name) || FileSuffix.isCompanion(name, object)) {
                    continue;
                }
                all++;
                DatedName.file(name)
                        .filter(date -> name.indexOf('/') < 0)
                        .map(date -> leaf.with(date, true))
                        .filter(file -> isPlausible(file, object))
                        .ifPresent(dated::add);
            }
        }
        return dated.size() >= MIN_SHARE * all ? dated : List.of();
    }

    /** Returns whether an object was written at about the time that its path contains. */
    private boolean isPlausible(DatedPath file, LakeObject object) {
        return LayoutSearch.among(List.of(file), folder, year + 1)
                .flatMap(layout -> layout.read(file))
                .map(time -> Duration.between(time.toInstant(ZoneOffset.UTC), object.modified()))
                .filter(age -> age.compareTo(Duration.ofDays(-1)) >= 0 && age.compareTo(Duration.ofDays(4)) <= 0)
                .isPresent();
    }

    /** Returns the times of the paths that follow a layout, oldest first. */
    List<LocalDateTime> times(FolderLayout layout) {
        return layout.times(paths);
    }

    /** Returns what is added to the names of files in the names of files that accompany them. */
    List<String> suffixes() {
        return FileSuffix.of(
                companions,
                paths.stream().filter(DatedPath::isFile).map(DatedPath::text).toList());
    }

    Runs runs(FolderLayout layout) {
        return layout.runs(paths);
    }

    /** Returns the paths that do not follow a layout. */
    List<String> strays(FolderLayout layout) {
        List<String> all = new ArrayList<>(strays);
        all.addAll(layout.strays(paths));
        return all;
    }
}
