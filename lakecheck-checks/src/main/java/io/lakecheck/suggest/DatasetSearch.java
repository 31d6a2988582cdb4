// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.lake.KeyRange;
import io.lakecheck.lake.LakeObject;
import io.lakecheck.partition.StrayKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A search for datasets in a folder and everything below it, by the names of folders. Dated folders are not searched
 * for further datasets if they follow a layout. Not thread-safe.
 */
final class DatasetSearch {

    /** The maximum number of datasets to find. */
    static final int MOST_DATASETS = 50;

    /** The maximum number of folders without dates to search. */
    private static final int MOST_FOLDERS = 1000;

    /** The maximum number of levels of folders without dates. */
    private static final int DEEPEST = 12;

    /**
     * If a folder contains more groups of dated folders than this, and most of them consist of a single folder, their
     * names contain something else that changes.
     */
    private static final int MOST_SINGLE = 5;

    /** A group is an exception if another group next to it is more than this many times as large. */
    private static final int EXCEPTIONS = 20;

    private final String root;
    private final LakeSampler sampler;
    private final Instant now;
    private final List<FoundDataset> datasets = new ArrayList<>();
    private final List<FlagFolder> flags = new ArrayList<>();
    private final Leftovers leftovers = new Leftovers();
    private int searched;

    private DatasetSearch(String root, LakeSampler sampler, Instant now) {
        this.root = root;
        this.sampler = sampler;
        this.now = now;
    }

    /**
     * Searches a folder.
     *
     * @param root the full path, ending with a slash
     */
    static DatasetSearch in(String root, LakeSampler sampler, Instant now) {
        DatasetSearch search = new DatasetSearch(root, sampler, now);
        search.visit("", Optional.empty());
        search.flags.stream()
                .filter(flag -> search.datasets.stream().noneMatch(flag::mayMark))
                .forEach(flag -> search.leftovers.addFile(flag.marker().substring(root.length())));
        return search;
    }

    List<FoundDataset> datasets() {
        return datasets;
    }

    /** Returns folders of files without data, which may be markers of datasets. */
    List<FlagFolder> flags() {
        return flags;
    }

    /** Returns what was found but is in no dataset. */
    Leftovers leftovers() {
        return leftovers;
    }

    /** @param table the format of the table that the folder is part of */
    private void visit(String folder, Optional<TableFormat> table) {
        if (datasets.size() >= MOST_DATASETS || searched >= MOST_FOLDERS || folder.split("/").length > DEEPEST) {
            leftovers.addUnread(folder);
            return;
        }
        searched++;
        int before = datasets.size();
        LakeSampler.Sample<String> names = sampler.folders(root + folder);
        Optional<TableFormat> format = table.isPresent() ? table : TableFormat.of(root + folder, names.all(), sampler);
        Map<String, List<DatedName>> groups = new TreeMap<>();
        List<String> others = new ArrayList<>();
        names.all().stream().filter(name -> isSearched(name, format)).forEach(name -> DatedName.first(name)
                .ifPresentOrElse(
                        dated -> groups.computeIfAbsent(dated.prefix(), none -> new ArrayList<>())
                                .add(dated),
                        () -> others.add(name)));
        if (isUnpredictable(groups)) {
            leftovers.addUnknown(
                    folder + groups.values().iterator().next().get(0).text() + "/");
        } else {
            moveExceptions(groups, others);
            groups.values().forEach(group -> addGroup(folder, group, others, format));
        }
        others.removeIf(name -> groups.keySet().stream().anyMatch(prefix -> isStray(name, prefix)));
        others.forEach(name -> visit(folder + name + "/", format));
        if (!names.isComplete()) {
            leftovers.addUnread(folder);
        }
        if (datasets.size() == before) {
            addFiles(folder, format, groups.isEmpty() && others.isEmpty());
        }
    }

    private static boolean isSearched(String name, Optional<TableFormat> table) {
        return !StrayKind.isHidden(name)
                && table.filter(format -> format.isLog(name)).isEmpty();
    }

    private static boolean isUnpredictable(Map<String, List<DatedName>> groups) {
        return groups.size() > MOST_SINGLE
                && groups.values().stream().filter(group -> group.size() == 1).count() * 2 > groups.size();
    }

    /**
     * Moves the names in small groups next to a much larger group to the other names, because they are exceptions
     * rather than datasets.
     */
    private static void moveExceptions(Map<String, List<DatedName>> groups, List<String> others) {
        int largest = groups.values().stream().mapToInt(List::size).max().orElse(0);
        groups.values().removeIf(group -> {
            boolean isException = group.size() * EXCEPTIONS < largest;
            if (isException) {
                group.forEach(name -> others.add(name.text()));
            }
            return isException;
        });
    }

    /** Returns whether a name that belongs to no group is probably a mistake in the name of a dated folder. */
    private static boolean isStray(String name, String prefix) {
        return StrayKind.isDefaultPartition(name)
                || DatedName.first(name).isPresent()
                || (name.indexOf('=') >= 0 && StrayKind.ofName(name) == StrayKind.NO_DATE)
                || (prefix.endsWith("=") && name.startsWith(prefix))
                || (name.startsWith(prefix)
                        && name.length() > prefix.length()
                        && Character.isDigit(name.charAt(prefix.length())));
    }

    private void addGroup(String folder, List<DatedName> names, List<String> others, Optional<TableFormat> table) {
        DatedGroup group = DatedGroup.of(root + folder, names, sampler, now);
        Optional<FolderLayout> layout =
                group.layout().filter(found -> YamlScalar.isRepresentable(folder + found.literals()));
        if (layout.isEmpty()) {
            addUnknown(folder, names, table);
            return;
        }
        List<String> strays = new ArrayList<>(group.strays(layout.get()));
        String prefix = names.get(0).prefix();
        others.stream().filter(name -> isStray(name, prefix)).forEach(name -> strays.add(name + "/"));
        datasets.add(new FoundDataset(
                folder,
                layout.get(),
                group.times(layout.get()),
                strays.stream().distinct().sorted().toList(),
                group.suffixes(),
                group.runs(layout.get()),
                table));
    }

    /** Searches folders that look dated but follow no layout, because their names may only contain a number. */
    private void addUnknown(String folder, List<DatedName> names, Optional<TableFormat> table) {
        int before = datasets.size();
        int files = leftovers.files();
        names.forEach(name -> visit(folder + name.text() + "/", table));
        if (datasets.size() == before) {
            leftovers.replaceFiles(files, folder + names.get(0).text() + "/");
        }
    }

    private void addFiles(String folder, Optional<TableFormat> table, boolean isLeaf) {
        if (table.isPresent()) {
            leftovers.addTable(folder, table.get());
            return;
        }
        LakeSampler.Sample<LakeObject> objects = sampler.objects(KeyRange.of(root, folder), isLeaf ? 20 : 1);
        DatedFiles files = DatedFiles.of(root + folder, folder, objects.all());
        files.datasets(folder).forEach(datasets::add);
        files.flags().ifPresent(flags::add);
        files.example().ifPresent(leftovers::addFile);
    }
}
