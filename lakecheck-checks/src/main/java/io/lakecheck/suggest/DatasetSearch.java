// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.lake.KeyRange;
import io.lakecheck.lake.LakeObject;
import io.lakecheck.partition.StrayKind;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
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

    /** The share of the members that must have a shape to share an entry. */
    private static final double MIN_SHARE = 0.8;

    /** A group is an exception if another group next to it is more than this many times as large. */
    private static final int EXCEPTIONS = 20;

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
        Map<String, List<DatedName>> groups = new TreeMap<>();
        List<String> others = new ArrayList<>();
        names.all().stream().filter(name -> isSearched(name, format)).forEach(name -> DatedName.first(name)
                .ifPresentOrElse(
                        dated -> groups.computeIfAbsent(dated.prefix(), none -> new ArrayList<>())
                                .add(dated),
                        () -> others.add(name)));
        if (UnpredictableNames.areIn(groups.values())) {
            leftovers.addUnknown(
                    folder + groups.values().iterator().next().get(0).text() + "/");
        } else {
            moveExceptions(groups, others);
            groups.values().forEach(group -> addGroup(folder, group, others, format));
        }
        others.removeIf(name -> groups.keySet().stream().anyMatch(prefix -> isStray(name, prefix)));
        visitAll(folder, others, groups.isEmpty() && names.isComplete(), format);
        if (!names.isComplete()) {
            leftovers.addUnread(folder);
        }
        if (entries.size() == before) {
            addFiles(folder, format, groups.isEmpty() && others.isEmpty());
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
        if (members.isPresent() && !mergeAll(folder, members.get(), before, sample.size(), areAll)) {
            names.stream().filter(name -> !sample.contains(name)).forEach(name -> visit(folder + name + "/", table));
            mergeMost(folder, members.get(), before);
        }
    }

    /**
     * Replaces the entries that were found in the folders of members by one for each shape. Returns whether all visited
     * members have the same shapes; otherwise, nothing is replaced.
     */
    private boolean mergeAll(String folder, MemberNames members, int before, int visited, boolean areAll) {
        List<FoundEntry> found = entries.subList(before, entries.size());
        Collection<List<FoundEntry>> shapes = shapes(folder, found);
        if (found.isEmpty() || shapes.stream().anyMatch(same -> same.size() != visited)) {
            return false;
        }
        List<FoundEntry> merged = shapes.stream()
                .map(same -> FoundEntry.merged(same, folder, members, areAll))
                .toList();
        found.clear();
        entries.addAll(merged);
        return true;
    }

    /** Replaces the entries of each shape that most members have by one that lists these members. */
    private void mergeMost(String folder, MemberNames members, int before) {
        List<FoundEntry> found = entries.subList(before, entries.size());
        found.sort(Comparator.comparing(FoundEntry::folder));
        List<FoundEntry> merged = shapes(folder, found).stream()
                .flatMap(same -> same.size() < 2
                                || same.size() < MIN_SHARE * members.folders().size()
                        ? same.stream()
                        : Stream.of(FoundEntry.merged(
                                same,
                                folder,
                                members.of(same.stream()
                                        .map(entry -> entry.subfolder(folder))
                                        .toList()),
                                false)))
                .toList();
        found.clear();
        entries.addAll(merged);
    }

    private static Collection<List<FoundEntry>> shapes(String folder, List<FoundEntry> found) {
        return found.stream()
                .collect(Collectors.groupingBy(entry -> entry.shape(folder), LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    private static boolean isSearched(String name, Optional<TableFormat> table) {
        return !StrayKind.isHidden(name)
                && table.filter(format -> format.isLog(name)).isEmpty();
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
        List<LayoutMatch> layouts = group.layouts().stream()
                .filter(found ->
                        YamlScalar.isRepresentable(folder + found.layout().literals()))
                .toList();
        if (layouts.isEmpty()) {
            addUnknown(folder, names, table);
            return;
        }
        String prefix = names.get(0).prefix();
        List<String> strays = Stream.concat(
                        group.strays().stream(),
                        others.stream().filter(name -> isStray(name, prefix)).map(name -> name + "/"))
                .toList();
        layouts.forEach(found -> entries.add(FoundEntry.of(FoundDataset.of(folder, found, strays, table))));
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

    private void addFiles(String folder, Optional<TableFormat> table, boolean isLeaf) {
        if (table.isPresent()) {
            leftovers.addTable(folder, table.get());
            return;
        }
        LakeSampler.Sample<LakeObject> objects = sampler.objects(KeyRange.of(root, folder), isLeaf ? 20 : 1);
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
