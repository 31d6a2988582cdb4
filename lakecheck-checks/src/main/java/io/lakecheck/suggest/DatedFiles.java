// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.lake.LakeObject;
import io.lakecheck.partition.Period;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The files in a folder without dated subfolders, grouped by the text before the date in their names. */
final class DatedFiles {

    /** The minimum number of files that have the same text before their dates. A single one proves nothing. */
    private static final int MIN_FILES = 2;

    /** The minimum number of hours with files, and their minimum share of all hours, that show that data is hourly. */
    private static final int MIN_HOURS = 24;

    private static final double MIN_SHARE = 0.8;

    private final String root;
    private final int lastYear;
    private final Map<String, List<DatedPath>> groups = new TreeMap<>();
    private final List<String> companions = new ArrayList<>();
    private Optional<String> example = Optional.empty();

    private DatedFiles(String root, int lastYear) {
        this.root = root;
        this.lastYear = lastYear;
    }

    /**
     * Returns the files in a folder.
     *
     * @param root the full path of the folder, ending with a slash
     * @param folder the path of the folder relative to the root of the objects' keys
     * @param objects the objects in the folder and below
     * @param lastYear the last year of plausible dates
     */
    static DatedFiles of(String root, String folder, List<LakeObject> objects, int lastYear) {
        DatedFiles files = new DatedFiles(root, lastYear);
        for (LakeObject object : objects) {
            String name = object.key().substring(folder.length());
            if (name.isEmpty() || name.indexOf('/') >= 0 || name.startsWith("_") || name.startsWith(".")) {
                continue;
            }
            Optional<DatedName> dated = DatedName.first(name);
            if (dated.isEmpty()) {
                files.example = files.example.or(() -> Optional.of(object.key()));
            } else if (FileSuffix.isCompanion(name, object)) {
                files.companions.add(name);
            } else {
                files.groups
                        .computeIfAbsent(dated.get().prefix(), none -> new ArrayList<>())
                        .add(new DatedPath(List.of(dated.get()), true));
            }
        }
        return files;
    }

    /**
     * Returns the datasets that the files form. A year alone is not taken for a date, because it may be any number.
     *
     * @param folder the folder, as it is to be part of the datasets' locations
     */
    List<FoundDataset> datasets(String folder) {
        List<FoundDataset> found = new ArrayList<>();
        if (UnpredictableNames.areIn(groups.values())) {
            return found;
        }
        for (List<DatedPath> paths : groups.values().stream()
                .flatMap(group -> NamesAfterDates.split(group).stream())
                .toList()) {
            dataset(folder, hours(paths))
                    .or(() -> dataset(folder, paths))
                    .ifPresentOrElse(
                            found::add,
                            () -> example = example.or(
                                    () -> Optional.of(folder + paths.get(0).text())));
        }
        return found;
    }

    private Optional<FoundDataset> dataset(String folder, List<DatedPath> paths) {
        return layout(paths)
                .filter(each -> each.period().compareTo(Period.YEAR) < 0)
                .filter(each -> YamlScalar.isRepresentable(folder + each.literals()))
                .map(each -> FoundDataset.of(
                        folder, new LayoutMatch(each, paths, suffixes(paths)), List.of(), Optional.empty()));
    }

    private Optional<FolderLayout> layout(List<DatedPath> paths) {
        return paths.size() < MIN_FILES ? Optional.empty() : LayoutSearch.among(paths, root, lastYear);
    }

    /**
     * Returns the files with the hours in their names as part of their dates if there are files in most hours, as in a
     * folder of logs; otherwise an empty list, because the time in each name is that at which a job ran.
     */
    private List<DatedPath> hours(List<DatedPath> paths) {
        List<DatedPath> timed = paths.stream()
                .flatMap(path -> DatedName.hour(path.text()).stream())
                .map(name -> new DatedPath(List.of(name), true))
                .toList();
        List<LocalDateTime> hours = layout(timed)
                .filter(layout -> layout.period().equals(Period.HOUR))
                .map(layout -> layout.times(timed))
                .orElse(List.of());
        return timed.size() < paths.size()
                        || hours.size() < MIN_HOURS
                        || hours.size() < MIN_SHARE * Period.HOUR.count(hours.get(0), hours.get(hours.size() - 1))
                ? List.of()
                : timed;
    }

    private List<String> suffixes(List<DatedPath> paths) {
        return FileSuffix.of(companions, paths.stream().map(DatedPath::text).toList());
    }

    /** Returns the files without data if there are no others: they may be the markers of another dataset. */
    Optional<FlagFolder> flags() {
        List<DatedPath> paths = companions.stream()
                .flatMap(name -> DatedName.first(name).stream())
                .map(dated -> new DatedPath(List.of(dated), true))
                .toList();
        return !groups.isEmpty() || paths.size() < MIN_FILES
                ? Optional.empty()
                : LayoutSearch.among(paths, root, lastYear)
                        .filter(FolderLayout::isSingleFile)
                        .filter(layout -> YamlScalar.isRepresentable(root + layout.literals()))
                        .map(layout -> new FlagFolder(root, layout));
    }

    /** Returns the path of a file with text before its date that can't be predicted, or empty if there is none. */
    Optional<String> unpredictable(String folder) {
        return UnpredictableNames.areIn(groups.values())
                ? groups.values().stream()
                        .findFirst()
                        .map(paths -> folder + paths.get(0).text())
                : Optional.empty();
    }

    /** Returns the key of a file that is in no dataset, or empty if there is none. */
    Optional<String> example() {
        return example;
    }
}
