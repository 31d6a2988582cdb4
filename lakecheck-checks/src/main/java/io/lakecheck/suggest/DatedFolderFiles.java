// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.lake.KeyRange;
import io.lakecheck.lake.LakeObject;
import io.lakecheck.partition.StrayKind;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** The files in the newest of some dated folders, if their names contain finer dates than those of the folders. */
final class DatedFolderFiles {

    /** The share of the files whose names must contain a finer date that agrees with the time of the file. */
    private static final double MIN_SHARE = 0.8;

    /** The maximum number of texts before the date. If there are more, they contain something else that changes. */
    private static final int MOST_TEXTS = 20;

    /** The longest time from the end of a file's period to the time at which the file was written. */
    private static final Duration LATEST = Duration.ofDays(3);

    /** What the numbers in names may be, in order of precedence. */
    private static final List<Function<String, Optional<DatedName>>> READINGS =
            List.of(DatedName::full, DatedName::monthAndDay, DatedName::number);

    private final DatedTree tree;
    private final List<DatedFile> files = new ArrayList<>();
    private final List<String> companions = new ArrayList<>();

    private DatedFolderFiles(DatedTree tree) {
        this.tree = tree;
    }

    /** A file, and the dated folder that contains it. */
    private record DatedFile(DatedPath folder, String name, LakeObject object) {}

    /** Returns the layouts of the files, one for each text before the date, or an empty list if they have none. */
    static List<LayoutMatch> layouts(DatedTree tree, LakeSampler sampler) {
        DatedFolderFiles found = new DatedFolderFiles(tree);
        tree.leaves().stream().limit(DatedTree.READ).forEach(leaf -> found.addAll(leaf, sampler));
        return READINGS.stream()
                .map(found::layouts)
                .filter(layouts -> !layouts.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private void addAll(DatedPath leaf, LakeSampler sampler) {
        String folder = tree.text(leaf);
        for (LakeObject object :
                sampler.objects(KeyRange.of(tree.root(), folder), 1).all()) {
            String name = object.key().substring(folder.length());
            if (FileSuffix.isCompanion(name, object)) {
                companions.add(object.key());
            } else if (!StrayKind.isHidden(name)) {
                files.add(new DatedFile(leaf, name, object));
            }
        }
    }

    private List<LayoutMatch> layouts(Function<String, Optional<DatedName>> reading) {
        Map<String, Map<DatedPath, LakeObject>> groups = new TreeMap<>();
        files.stream().filter(file -> file.name().indexOf('/') < 0).forEach(file -> reading.apply(file.name())
                .ifPresent(date -> groups.computeIfAbsent(date.prefix(), none -> new TreeMap<>(DatedPath.ORDER))
                        .put(tree.with(file.folder(), date, true), file.object())));
        List<LayoutMatch> found =
                groups.values().stream().flatMap(this::layouts).toList();
        int all = found.stream().mapToInt(match -> match.paths().size()).sum();
        return all >= MIN_SHARE * files.size() && found.size() <= MOST_TEXTS ? found : List.of();
    }

    private Stream<LayoutMatch> layouts(Map<DatedPath, LakeObject> group) {
        return NamesAfterDates.split(List.copyOf(group.keySet())).stream()
                .flatMap(paths -> LayoutSearch.among(paths, tree.root(), tree.lastYear()).stream()
                        .filter(layout -> paths.stream().allMatch(path -> path.depth() == layout.depth()))
                        .map(layout -> match(layout, paths, group))
                        .filter(match -> match.paths().size() >= MIN_SHARE * paths.size()));
    }

    private LayoutMatch match(FolderLayout layout, List<DatedPath> paths, Map<DatedPath, LakeObject> group) {
        return new LayoutMatch(
                layout,
                paths.stream()
                        .filter(path -> Optional.ofNullable(group.get(path))
                                .filter(object -> isPlausible(layout, path, object))
                                .isPresent())
                        .toList(),
                FileSuffix.of(companions, paths.stream().map(DatedPath::text).toList()));
    }

    /** Returns whether an object was written at about the time that its path contains. */
    private static boolean isPlausible(FolderLayout layout, DatedPath path, LakeObject object) {
        LocalDateTime written = LocalDateTime.ofInstant(object.modified(), ZoneOffset.UTC);
        return layout.read(path)
                .filter(time -> !written.isBefore(time.minusDays(1))
                        && !written.isAfter(layout.period().step(time, 1).plus(LATEST)))
                .isPresent();
    }
}
