// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.lake.KeyRange;
import io.lakecheck.lake.LakeObject;
import io.lakecheck.partition.StrayKind;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

    /** The maximum number of pages of files to read in a folder without subfolders. */
    private static final int MOST_PAGES = 20;

    private final String root;
    private final LakeSampler sampler;
    private final Instant now;
    private final List<FoundEntry> entries = new ArrayList<>();
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
                .filter(flag -> search.entries.stream()
                        .flatMap(entry -> entry.datasets().stream())
                        .noneMatch(flag::mayMark))
                .forEach(flag -> search.leftovers.addFile(flag.marker().substring(root.length())));
        return search;
    }

    /** Returns the datasets; those of the same shape share an entry. */
    List<FoundEntry> entries() {
        return entries;
    }

    /** Returns folders of files without data, which may be markers of datasets. */
    List<FlagFolder> flags() {
        return flags;
    }

    /** Adds a file next to dated folders, given by its full path. */
    void addUndated(String address) {
        leftovers.addUndated(address.substring(root.length()));
    }

    /** Returns what was found but is in no dataset. */
    Leftovers leftovers() {
        return leftovers;
    }

    /** @param table the format of the table that the folder is part of */
    private void visit(String folder, Optional<TableFormat> table) {
        if (entries.size() >= MOST_DATASETS || searched >= MOST_FOLDERS || folder.split("/").length > DEEPEST) {
            leftovers.addUnread(folder);
            return;
        }
        searched++;
        int before = entries.size();
        LakeSampler.Sample<String> names = sampler.folders(root + folder);
        Optional<TableFormat> format = table.isPresent() ? table : TableFormat.of(root + folder, names.all(), sampler);
        FolderNames folders = FolderNames.of(names.all().stream().filter(name -> isSearched(name, format)));
        visitAll(folder, folders.others(), folders.groups().isEmpty() && names.isComplete(), format);
        if (folders.areUnpredictable()) {
            leftovers.addUnknown(
                    folder + folders.groups().iterator().next().get(0).text() + "/");
        } else {
            addGroups(folder, folders, before, format);
        }
        if (!names.isComplete()) {
            leftovers.addUnread(folder);
        }
        boolean isLeaf = folders.groups().isEmpty() && folders.others().isEmpty();
        if (entries.size() == before && format.isPresent()) {
            leftovers.addTable(folder, format.get());
        } else if (entries.size() == before) {
            addFiles(folder, KeyRange.of(root, folder), isLeaf ? MOST_PAGES : 1);
        } else if (folders.groups().isEmpty() && format.isEmpty()) {
            addFiles(folder, new KeyRange(root, folder, after(folder, names.all())), 1);
        }
    }

    /**
     * Visits the subfolders of a folder. If they are probably members, some are visited first, and the others only if
     * those do not have the same shape.
     *
     * @param areAll whether the folder has no other subfolders
     */
    private void visitAll(String folder, List<String> names, boolean areAll, Optional<TableFormat> table) {
        Optional<MemberNames> members = table.isPresent() ? Optional.empty() : MemberNames.of(names, MOST_DATASETS);
        int before = entries.size();
        List<String> sample = members.isPresent() ? FoundEntry.sample(names) : names;
        sample.forEach(name -> visit(folder + name + "/", table));
        if (members.isEmpty()) {
            return;
        }
        EntryMerge merge = new EntryMerge(folder, members.get());
        Optional<List<FoundEntry>> merged = merge.all(entries.subList(before, entries.size()), sample.size(), areAll);
        if (merged.isEmpty()) {
            names.stream().filter(name -> !sample.contains(name)).forEach(name -> visit(folder + name + "/", table));
        }
        List<FoundEntry> found = entries.subList(before, entries.size());
        List<FoundEntry> result = merged.orElseGet(() -> merge.most(found));
        found.clear();
        entries.addAll(result);
    }

    private static boolean isSearched(String name, Optional<TableFormat> table) {
        return !StrayKind.isHidden(name)
                && table.filter(format -> format.isLog(name)).isEmpty();
    }

    /**
     * Adds the dated folders in a folder before what was found in its other subfolders.
     *
     * @param from the index of the first entry that was found in its other subfolders
     */
    private void addGroups(String folder, FolderNames folders, int from, Optional<TableFormat> table) {
        List<FoundEntry> inner = entries.subList(from, entries.size());
        List<FoundEntry> found = List.copyOf(inner);
        inner.clear();
        List<String> others = folders.others().stream()
                .filter(name -> found.stream().noneMatch(entry -> entry.mayBeIn(folder + name + "/")))
                .toList();
        folders.groups()
                .forEach(group -> addGroup(
                        folder,
                        group,
                        Stream.concat(folders.strays(group).stream(), others.stream())
                                .toList(),
                        table));
        entries.addAll(found);
    }

    private void addGroup(String folder, List<DatedName> names, List<String> strays, Optional<TableFormat> table) {
        DatedGroup group = DatedGroup.of(root + folder, names, sampler, now);
        List<LayoutMatch> layouts = group.layouts().stream()
                .filter(found ->
                        YamlScalar.isRepresentable(folder + found.layout().literals()))
                .toList();
        if (layouts.isEmpty()) {
            addUnknown(folder, names, table);
            return;
        }
        List<String> all = Stream.concat(
                        group.strays().stream(), strays.stream().map(name -> name + "/"))
                .toList();
        layouts.forEach(found -> entries.add(FoundEntry.of(FoundDataset.of(folder, found, all, table))));
    }

    /** Searches folders that look dated but follow no layout, because their names may only contain a number. */
    private void addUnknown(String folder, List<DatedName> names, Optional<TableFormat> table) {
        int before = entries.size();
        int files = leftovers.files();
        names.forEach(name -> visit(folder + name.text() + "/", table));
        if (entries.size() == before) {
            leftovers.replaceFiles(files, folder + names.get(0).text() + "/");
        }
    }

    /** Returns a key after all those in the subfolders of a folder. Most files of the folder itself follow it. */
    private static String after(String folder, List<String> names) {
        return folder + names.get(names.size() - 1) + (char) ('/' + 1);
    }

    private void addFiles(String folder, KeyRange range, int pages) {
        LakeSampler.Sample<LakeObject> objects = sampler.objects(range, pages);
        LocalDateTime time = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
        DatedFiles files = DatedFiles.of(root + folder, folder, objects.all(), time.getYear() + 1);
        files.datasets(folder).stream()
                .map(found -> objects.isComplete() ? found : found.through(time))
                .map(FoundEntry::of)
                .forEach(entries::add);
        files.flags().ifPresent(flags::add);
        files.example().ifPresent(leftovers::addFile);
        files.unpredictable(folder).ifPresent(leftovers::addUnpredictable);
    }
}
